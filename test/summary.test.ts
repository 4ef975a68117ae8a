import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { command } from '../src/commands/summary.ts';
import type { SummaryFile } from '../src/model/files.generated.ts';
import type { Outcome } from '../src/model/outcome.ts';
import { parse } from '../src/source/parse.ts';
import { validate } from '../src/source/validate.ts';
import { yamlBlock } from '../src/source/yaml-block.ts';
import { line, markdown } from '../src/views/html/markdown.ts';
import { runningFoot } from '../src/views/html/running-foot.ts';
import { TEMPLATES } from '../src/views/html/templates.ts';
import { type SummaryView, summaryView } from '../src/views/summary.ts';
import { draftSummary } from '../src/workspace/draft-summary.ts';
import type { Workspace } from '../src/workspace/workspace.ts';
import type { BrowserOpened, Printing, World } from '../src/world.ts';
import { listingOf, schoolOf, shipped } from './golden/summary/school.ts';
import { DIGEST, rendererOf, templatesWith } from './support/pages.ts';

const ON = '2027-06-01';

const renderer = rendererOf<SummaryView>('summary');

function summaryOf(workspace: Workspace, strand: string): SummaryFile {
  const known = workspace.summaries.get('2026-27')?.get(strand);
  if (known?.state !== 'known') throw new Error(`no summary of ${strand}`);
  return known.value;
}

function htmlOf(files: { readonly [path: string]: string } = {}, strand = 'language', on = ON): string {
  const workspace = schoolOf(files);
  return renderer(summaryView(workspace, summaryOf(workspace, strand), '2026-27', on));
}

function viewOf(
  files: { readonly [path: string]: string } = {},
  strand = 'language',
  wanted: { readonly cover?: boolean } = {},
): SummaryView {
  const workspace = schoolOf(files);
  return summaryView(workspace, summaryOf(workspace, strand), '2026-27', ON, wanted);
}

const COMPLETE = {
  'accreditation/2026-27/language.yaml':
    'strand: language\nstatus: final\ngoals: a\nactions: [greeters]\noutcomes: [{ claim: b, evidence: [visitors-words] }]\n',
};

describe('the HTML of a summary', () => {
  test.each(['language', 'care'])('%s is as agreed', (strand) => {
    const golden = new URL(`./golden/summary/${strand}.html`, import.meta.url);
    const html = htmlOf({}, strand);
    if (process.env.UPDATE_GOLDEN) {
      mkdirSync(new URL('.', golden), { recursive: true });
      writeFileSync(golden, html);
    }
    expect(html).toBe(readFileSync(golden, 'utf8'));
  });

  test('is well formed: every element that is opened is closed, one h1, no heading level left out', () => {
    const html = htmlOf();
    const open: string[] = [];
    for (const [, close, name] of html
      .replace(/<style>[\s\S]*?<\/style>/, '')
      .matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
      if (['meta', 'br'].includes(name ?? '')) continue;
      if (close === '') open.push(name ?? '');
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
    const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  test('has a caption and scoped headings in every table, and every link inside it leads somewhere', () => {
    const html = htmlOf();
    expect(html.match(/<table/g)).toHaveLength(html.match(/<caption/g)?.length ?? 0);
    expect(html).not.toMatch(/<th(?! scope="(col|row)")\b/);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    for (const [, target] of html.matchAll(/aria-labelledby="([^"]+)"/g)) expect(ids).toContain(target);
  });

  test('stands alone: no script, nothing fetched', () => {
    const html = htmlOf();
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:");
    expect(html).not.toMatch(/<(script|link|img|iframe|object|embed|base)\b/);
    expect(html).not.toMatch(/\b(src|srcset|on[a-z]+)=/);
    expect(html.match(/<style>[\s\S]*<\/style>/)?.[0]).not.toMatch(/url\((?!"data:)|@import|<\/style>.*<\/style>/);
  });

  test('shows each rating by colour, pattern, letter, word and steps, with lettering that reads on it', () => {
    const html = htmlOf();
    const shown = (pattern: string, colours: string, letter: string, word: string): string =>
      `<span class="letter fill ${pattern}" style="${colours}"><span class="plate">${letter}</span></span><span class="word">${word}</span>`;
    expect(html).toContain(shown('fill-diagonal', '--fill: #ffd166; --ink: #000000', '2', 'Begun'));
    expect(html).toContain(shown('fill-plain pale', '--fill: #023047; --ink: #ffffff', '4', 'Shared'));
    expect(html).toContain('<i class="on"></i><i class="on"></i><i class="on"></i><i></i>');
  });

  test('names the year before beside the present one only where there is one', () => {
    expect(htmlOf()).toContain('<th scope="col">2025–26</th><th scope="col">2026–27</th>');
    expect(htmlOf({ 'grid/2025-26.yaml': '' })).not.toContain('2025–26');
  });

  test('says what the programme says of a rating, and beside it the school’s reason', () => {
    const grid = {
      'grid/2026-27.yaml':
        'year: 2026-27\ncells: { welcome: { language: { rating: sound, because: We listened. } }, lessons: { language: begun } }\n',
    };
    expect(htmlOf(grid)).toContain(
      '<p class="descriptor">Every family is greeted in a language it speaks.</p><div dir="auto"><p>We listened.</p>',
    );
    expect(htmlOf(grid)).toContain('<td class="why"></td>');
  });

  const AUDITS = {
    'audit/2025-26/welcome.yaml':
      'element: welcome\nstatus: complete\ncompleted: 2025-10-10\njudgements: { welcome.1: { rating: begun, because: Not yet. } }\n',
    'audit/2026-27/welcome.yaml':
      'element: welcome\nstatus: complete\ncompleted: 2026-10-10\njudgements: { welcome.1: { rating: begun, strands: { language: sound }, because: They are. } }\n',
  };

  test('sets the words of each statement beside its judgements then and now', () => {
    const view = viewOf(AUDITS);
    expect(view.judgements).toEqual([
      {
        element: 'Welcome & Arrival',
        statements: [
          {
            text: 'Families are greeted.',
            before: expect.objectContaining({ title: 'Begun' }),
            now: expect.objectContaining({ title: 'Sound' }),
            because: 'They are.',
          },
        ],
      },
      {
        element: 'Lessons',
        statements: [{ text: 'Lessons use home languages.', before: null, now: null, because: null }],
      },
    ]);
    expect(viewOf(AUDITS, 'care').judgements[0]?.statements[0]?.now).toMatchObject({ title: 'Begun' });
    expect(viewOf().judgements).toEqual([]);
    expect(htmlOf(AUDITS)).toContain('Families are greeted.');
    expect(htmlOf()).toContain('There is no audit yet');
  });

  test('leads from each claim and action to its evidence, and from there back', () => {
    const { claims, actions, evidence } = viewOf();
    expect(claims.map(({ anchor, evidence: refs }) => [anchor, refs.map(({ ref }) => ref)])).toEqual([
      ['claim-1', ['E1', 'E2', 'E3']],
      ['claim-2', []],
    ]);
    expect(actions.map(({ anchor, evidence: refs }) => [anchor, refs.map(({ ref }) => ref)])).toEqual([
      ['action-1', ['E1', 'E2']],
      ['action-2', []],
    ]);
    const greeters = { title: 'Pupils who greet in eleven languages', anchor: 'action-1' };
    expect(evidence.map(({ ref, claims: of, actions: by }) => [ref, of, by])).toEqual([
      ['E1', [{ number: 1, anchor: 'claim-1' }], [greeters]],
      ['E2', [{ number: 1, anchor: 'claim-1' }], [greeters]],
      ['E3', [{ number: 1, anchor: 'claim-1' }], []],
    ]);
    const html = htmlOf();
    expect(html).toContain('<li id="claim-1">');
    expect(html).toContain('For claim <a href="#claim-1">1</a>');
  });

  test('gives the whole fingerprint of a file', () => {
    expect(htmlOf()).toContain(`<code>${'ab12'.repeat(16)}</code>`);
  });

  test('an evidence item that can’t be read is never one that is not there', () => {
    const file = 'evidence/visitors-words/evidence.yaml';
    const html = htmlOf({ [file]: '[' });
    expect(html).toContain(`<span class="fault">${file} can’t be read.</span>`);
    // The one that there really is not.
    expect(html.match(/There is no such item\./g)).toHaveLength(1);
  });

  test('begins with a cover where one is wanted, and has one main heading either way', () => {
    const covered = renderer(viewOf({}, 'language', { cover: true }));
    expect(covered).toContain('<header class="cover">');
    expect(covered).not.toContain('class="masthead"');
    expect(covered.match(/<h1/g)).toHaveLength(1);
    expect(htmlOf()).not.toContain('<header class="cover">');
  });

  test('says quietly what is not written yet, and keeps the heading', () => {
    const html = htmlOf({}, 'care');
    for (const heading of [
      'What we set out to do',
      'What we did',
      'What pupils say',
      'How it will last',
      'What comes next',
      'Evidence index',
      'Signatures',
    ])
      expect(html).toContain(`${heading}</h2>`);
    expect(html.match(/Not written yet/g)).toHaveLength(5);
    expect(html.match(/class="blank"/g)).toHaveLength(2);
  });

  test('a field that the view lacks fails at once', () => {
    const whole = summaryView(schoolOf(), summaryOf(schoolOf(), 'language'), '2026-27', ON);
    const { school: _school, ...handed } = whole;
    expect(() => renderer(handed as never)).toThrow(
      'templates/reports/partials/masthead.hbs:7 It asks for school, which this page does not have.',
    );
    expect(() => renderer({ ...whole, requirements: { rows: [{}] } } as never)).toThrow(
      'which this page does not have',
    );
  });

  test.each([{}, COMPLETE, { 'grid/2026-27.yaml': '', 'grid/2025-26.yaml': '' }])(
    'the templates ask for nothing that the view never has',
    (files) => {
      const strict = <T>(value: T): T =>
        value === null || typeof value !== 'object'
          ? value
          : new Proxy(value, {
              get: (target, key) => {
                if (typeof key === 'string' && !(key in target)) throw new Error(`There is no ${key}.`);
                return strict(Reflect.get(target, key));
              },
            });
      for (const strand of ['language', 'care']) {
        const workspace = schoolOf(files);
        const view = summaryView(workspace, summaryOf(workspace, strand), '2026-27', ON);
        const known = ['css'];
        expect(() =>
          renderer(
            Object.fromEntries(
              Object.entries(view).map(([key, value]) => [key, known.includes(key) ? value : strict(value)]),
            ) as never,
          ),
        ).not.toThrow();
      }
    },
  );
});

describe('DRAFT', () => {
  const awarded = (day: string): { readonly [path: string]: string } => ({
    'awards.yaml': `visits: [{ date: ${day}, kind: accreditation, decisions: { language: awarded } }]\n`,
  });
  test.each([
    ['stands across a summary whose badge may not be claimed', {}, true],
    ['is gone once every requirement is met', COMPLETE, false],
    ['stays where that can’t be told', { ...COMPLETE, 'evidence/visitors-words/evidence.yaml': 'title: [' }, true],
    ['is gone once the badge has been awarded on it', awarded('2027-05-30'), false],
    ['stays where the award came before this summary', awarded('2026-03-30'), true],
  ] as const)('%s', (_, files, draft) => {
    const html = htmlOf(files);
    expect(html.includes('class="watermark" aria-hidden="true">DRAFT')).toBe(draft);
  });

  test('an awarded badge’s requirements are shown as they stood on the day', () => {
    expect(htmlOf(awarded('2027-05-30'))).toContain('as found on 30 May 2027');
  });
});

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{7*7}} {{{constructor}}} {{> grid}}',
  '[x](javascript:alert(1)) <javascript:alert(1)> [y](data:text/html,x) ![z](https://example.org/z.png)',
  ']]> --> </style></title><b>',
  "' onmouseover='x",
];

const tagsOf = (html: string): readonly RegExpExecArray[] => [
  ...html.replace(/<style>[\s\S]*?<\/style>/, '').matchAll(/<\/?([a-z][a-z0-9]*)\b([^>]*)>/g),
];

describe('what strangers write', () => {
  const usual = new Set(tagsOf(htmlOf()).map(([, name]) => name));

  test.each(HOSTILE)('%s is shown and does nothing', (text) => {
    const quoted = JSON.stringify(text);
    const html = htmlOf({
      'lem.yaml': `format: 1\nprogramme: harbour-2\nschool: { name: ${quoted} }\n`,
      'plan/greeters.yaml': `title: ${quoted}\nstrands: [language]\nstatus: complete\nlead: ${quoted}\nimprovementPlan: ${quoted}\nbaseline: ${quoted}\noutcome: ${quoted}\nimpact: ${quoted}\n`,
      'evidence/door-diary/evidence.yaml': `title: ${quoted}\nkind: data\ndate: 2027-01-29\nholder: ${quoted}\nfiles: [{ path: ${quoted} }]\n`,
      'grid/2026-27.yaml': `year: 2026-27\ncells: { welcome: { language: { rating: sound, because: ${quoted} } } }\n`,
      'accreditation/2026-27/language.yaml': `strand: language\nstatus: draft\ngoals: ${quoted}\nactions: [greeters, ${quoted}]\noutcomes: [{ claim: ${quoted}, evidence: [door-diary, ${quoted}] }]\npupilVoice: ${quoted}\nsigned: [{ by: ${quoted}, on: 2027-05-01 }]\n`,
    });
    for (const [, name, attributes] of tagsOf(html)) {
      expect(usual).toContain(name);
      expect((attributes ?? '').replace(/"[^"]*"/g, '""')).toMatch(/^( [a-z-]+(="")?)*$/);
    }
    expect(html).not.toMatch(/href="(?!#|https?:|mailto:)/i);
    expect(html).not.toContain('49');
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(html.match(/<\/title>/g)).toHaveLength(1);
  });

  test('the foot of a page can neither end its text nor its style', () => {
    const foot = runningFoot(['</style><script>x</script>', 'a"; } body { display: none', '\\', 'Ünlü\n'], DIGEST);
    expect(foot).not.toMatch(/[<>]/);
    expect(foot.match(/"/g)).toHaveLength(6);
    expect(foot).toContain('Ünlü\\a  · content c0ffeec0ffeec0ff"');
  });

  test('Markdown keeps to paragraphs, lists, emphasis and links to the web', () => {
    expect(markdown('# Big\n\na *b* "c"\n\n- d\n')).toBe(
      '<p class="heading"><b>Big</b></p>\n<p>a <i>b</i> “c”</p>\n<ul>\n<li>d</li>\n</ul>\n',
    );
    expect(markdown('[a](https://example.org) [b](mailto:office@school.example)')).toContain(
      '<a href="mailto:office@school.example" rel="noopener noreferrer nofollow">b</a>',
    );
    expect(markdown('[a](ftp://example.org) [b](//example.org) [c](/x)')).not.toContain('<a');
    expect(line('*a* <b>\n "c"')).toBe('*a* &lt;b&gt; “c”');
  });
});

describe('a drafted summary', () => {
  test('is made of what the workspace says already', () => {
    const { content } = draftSummary(schoolOf(), 'language', '2026-27', ON);
    const source = parse('x', content);
    expect(source.data).toEqual({
      strand: 'language',
      status: 'draft',
      goals: '- Pupils who greet in eleven languages: Every family hears its own language on its first visit.\n',
      actions: ['greeters'],
      outcomes: [
        { claim: 'Eleven languages at the door, every morning.\n', evidence: ['door-diary', 'visitors-words'] },
      ],
      signed: [],
    });
    expect(content).toContain('# yaml-language-server: $schema=../../.lem/schemas/summary.json');
    expect(content).toContain('#   visitors-words: What visitors said');
    expect(content).toContain('#   word-walls: Word walls in every room (due 1 June 2027)');
    expect(content).toContain('#   Lessons: Begun');
  });

  test('claims nothing for an action that says no outcome', () => {
    const { content, left } = draftSummary(
      schoolOf({ 'plan/greeters.yaml': 'title: x\nstrands: [language]\nstatus: complete\n' }),
      'language',
      '2026-27',
      ON,
    );
    expect(left).toEqual(['greeters']);
    expect(parse('x', content).data).toMatchObject({ actions: ['greeters'], outcomes: [] });
  });

  const values = [
    ...HOSTILE,
    'a: b # c',
    '- a\n- b',
    'it\'s "so"',
    '"',
    '\\',
    '| >',
    '%YAML',
    '--- x',
    '...',
    '&a *b !c @d `e',
    '👩🏽‍🏫 naïve 漢字',
    'true',
    '12',
    '~',
    '2027-01-01',
    '{ a: [b] }',
    'a\tb\n\tc',
    'one\n\n\n  two\n    three \n',
    'a\r\nb\rc',
    'nul \u0000 del \u007f nel \u0085 ls \u2028 bom \ufeff',
    '\ud800 lone',
    `${'word '.repeat(60)}- dash 1. one # hash`,
    'x'.repeat(300),
    '? a',
    ': a',
    '  leading',
    'ends with colon:',
  ];
  test.each(values)('holds against the schema whatever the texts contain: %j', (value) => {
    const quoted = JSON.stringify(value);
    const workspace = schoolOf({
      'plan/greeters.yaml': `title: ${JSON.stringify(value.slice(0, 200))}\nstrands: [language]\nstatus: complete\nsuccess: ${quoted}\noutcome: ${quoted}\nevidence: [${quoted}]\n`,
      'plan/word-walls.yaml': `title: ${JSON.stringify(value.slice(0, 200))}\nstrands: [language]\nstatus: planned\n`,
      'evidence/visitors-words/evidence.yaml': `title: ${JSON.stringify(value.slice(0, 200))}\nkind: pupil-voice\ndate: 2027-01-15\nstrands: [language]\n`,
    });
    const { content } = draftSummary(workspace, 'language', '2026-27', ON);
    const source = parse('accreditation/2026-27/language.yaml', content);
    expect(source.problems).toEqual([]);
    const { known, problems } = validate('summary', source);
    expect(problems).toEqual([]);
    const action = workspace.actions.get('greeters');
    const words = (text = ''): string => text.replace(/\s+/g, ' ').trim();
    if (known.state !== 'known' || action?.state !== 'known') throw new Error('not known');
    expect(words(known.value.outcomes?.[0]?.claim)).toBe(words(action.value.outcome));
    expect(known.value.outcomes?.[0]?.evidence).toEqual(action.value.evidence);
  });

  test('a literal block breaks long lines at spaces, never so that a word turns into Markdown', () => {
    const block = yamlBlock(`${'word '.repeat(18)}- not a list, and ${'more '.repeat(20)}`, 2, 80);
    const lines = block.split('\n').slice(1);
    expect(lines.length).toBeGreaterThan(2);
    for (const each of lines) expect(each).not.toMatch(/^ {2}- /);
    expect(yamlBlock(`- ${'word '.repeat(40)}`, 2, 60).split('\n')[2]).toMatch(/^ {4}word/);
  });
});

describe('the command', () => {
  interface Made {
    readonly world: World;
    readonly printed: Printing[];
    readonly said: string[];
    closed: number;
  }

  function worldOf(
    files: { readonly [path: string]: string } = {},
    browser: 'open' | 'none' | 'failing' = 'open',
  ): Made {
    const listing = listingOf(files);
    const made: Made = { world: null as never, printed: [], said: [], closed: 0 };
    const opened: BrowserOpened =
      browser === 'none'
        ? { state: 'none', message: 'There is no browser.', remedy: 'Install one, or --html-only.' }
        : {
            state: 'open',
            name: 'Pretend',
            print: async (printing) => {
              made.printed.push(printing);
              if (browser === 'failing' && made.printed.length === 2)
                return { state: 'failed', message: 'It broke.', remedy: 'Try again.' };
              return { state: 'printed', pdf: new TextEncoder().encode('%PDF'), pages: 3 };
            },
            close: async () => {
              made.closed++;
            },
          };
    const absent = (): never => {
      throw new Error('not here');
    };
    const world: World = {
      cwd: '/school',
      today: ON,
      files: {
        resolve: (folder, path) => (path.startsWith('/') ? path : path === '.' ? folder : `${folder}/${path}`),
        shown: (folder, path) => path.replace(`${folder}/`, ''),
        findUp: () => '/school',
        list: () => listing,
        readText: absent,
        readBytes: absent,
        readGiven: absent,
        asEntry: absent,
        fingerprint: () => DIGEST,
        textDigest: () => DIGEST,
        walk: (folder) =>
          folder === TEMPLATES ? [...templatesWith().keys()].map((path) => path.slice(TEMPLATES.length + 1)) : [],
        foldersWith: () => [],
        filesOutside: () => [],
        exists: (path) => path === '/school' || listing.entries.has(path.replace('/school/', '')),
        shipped,
        shippedFolder: (path) => path,
      },
      terminal: { width: 80, interactive: false, progress: (each) => void made.said.push(each) },
      fonts: () => [],
      openBrowser: async () => opened,
      prompts: absent,
      photos: absent,
      sheets: absent,
      inParallel: absent,
      save: absent,
      remembered: absent,
      time: absent,
      changedFiles: absent,
      bundles: absent,
      sshKeys: absent,
      word: absent,
      serve: absent,
      commitOf: absent,
      history: absent,
    };
    return Object.assign(made, { world });
  }

  const call = async (
    made: Made,
    verb: 'new' | 'render',
    strand?: string,
    options: { readonly [name: string]: unknown } = {},
  ): Promise<Outcome> => {
    const outcome = await command.verbs?.[verb]?.run?.(made.world, { args: [strand], options });
    if (outcome === undefined) throw new Error('no verb');
    return outcome;
  };
  const said = ({ report }: Outcome): string =>
    report
      .flatMap((block) => (block.kind === 'lines' ? block.lines : []))
      .map((each) =>
        typeof each === 'string' ? each : each.map((part) => (typeof part === 'string' ? part : part.text)).join(''),
      )
      .join('\n');
  const written = ({ changes }: Outcome): readonly string[] => changes?.files.map(({ path }) => path) ?? [];

  test('new drafts a file and never writes over one', async () => {
    const fresh = await call(worldOf({ 'accreditation/2026-27/language.yaml': '' }), 'new', 'language');
    expect(fresh).toMatchObject({ exit: 0, changes: { into: '/school', replace: false } });
    expect(written(fresh)).toEqual(['accreditation/2026-27/language.yaml']);
    const there = await call(worldOf(), 'new', 'language');
    expect(there.exit).toBe(2);
    expect(there.changes).toBeUndefined();
    expect(said(there)).toContain('accreditation/2026-27/language.yaml is already there');
  });

  test('new files under --year, and refuses what is none', async () => {
    expect(written(await call(worldOf(), 'new', 'language', { year: '2027/28' }))).toEqual([
      'accreditation/2027-28/language.yaml',
    ]);
    expect((await call(worldOf(), 'new', 'language', { year: '2027-29' })).exit).toBe(2);
  });

  test.each(['new', 'render'] as const)('%s offers the nearest strand for one that there is not', async (verb) => {
    const outcome = await call(worldOf(), verb, 'languages');
    expect(outcome.exit).toBe(2);
    expect(said(outcome)).toMatch(/There is no strand languages in harbour-2\.\n.*Did you mean language\?/);
  });

  test('render writes HTML and PDF of one strand, and says so', async () => {
    const made = worldOf();
    const outcome = await call(made, 'render', 'language');
    expect(outcome).toMatchObject({ exit: 0, changes: { into: '/school', replace: true } });
    expect(written(outcome)).toEqual(['build/2026-27/language.html', 'build/2026-27/language.pdf']);
    expect(said(outcome)).toMatch(/build\/2026-27\/language\.pdf +1 kB, 3 pages +DRAFT/);
    expect(made.printed[0]).toMatchObject({
      created: ON,
      digest: DIGEST,
      html: expect.stringContaining('Home Language · content c0ffee'),
    });
    expect(made.closed).toBe(1);
  });

  test('render --all takes every summary there is, on one browser, and shows how far it is', async () => {
    const made = worldOf();
    expect(written(await call(made, 'render', undefined, { all: true }))).toHaveLength(4);
    expect(made.said).toEqual(['Rendering 1 of 2 …', 'Rendering 2 of 2 …', '']);
    expect(made.closed).toBe(1);
  });

  test('render --cover begins with one', async () => {
    for (const cover of [true, false]) {
      const outcome = await call(worldOf(), 'render', 'language', { htmlOnly: true, cover });
      expect(String(outcome.changes?.files[0]?.content).includes('<header class="cover">')).toBe(cover);
    }
  });

  test('render --html-only opens no browser; --out writes elsewhere', async () => {
    const made = worldOf({}, 'none');
    const outcome = await call(made, 'render', 'language', { htmlOnly: true, out: 'elsewhere' });
    expect(outcome).toMatchObject({ exit: 0, changes: { into: '/school/elsewhere' } });
    expect(written(outcome)).toEqual(['2026-27/language.html']);
    expect(said(outcome)).toContain('elsewhere/2026-27/language.html');
  });

  test('without a browser the HTML is written, and the message says what to do', async () => {
    const outcome = await call(worldOf({}, 'none'), 'render', undefined, { all: true });
    expect(outcome.exit).toBe(2);
    expect(written(outcome)).toEqual(['build/2026-27/language.html', 'build/2026-27/care.html']);
    expect(said(outcome)).toContain('Install one, or --html-only.');
  });

  test('a browser that breaks off is closed, and what was done by then is kept', async () => {
    const made = worldOf({}, 'failing');
    const outcome = await call(made, 'render', undefined, { all: true });
    expect(outcome.exit).toBe(2);
    expect(written(outcome)).toEqual([
      'build/2026-27/language.html',
      'build/2026-27/language.pdf',
      'build/2026-27/care.html',
    ]);
    expect(made.closed).toBe(1);
  });

  test('a summary that can’t be read is never rendered as if it were not there', async () => {
    const broken = { 'accreditation/2026-27/care.yaml': 'strand: [' };
    expect(said(await call(worldOf(broken), 'render', 'care'))).toContain(
      'accreditation/2026-27/care.yaml can’t be read',
    );
    const all = await call(worldOf(broken), 'render', undefined, { all: true });
    expect(all.exit).toBe(2);
    expect(written(all)).toHaveLength(2);
  });

  test.each([
    ['neither a strand nor --all', undefined, {}],
    ['both', 'language', { all: true }],
    ['no date', 'language', { on: '2027-02-30' }],
  ] as const)('render refuses %s', async (_, strand, options) => {
    expect((await call(worldOf(), 'render', strand, options)).exit).toBe(2);
  });

  test('render of a strand without a summary says how to begin one', async () => {
    expect(said(await call(worldOf({ 'accreditation/2026-27/care.yaml': '' }), 'render', 'care'))).toContain(
      'lem summary new care',
    );
  });
});
