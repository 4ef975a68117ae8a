import { cellsToAsk } from '../src/facts/cells-to-ask.ts';
import { changesSince } from '../src/facts/changes-since.ts';
import { badgeFacts } from '../src/facts/eligibility.ts';
import { nextVisit } from '../src/facts/visit-next.ts';
import { groupsMet, whoToMeet } from '../src/facts/who-to-meet.ts';
import { seen } from '../src/model/known.ts';
import { needsAction } from '../src/model/programme.ts';
import { openBrowser } from '../src/shell/browser.ts';
import { schemaAt } from '../src/source/schema-at.ts';
import { type TeamView, teamView } from '../src/views/report/team.ts';
import type { Workspace } from '../src/workspace/workspace.ts';
import { DIGEST, rendererOf } from './support/pages.ts';
import { example, longTitle, madeUpSchool, type Over } from './support/report-school.ts';

const ON = '2026-06-08';
const YEAR = '2025-26';
const LONG = 120_000;
const BOOKED = 'visits: [{ date: 2026-06-25, kind: accreditation, strands: [race], auditSent: 2026-05-01 }]\n';

const sample = (over: Over = {}): Workspace => example('ribble-bank', over);
const viewOf = (over: Over = {}): TeamView => teamView(sample(over), ON);
const renderer = rendererOf<TeamView>('team');
const pagesOf = (view: TeamView, strand: string): TeamView['strands'][number] => {
  const found = view.strands.find(({ id }) => id === strand);
  if (found === undefined) throw new Error(strand);
  return found;
};

describe('the visit that a pack is for', () => {
  const visit = (text: string) => nextVisit(sample({ 'calendar.yaml': `visits: [${text}]\n` }), ON);

  test('is the first on or after the day, with its strands in the programme’s order', () => {
    const later = '{ date: 2026-07-01, kind: accreditation, strands: [disability] }';
    const [past, today] = ['2026-06-07', ON].map(
      (date) => `{ date: ${date}, kind: accreditation, strands: [gender, race] }`,
    );
    expect(visit(`${later}, ${past}`)).toMatchObject({ visit: { date: '2026-07-01' }, strands: ['disability'] });
    expect(visit(`${later}, ${today}`)).toMatchObject({ visit: { date: ON }, strands: ['race', 'gender'] });
  });

  test('is about all strands where none is booked, or where it names none that there are', () => {
    const all = [...sample().programme.strands.keys()];
    expect(visit('')).toEqual({ visit: null, strands: all, untold: null });
    expect(visit('{ date: 2026-07-01, kind: advisory }').strands).toEqual(all);
    expect(visit('{ date: 2026-07-01, kind: accreditation, strands: [vanished] }').strands).toEqual(all);
    expect(renderer(viewOf({ 'calendar.yaml': 'visits: []\n' }))).toContain('No visit is booked');
  });

  test('can’t be told where the calendar can’t be read', () => {
    const view = viewOf({ 'calendar.yaml': 'visits: [' });
    expect(view.visit.open.join(' ')).toContain('calendar.yaml can’t be read');
    expect(view.visit.open.join(' ')).not.toContain('No visit is booked');
  });
});

describe('the pages of a strand', () => {
  test('have the requirements, the claims and the items as the facts have them', () => {
    const workspace = sample();
    const view = teamView(workspace, ON);
    expect(view.strands.map(({ id }) => id)).toEqual(nextVisit(workspace, ON).strands);
    for (const { id, requirements, claims, evidence } of view.strands) {
      const { verdicts } = badgeFacts(workspace, id, ON);
      expect(requirements.rows.map(({ outcome }) => outcome)).toEqual(verdicts.map(({ outcome }) => outcome));
      const outcomes = seen(workspace.summaries.get(YEAR)?.get(id))?.outcomes ?? [];
      expect(claims.map(({ claim }) => claim)).toEqual(outcomes.map(({ claim }) => claim));
      expect(claims.map((claim) => claim.evidence.length)).toEqual(outcomes.map((each) => each.evidence?.length ?? 0));
      expect(evidence.map(({ ref }) => ref)).toEqual(evidence.map((_, index) => `E${index + 1}`));
    }
  });

  test('say who holds what is not in the workspace', () => {
    const held = [...sample().evidence.values()].flatMap((known) => seen(known)?.holder ?? []);
    expect(held.length).toBeGreaterThan(0);
    const shown = viewOf().strands.flatMap(({ evidence }) => evidence.flatMap(({ holder }) => holder ?? []));
    expect(held).toEqual(expect.arrayContaining(shown));
    expect(shown.length).toBeGreaterThan(0);
  });

  test('ask about every cell whose rating calls for an action, and about no other', () => {
    const workspace = sample();
    for (const { id, asked } of teamView(workspace, ON).strands) {
      const cells = cellsToAsk(workspace, id, YEAR, ON);
      const pressing = cells.filter(({ rating }) => rating !== null && needsAction(workspace.programme, rating));
      expect(asked.map(({ anchor }) => anchor)).toEqual(pressing.map(({ element }) => `${id}-ask-${element}`));
      for (const { questions } of asked) expect(questions.length).toBeGreaterThan(0);
    }
  });

  test('ask with the statement’s words, the school’s reason, who did not agree and what is under way', () => {
    const audit = `element: pupil-involvement
status: complete
completed: 2025-10-09
assessors: [Caretaker]
judgements:
  pupil-involvement.1:
    rating: red
    because: Nobody came.
    dissent: [{ who: The cook, rating: green, because: They come to me. }]
`;
    const view = viewOf({ 'audit/2025-26/pupil-involvement.yaml': audit });
    const [cell] = pagesOf(view, 'race').asked.filter(({ anchor }) => anchor === 'race-ask-pupil-involvement');
    const said = JSON.stringify(cell?.questions);
    expect(said).toContain(sample().programme.statements.get('pupil-involvement.1')?.text);
    for (const text of [
      'Nobody came.',
      'The cook judged it Green',
      'They come to me.',
      'The school council walks the site',
    ])
      expect(said).toContain(text);
    expect(cell?.judges).toEqual(['Caretaker']);
  });

  test('lead past what calls for an action and what was seen or photographed', () => {
    const workspace = sample();
    const { walk } = pagesOf(teamView(workspace, ON), 'race');
    const cells = cellsToAsk(workspace, 'race', YEAR, ON);
    expect(walk.length).toBe(cells.filter(({ isPressing, sights }) => isPressing || sights.length > 0).length);
    expect(walk.flatMap(({ sights }) => sights).length).toBeGreaterThan(0);
    for (const { look, sights } of walk) expect(look.length + sights.length).toBeGreaterThan(0);
  });

  test('tell what changed after the audit was sent, the day itself left out', () => {
    const workspace = sample({ 'calendar.yaml': BOOKED });
    const { changes } = changesSince(workspace, 'race', '2026-05-01', ON);
    expect(changes.every(({ date }) => date > '2026-05-01' && date <= ON)).toBe(true);
    const shown = pagesOf(teamView(workspace, ON), 'race').changes;
    expect(shown.heading).toContain('since the audit was sent');
    expect(shown.kinds.flatMap(({ what }) => what)).toHaveLength(changes.length);
    const before = changesSince(workspace, 'race', '2026-05-18', ON).changes;
    expect(before.some(({ date }) => date === '2026-05-18')).toBe(false);
    expect(changes.some(({ date }) => date === '2026-05-18')).toBe(true);
  });

  test('name the leads of the strand’s actions and every group of the reference group', () => {
    const workspace = sample();
    const view = teamView(workspace, ON);
    expect(pagesOf(view, 'race').people.leads.map(({ who }) => who)).toEqual(
      whoToMeet(workspace, 'race').leads.map(({ who }) => who),
    );
    expect(whoToMeet(workspace, 'race').leads.map(({ who }) => who)).not.toContain('Humanities leader');
    expect(view.groups.map(({ members }) => members.length)).toEqual(
      groupsMet(workspace).map(({ members }) => members.length),
    );
  });

  test('offer the decisions that the file of awards knows; nothing to take back, and nothing at an advisory visit', () => {
    const words = schemaAt('awards', ['visits', 0, 'decisions', 'race'])?.enum ?? [];
    const { decisions } = pagesOf(viewOf(), 'race');
    expect(decisions.map((word) => word.toLowerCase().replaceAll(' ', '-'))).toEqual(
      words.filter((word) => word !== 'withdrawn'),
    );
    const advisory = viewOf({ 'calendar.yaml': 'visits: [{ date: 2026-06-25, kind: advisory, strands: [race] }]\n' });
    expect(pagesOf(advisory, 'race').decisions).toEqual([]);
    const held = viewOf({
      'calendar.yaml': 'visits: [{ date: 2026-06-25, kind: accreditation, strands: [disability] }]\n',
    });
    expect(pagesOf(held, 'disability').decisions).toHaveLength(words.length);
    expect(pagesOf(held, 'disability').advice).toHaveLength(2);
  });

  test.each([
    ['accreditation/2025-26/race.yaml', 'strand: ['],
    ['evidence/class-book-counts/evidence.yaml', 'title: ['],
    ['audit/2025-26/pupil-involvement.yaml', 'element: ['],
    ['plan/everyday-language.yaml', 'title: ['],
    ['reference-group.yaml', 'members: ['],
    ['grid/2025-26.yaml', 'year: ['],
  ])('%s that can’t be read is named, and is no “no”', (file, text) => {
    const view = viewOf({ [file]: text });
    expect(view.untold).toContain(file);
    const html = renderer(view);
    expect(html.split(`${file} can’t be read`).length + html.split(`${file}, `).length).toBeGreaterThan(2);
    for (const no of ['There is no such item', 'There is no Accreditation Summary yet', 'Nobody yet, and'])
      expect(html).not.toContain(no);
    if (file.startsWith('plan/')) expect(html).not.toContain('No open action takes this up');
  });
});

describe('the page', () => {
  test.each([
    ['the sample school', () => sample()],
    ['all strands of it', () => sample({ 'calendar.yaml': 'visits: []\n' })],
    ['the first day', () => example('first-day')],
    ['another award', () => madeUpSchool({ strands: 3, elements: 2 })],
  ])('of %s is well formed: one h1, no level left out, every id once, every link leads somewhere', (_, make) => {
    const html = renderer(teamView(make(), ON));
    const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/(?:href="#|aria-labelledby=")([^"]+)"/g)) expect(ids).toContain(target);
    expect(html.match(/<table/g) ?? []).toHaveLength(html.match(/<caption/g)?.length ?? 0);
    expect(html).not.toMatch(/<th(?! scope="(col|row)")\b/);
  });

  test.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '{{7*7}} {{{constructor}}}',
    '[x](javascript:alert(1)) ![z](https://example.org/z.png)',
    '</style></title><b>',
  ])('%s does nothing in it', (text) => {
    const quoted = JSON.stringify(text);
    const over: Over = {
      'accreditation/2025-26/strand-1.yaml': `strand: strand-1\nstatus: draft\noutcomes: [{ claim: ${quoted}, evidence: [diary, ${quoted}] }]\nsigned: [{ by: ${quoted}, on: 2026-06-01 }]\n`,
      'evidence/diary/evidence.yaml': `title: ${quoted}\nkind: observation\ndate: 2026-01-01\nstrands: [strand-1]\nelements: [element-1]\nholder: ${quoted}\nlink: ${quoted}\nfiles: [{ path: ${quoted} }]\n`,
      'audit/2025-26/element-1.yaml': `element: element-1\nstatus: draft\nassessors: [${quoted}]\njudgements: { element-1.1: { rating: none, because: ${quoted}, dissent: [{ who: ${quoted}, rating: all, because: ${quoted} }] } }\n`,
      'awards.yaml': `visits: [{ date: 2025-07-03, kind: advisory, recommendations: [{ text: ${quoted} }] }]\n`,
    };
    const usual = new Set([...renderer(viewOf()).matchAll(/<\/?([a-z][a-z0-9]*)\b/g)].map(([, name]) => name));
    const html = renderer(teamView(madeUpSchool({ strands: 2, elements: 2, title: () => text, over }), ON));
    for (const [, name, attributes] of html
      .replace(/<style>[\s\S]*?<\/style>/, '')
      .matchAll(/<\/?([a-z][a-z0-9]*)\b([^>]*)>/g)) {
      expect(usual).toContain(name);
      expect((attributes ?? '').replace(/"[^"]*"/g, '""')).toMatch(/^( [a-z-]+(="")?)*$/);
    }
    expect(html).not.toMatch(/href="(?!#|https?:|mailto:)/i);
    expect(html).not.toContain('>49');
  });
});

describe('on paper', () => {
  type Open = Extract<Awaited<ReturnType<typeof openBrowser>>, { state: 'open' }>;
  let browser: Open;
  beforeAll(async () => {
    const opened = await openBrowser(process.env);
    if (opened.state === 'none') throw new Error(opened.message);
    browser = opened;
  }, LONG);
  afterAll(() => browser?.close());
  const printing = rendererOf<TeamView>('team', { hasFonts: true });

  async function linesOf(
    view: TeamView,
  ): Promise<readonly (readonly { str: string; height: number; transform: number[] }[])[]> {
    const printed = await browser.print({ html: printing(view), digest: DIGEST, created: ON });
    if (printed.state !== 'printed') throw new Error(printed.message);
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const document = await getDocument({ data: new Uint8Array(printed.pdf), verbosity: 0 }).promise;
    return Promise.all(
      Array.from({ length: document.numPages }, async (_, index) => {
        const { items } = await (await document.getPage(index + 1)).getTextContent();
        return items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
      }),
    );
  }

  test(
    'every strand begins a page, and a table that goes on has its heads again',
    async () => {
      const view = viewOf({ 'calendar.yaml': 'visits: []\n' });
      const pages = await linesOf(view);
      const large = pages.map((items) => items.filter(({ height }) => Math.abs(height - 22) < 0.1));
      expect(large.flat().map(({ str }) => str.trim())).toEqual(view.strands.map(({ title }) => title));
      // From the foot of the page, in points: the first thing on it.
      for (const { transform } of large.flat()) expect(transform[5]).toBeGreaterThan(740);
      const heads = pages.filter((items) => items.some(({ str }) => str.startsWith('Where it is')));
      expect(heads.length).toBeGreaterThanOrEqual(view.strands.length);
    },
    LONG,
  );

  test(
    'long titles make nothing smaller',
    async () => {
      const view = teamView(madeUpSchool({ strands: 4, elements: 4, title: longTitle }), ON);
      const sizes = (await linesOf(view)).flatMap((items) =>
        items.flatMap(({ str, height }) => (str.startsWith('What the badge asks for') && height > 9.5 ? [height] : [])),
      );
      expect(sizes.length).toBe(4);
      for (const size of sizes) expect(size).toBeCloseTo(11, 1);
    },
    LONG,
  );
});
