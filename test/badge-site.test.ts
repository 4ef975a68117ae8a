import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { validateXML } from 'xmllint-wasm';
import { type BadgeFacts, badgeFacts } from '../src/facts/eligibility.ts';
import { markFacts } from '../src/facts/mark.ts';
import { findBrowser } from '../src/shell/browser/find.ts';
import { badgePicture } from '../src/views/badge-picture.ts';
import { badgeStanding, markStanding, phrases, type Standing } from '../src/views/badge-standing.ts';
import { BADGE_TEMPLATE, badgeRenderer, imageTag } from '../src/views/html/badge-image.ts';
import { emsOf } from '../src/views/picture-text.ts';
import { assemble } from '../src/workspace/assemble.ts';
import type { Workspace } from '../src/workspace/workspace.ts';
import { schemaErrors } from './support/output-schema.ts';
import { sampleSchool } from './support/school.ts';
import { SHIPPED, soundWorkspace } from './support/sound-workspace.ts';

const render = badgeRenderer(readFileSync(new URL(`../${BADGE_TEMPLATE}`, import.meta.url), 'utf8'));
const svgOf = (standing: Standing): string => render(badgePicture(standing));

/** A school whose badges of five strands were awarded on these days, in an edition whose Mark has these rules besides. */
function schoolWith(dates: readonly string[], { rules = '', edition = 'lem-5' } = {}): Workspace {
  const text = SHIPPED.get(edition) ?? '';
  const strands = [...text.slice(0, text.indexOf('scale:')).matchAll(/^ {2}- id: (\S+)/gm)].map(([, id]) => id);
  const visits = dates.map(
    (date, at) => `  - { date: ${date}, kind: accreditation, decisions: { ${strands[at]}: awarded } }`,
  );
  const listing = soundWorkspace(
    {
      'awards.yaml': dates.length === 0 ? null : `visits:\n${visits.join('\n')}\n`,
      'programme.yaml': text.replace('anniversary: inclusive', `anniversary: inclusive${rules}`),
    },
    edition,
  );
  const assembly = assemble(listing, SHIPPED);
  if (assembly.state !== 'ready') throw new Error(JSON.stringify(assembly.problems));
  return assembly.workspace;
}

function badgeOf(workspace: Workspace, strand: string, on: string, over: Partial<BadgeFacts> = {}): Standing {
  return badgeStanding(workspace, { ...badgeFacts(workspace, strand, on), ...over }, markFacts(workspace, on), on);
}

function markOf(workspace: Workspace, on: string): Standing {
  return markStanding(workspace, markFacts(workspace, on), on);
}

const YEAR = ['2025-07-03', '2025-07-03', '2026-06-18', '2026-06-18', '2027-06-10'];
const SHORT = ', validFor: P3Y, badgeValidFor: P2Y';
const LONG_NAME = 'sexual-orientation-and-gender-reassignment';

const STANDINGS: { readonly [name: string]: Standing } = {
  held: badgeOf(schoolWith(['2025-07-03']), 'race', '2026-06-08'),
  'held for a time': badgeOf(schoolWith(['2025-07-03'], { rules: SHORT }), 'race', '2026-06-08'),
  ready: badgeOf(schoolWith([]), 'race', '2027-06-01', { state: 'ready', eligible: true }),
  'working towards': badgeOf(schoolWith([]), 'race', '2027-06-01', { state: 'working-towards' }),
  'further evidence': badgeOf(schoolWith([]), 'race', '2027-06-01', { state: 'further-evidence' }),
  'not started': badgeOf(schoolWith([]), 'disability', '2020-06-01'),
  lapsed: badgeOf(schoolWith(['2025-07-03'], { rules: SHORT }), 'race', '2027-07-04'),
  'submitted anew': badgeOf(schoolWith(['2025-07-03'], { rules: SHORT }), 'race', '2027-07-04', { state: 'submitted' }),
  'a long name': badgeOf(schoolWith(YEAR, { edition: 'lem-6' }), LONG_NAME, '2027-07-01'),
  'the Mark not started': markOf(schoolWith([]), '2026-06-08'),
  'the Mark on its way': markOf(schoolWith(YEAR.slice(0, 2)), '2026-06-08'),
  'the Mark achieved': markOf(schoolWith(YEAR), '2027-07-01'),
  'the Mark achieved for a time': markOf(schoolWith(YEAR, { rules: ', validFor: P3Y' }), '2027-07-01'),
  'the Mark lapsed': markOf(schoolWith(YEAR, { rules: ', validFor: P3Y' }), '2030-06-11'),
};

/** What each must say, and what it must not. */
const SAID: { readonly [name: string]: readonly [said: RegExp, unsaid: RegExp] } = {
  held: [
    /\bheld, awarded 3 July 2025, the Mark’s window is open until 3 July 2028, as on 8 June 2026\./,
    /not|no longer/,
  ],
  'held for a time': [/\bheld, awarded 3 July 2025, until 3 July 2027,/, /not|no longer/],
  ready: [/\bworking towards, not awarded, as on 1 June 2027\./, /held|ready|claim/],
  'working towards': [/\bworking towards, not awarded, as on 1 June 2027\./, /held/],
  'further evidence': [/\bworking towards, not awarded, as on 1 June 2027\./, /held|evidence/],
  'not started': [/\bnot started, not awarded, as on 1 June 2020\./, /held/],
  lapsed: [/\blapsed, no longer held, awarded 3 July 2025, counted until 3 July 2027, as on 4 July 2027\./, /: held/],
  'submitted anew': [
    /\bworking towards, no longer held, awarded 3 July 2025, counted until 3 July 2027,/,
    /: held|submitted/,
  ],
  'a long name': [
    /Sexual Orientation and Gender Re-assignment Equality Badge: held, awarded 10 June 2027,/,
    /not|no longer/,
  ],
  'the Mark not started': [/Lancashire Equality Mark: not started, not awarded, 0 of 5 badges,/, /achieved/],
  'the Mark on its way': [/\bworking towards, not awarded, 2 of 5 badges, window open until 3 July 2028,/, /achieved/],
  'the Mark achieved': [/\bachieved, since 10 June 2027, as on 1 July 2027\./, /not|no longer|until/],
  'the Mark achieved for a time': [/\bachieved, since 10 June 2027, until 10 June 2030,/, /not|no longer/],
  'the Mark lapsed': [/\blapsed, no longer held, achieved 10 June 2027, counted until 10 June 2030,/, /: achieved/],
};

/** An image as an XML parser reads it. */
interface Read {
  readonly root: { readonly [attribute: string]: string };
  /** Title and description, each with its id. */
  readonly told: readonly { readonly name: string; readonly id: string; readonly text: string }[];
  /** Every element with its attributes, in their order. */
  readonly elements: readonly { readonly name: string; readonly attributes: { readonly [name: string]: string } }[];
  readonly texts: readonly string[];
}

/** What a browser draws of each text: where, in what colour and on what. */
interface Drawn {
  readonly text: string;
  readonly length: number;
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
  readonly ink: string;
  readonly ground: string;
}

// Scripts of the page, where this file's types don't hold.
const READ = `svg => {
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const attributes = (element) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
  const elements = [root, ...root.querySelectorAll('*')];
  return {
    root: attributes(root),
    told: [...root.children].slice(0, 2).map(({ nodeName: name, id, textContent: text }) => ({ name, id, text })),
    elements: elements.map((element) => ({ name: element.nodeName, attributes: attributes(element) })),
    texts: [...root.querySelectorAll('text')].map(({ textContent }) => textContent),
  };
}`;
const DRAWN = `() => {
  const rects = [...document.querySelectorAll('rect')];
  return [...document.querySelectorAll('text')].map((text) => {
    const { left, top, right, bottom } = text.getBoundingClientRect();
    const under = rects.filter((rect) => {
      const place = rect.getBoundingClientRect();
      return place.left <= left && place.top <= top && right <= place.right && bottom <= place.bottom;
    });
    return {
      text: text.textContent,
      length: text.getComputedTextLength(),
      box: [left, top, right, bottom],
      ink: text.getAttribute('fill'),
      ground: under.at(-1)?.getAttribute('fill') ?? '',
    };
  });
}`;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await puppeteer.launch({ executablePath: browserHere(), headless: 'shell', args: ['--no-sandbox'] });
  page = await browser.newPage();
});
afterAll(() => browser?.close());

async function read(svg: string): Promise<Read> {
  return (await page.evaluate(`(${READ})(${JSON.stringify(svg)})`)) as Read;
}

async function drawn(svg: string): Promise<readonly Drawn[]> {
  await page.setContent(`<!doctype html><body style="margin:0">${svg}`);
  return (await page.evaluate(`(${DRAWN})()`)) as readonly Drawn[];
}

describe.each(Object.entries(STANDINGS))('%s', (name, standing) => {
  const svg = svgOf(standing);
  const [said, unsaid] = SAID[name] ?? [/^$/, /./];

  test('says so where it is seen, where it is read out and in the page', async () => {
    const { root, told, texts } = await read(svg);
    const [title, description] = told;
    expect(description?.text).toMatch(said);
    expect(description?.text).not.toMatch(unsaid);
    expect(imageTag('a.svg', badgePicture(standing))).toContain(`alt="${description?.text}"`);
    expect(title?.text).toContain(`: ${standing.words}, as on `);
    expect([title?.name, description?.name]).toEqual(['title', 'desc']);
    expect([root.role, root['aria-labelledby']]).toEqual(['img', `${title?.id} ${description?.id}`]);
    const seen = texts.join(' ').toLowerCase();
    for (const words of [standing.title, standing.words, ...phrases(standing), standing.school, 'as on '])
      expect(seen).toContain(words.toLowerCase());
  });

  test('is a full shape if it is an award, and an outline if not', async () => {
    const { elements } = await read(svg);
    const [card, pill] = elements.filter((element) => element.name === 'rect');
    expect(pill?.attributes.fill !== card?.attributes.fill).toBe(standing.kind === 'award');
    expect(card?.attributes['stroke-dasharray'] !== 'none').toBe(standing.kind === 'none');
    const full = elements.filter((element) => element.name === 'circle' && element.attributes.fill !== undefined);
    expect(full).toHaveLength(standing.kind === 'award' ? 1 : 0);
  });
});

test('what was taken back before its time did not count until then', () => {
  const school = schoolWith(['2025-07-03'], { rules: SHORT });
  const early = badgeOf(school, 'race', '2026-06-08', { state: 'lapsed' });
  expect(early.details).toEqual(['no longer held', 'awarded 3 July 2025']);
});

test('a Mark that needs fewer badges than there are strands counts those', () => {
  const school = schoolWith(YEAR.slice(0, 3));
  const { file } = school.programme;
  const programme = { ...school.programme, file: { ...file, mark: { ...file.mark, badges: 3 } } };
  const achieved = markOf({ ...school, programme }, '2027-07-01');
  expect([achieved.kind, achieved.badges]).toEqual(['award', { counted: 3, needed: 3 }]);
});

test('a strand called as the Mark’s files are does not share them', () => {
  const school = schoolWith([]);
  const [strand] = school.programme.file.strands;
  if (strand === undefined) throw new Error('no strand');
  const strands = new Map([['mark', { ...strand, id: 'mark' }]]);
  expect(markOf({ ...school, programme: { ...school.programme, strands } }, '2027-07-01').name).toBe('mark_');
});

/** What scribbles over the lines above and below it. */
const ADORNED = `${'Z\u0336\u0337\u0322\u0347\u0331\u033f\u0344\u0356'.repeat(9)} `.repeat(9);

const HOSTILE = [
  '</svg><script>alert(1)</script>',
  '"\' onload=alert(1) {{title}} & <![CDATA[ ]]> &#0; &lt;',
  '\u202eegdaB ytilauqE\u2066 \u0000\u0007\u001b[31m\u0085 \ud800 \ufffe\uffff',
  'مدرسة ربل بانك الابتدائية الشاملة לבריאות הציבור',
  '👩‍👩‍👧‍👦'.repeat(40),
  'W'.repeat(300),
  '漢字'.repeat(90),
  'Ж@—m%'.repeat(40),
  'a b '.repeat(3000),
];

/** A standing whose names were somebody’s joke, as a workspace would have it. */
function hostile(name: string): Standing {
  const school = schoolWith([]);
  const strands = new Map([['race', { ...school.programme.strands.get('race'), badge: name }]]) as never;
  const { settings, programme } = school;
  if (settings.state !== 'known') throw new Error('no settings');
  const value = { ...settings.value, school: { ...settings.value.school, name } };
  const mark = { ...programme.file.mark, title: name };
  return badgeOf(
    {
      ...school,
      settings: { ...settings, value },
      programme: { ...programme, strands, file: { ...programme.file, mark } },
    },
    'race',
    '2027-06-01',
  );
}

test('whatever names hold, the image is sound XML of known elements and nothing else', async () => {
  const names = [
    ...HOSTILE,
    ADORNED,
    ' ',
    ...fc.sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }), 150),
  ];
  const svgs = names.map((name) => svgOf(hostile(name)));
  const xml = svgs.map((contents, index) => ({ fileName: `${index}.svg`, contents }));
  const { errors } = await validateXML({ xml, normalization: 'c14n' });
  expect(errors.map(({ rawMessage }) => rawMessage)).toEqual([]);
  const plain = await read(svgOf(hostile('Race Equality Badge')));
  const kinds = new Set(plain.elements.map(({ name, attributes }) => [name, ...Object.keys(attributes)].join(' ')));
  for (const svg of svgs)
    for (const { name, attributes } of (await read(svg)).elements)
      expect(kinds).toContain([name, ...Object.keys(attributes)].join(' '));
}, 60_000);

test('nothing is drawn over the state’s words', async () => {
  const { elements, texts } = await read(svgOf(hostile(ADORNED)));
  expect(texts.at(-1)).toBe('Working towards');
  expect(elements.slice(-2).map(({ name }) => name)).toEqual(['rect', 'text']);
});

test('names are kept as they are, and what is unseen in them is seen', async () => {
  const [script = '', , turned = ''] = HOSTILE;
  expect((await read(svgOf(hostile(script)))).told[0]?.text).toContain(script);
  expect(imageTag('a.svg', badgePicture(hostile(script)))).toMatch(/alt="&lt;\/svg&gt;&lt;script&gt;[^<>"]*">$/);
  expect(hostile(turned).title).toBe('\\u202eegdaB ytilauqE\\u2066 ␀␇␛[31m\\u0085 \ufffd \ufffd\ufffd');
  expect(hostile(' ').title).toBe('race');
  expect(badgePicture(hostile(' ')).description).toBe('race: working towards, not awarded, as on 1 June 2027.');
});

const CROWDED = { school: 'The Blessed Sacrament Catholic Primary School and Nursery, a Voluntary Academy, Preston' };

test.each([
  ...Object.entries(STANDINGS),
  ...Object.entries(STANDINGS).map(
    ([name, standing]) => [`${name}, a long school`, { ...standing, ...CROWDED }] as const,
  ),
  ...HOSTILE.map((name) => [name.slice(0, 20), hostile(name)] as const),
])('as a browser draws it, every text lies within the card, over no other, and stands out: %s', async (_, standing) => {
  const texts = await drawn(svgOf(standing));
  expect(texts.length).toBeGreaterThan(4);
  for (const [at, { box, ink, ground }] of texts.entries()) {
    const [left, top, right, bottom] = box;
    expect(left).toBeGreaterThan(20);
    expect(right).toBeLessThan(390);
    expect(contrast(ink, ground)).toBeGreaterThan(4.5);
    for (const { box: other } of texts.slice(at + 1))
      expect(right <= other[0] || other[2] <= left || bottom <= other[1] || other[3] <= top).toBe(true);
  }
});

test('no character is wider than it is taken to be', async () => {
  const latin = Array.from({ length: 0x17f - 0x20 }, (_, at) => String.fromCodePoint(at + 0x21));
  const characters = [...latin.filter((character) => !/\p{Cc}/u.test(character)), ...'’“”–—…漢ЖЩשΩ'];
  const texts = characters.map((character) => `<text font-size="100">&#${character.codePointAt(0)};</text>`);
  const font = `font-family="'DejaVu Sans', sans-serif" font-weight="700"`;
  const sizes = await drawn(`<svg xmlns="http://www.w3.org/2000/svg" ${font}>${texts.join('')}</svg>`);
  const wider = sizes.filter(({ length }, at) => length > emsOf(characters[at] ?? '') * 100);
  expect(wider.map(({ text }) => text)).toEqual([]);
});

function browserHere(): string {
  const found = findBrowser({
    platform: process.platform,
    arch: process.arch,
    env: process.env,
    home: '',
    isThere: existsSync,
    hasEmbedded: false,
  });
  if (found.state !== 'path') throw new Error('These tests need a browser, as those of the PDF do.');
  return found.path;
}

/** The contrast of two colours by WCAG 2. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    expect(colour).toMatch(/^#[0-9a-f]{6}$/);
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe('lem badges --svg and --json-endpoint', () => {
  const school = sampleSchool();
  const ALL = ['disability', 'gender', 'mark', 'race', 'religion-and-belief', 'sexual-orientation'];
  const files = (folder: string): readonly string[] =>
    existsSync(school.path(folder)) ? readdirSync(school.path(folder)).sort() : [];

  test('draw every badge and the Mark, say how to show them, and replace those of an earlier day', async () => {
    const first = await school.lem(['badges', '--svg', 'build/badges', '--on', '2025-07-01']);
    expect(first.exit).toBe(0);
    expect(files('build/badges')).toEqual(ALL.map((name) => `${name}.svg`));
    const before = school.read('build/badges/disability.svg');
    expect(before).toContain('not awarded, as on 1 July 2025');
    const { exit, text } = await school.lem(['badges', '--svg', 'build/badges']);
    expect(exit).toBe(0);
    expect(school.read('build/badges/disability.svg')).toContain('held, awarded 3 July 2025');
    expect(text).toContain('✓ build/badges/mark.svg');
    expect(text).toMatch(
      /^<img src="disability\.svg" width="\d+" height="\d+" alt="Disability Equality Badge: held, awarded 3 July 2025, [^"]*">$/m,
    );
    expect(text).toContain('8 June 2026');
    const again = files('build/badges').map((name) => school.read(`build/badges/${name}`));
    await school.lem(['badges', '--svg', 'build/badges']);
    expect(files('build/badges').map((name) => school.read(`build/badges/${name}`))).toEqual(again);
  });

  test('do one where one is asked for, anywhere', async () => {
    expect((await school.lem(['badges', 'Race', '--svg', 'a b/é', '--json-endpoint', 'a b'])).exit).toBe(0);
    expect([files('a b'), files('a b/é')]).toEqual([['race.json', 'race.lem.json', 'é'], ['race.svg']]);
  });

  test('say the same in JSON: one file that shields.io takes, one by our own schema', async () => {
    await school.lem(['badges', '--json-endpoint', 'web', '--svg', 'web']);
    for (const name of ALL) {
      const own = JSON.parse(school.read(`web/${name}.lem.json`) ?? '');
      expect(schemaErrors('badge-endpoint', own)).toEqual([]);
      expect((await read(school.read(`web/${name}.svg`) ?? '')).told[1]?.text).toBe(own.alt);
      const shields = JSON.parse(school.read(`web/${name}.json`) ?? '');
      // It refuses every other key: badges/shields, services/endpoint-common.js.
      const [, rest] = [shields.isError, Object.keys(shields).filter((key) => key !== 'isError')];
      expect(rest).toEqual(['schemaVersion', 'label', 'message', 'color']);
      expect([shields.schemaVersion, shields.label]).toEqual([1, own.title]);
      expect(shields.color).toMatch(/^[0-9a-f]{6}$/);
      expect(shields.message).toContain('as on 8 June 2026');
    }
    const held = JSON.parse(school.read('web/disability.lem.json') ?? '');
    expect(held).toMatchObject({ state: 'held', isAward: true, awarded: '2025-07-03', lapses: null, on: '2026-06-08' });
    const mark = JSON.parse(school.read('web/mark.lem.json') ?? '');
    expect(mark).toMatchObject({ strand: null, state: 'working-towards', isAward: false, deadline: '2028-07-03' });
  });

  test('with --dry-run say what would be written', async () => {
    await school.lem(['badges', 'race', '--svg', 'web']);
    const was = school.read('web/race.svg');
    const { exit, text } = await school.lem(['badges', '--svg', 'web', '--dry-run', '--on', '2026-06-07']);
    expect([exit, files('web'), school.read('web/race.svg')]).toEqual([0, ['race.svg'], was]);
    expect(text).toMatch(
      /web\/race\.svg {2}replaced\n[\s\S]*web\/mark\.svg {2}new\n6 files would be written; nothing was\./,
    );
    expect((await school.lem(['badges', 'race', '--svg', 'web', '--dry-run'])).text).toContain(
      'web/race.svg  as it is\nNothing would change.',
    );
  });

  const broken = 'visits:\n  - { date: 2025-07-03, kind: accreditation, decisions: { disability: awarded }\n';
  test.each<readonly [string, readonly string[], RegExp]>([
    ['awards that can’t be read', ['--svg', 'web'], /awards\.yaml can’t be read/],
    ['a school without a name', ['--svg', 'web'], /lem\.yaml can’t be read/],
    ['a day to come', ['--svg', 'web', '--on', '2026-06-09'], /9 June 2026 is still to come/],
    [
      'JSON on the screen besides',
      ['--json-endpoint', 'web', '--json'],
      /--json-endpoint and --json can’t go together/,
    ],
    ['no folder', ['--svg', ''], /An empty name is no folder/],
    ['a folder in the way', ['--svg', 'taken'], /taken\/mark\.svg can’t be written/],
    ['a file in the way', ['--svg', 'lem.yaml'], /lem\.yaml is no folder/],
    ['the school’s own work', ['--svg', 'plan'], /plan\/race\.svg lies where the workspace’s own files are/],
    ['a strand that is none', ['rase', '--svg', 'web'], /There is no strand rase/],
  ])('refuse %s', async (what, words, message) => {
    if (what.startsWith('awards')) school.put('awards.yaml', broken);
    if (what.startsWith('a school')) school.put('lem.yaml', 'format: 1\nprogramme: lem-5\n');
    mkdirSync(school.path('taken/mark.svg'), { recursive: true });
    const { exit, text } = await school.lem(['badges', ...words]);
    expect(text).toMatch(message);
    expect([exit, files('web'), files('taken'), files('plan').filter((name) => name.endsWith('.svg'))]).toEqual([
      2,
      [],
      ['mark.svg'],
      [],
    ]);
  });
});

test('the order in which awards are written down changes nothing', () => {
  const one = schoolWith(YEAR);
  const { awards } = one;
  if (awards.state !== 'known') throw new Error('no awards');
  const turned = { ...one, awards: { ...awards, value: { visits: awards.value.visits.toReversed() } } };
  expect(svgOf(markOf(turned, '2026-07-01'))).toBe(svgOf(markOf(one, '2026-07-01')));
});
