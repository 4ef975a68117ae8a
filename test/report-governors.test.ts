import { concernsOn, unplannedCells } from '../src/facts/concerns.ts';
import { deadlinesOn } from '../src/facts/deadlines.ts';
import { gridFacts } from '../src/facts/grid.ts';
import { compareGrids } from '../src/facts/grid-comparison.ts';
import { standingOn } from '../src/facts/history.ts';
import { planStanding } from '../src/facts/plan-standing.ts';
import { inWords } from '../src/model/calendar.ts';
import { needsAction } from '../src/model/programme.ts';
import { openBrowser } from '../src/shell/browser.ts';
import { type GovernorsView, governorsView } from '../src/views/report/governors.ts';
import type { Workspace } from '../src/workspace/workspace.ts';
import { DIGEST, rendererOf } from './support/pages.ts';
import { example, longTitle, madeUpSchool, type Over } from './support/report-school.ts';

const ON = '2026-06-08';
const YEAR = '2025-26';
const LONG = 120_000;
const CELL = 'grid/2025-26.yaml';
const OVERDUE = 'title: Ramps\nstrands: [disability]\nstatus: in-progress\ndue: 2026-03-27\n';

const sample = (over: Over = {}): Workspace => example('ribble-bank', over);
const viewOf = (over: Over = {}): GovernorsView => governorsView(sample(over), ON);
const renderer = rendererOf<GovernorsView>('governors');

describe('what governors are told', () => {
  test('is what the facts say', () => {
    const workspace = sample();
    const view = governorsView(workspace, ON);
    const standing = standingOn(workspace, ON);
    const { cells, strands } = gridFacts(workspace, YEAR);
    const plan = planStanding(workspace, ON);
    const pressing = cells.filter(({ rating }) => rating !== null && needsAction(workspace.programme, rating));
    expect(view.mark.figures.map(({ value }) => value)).toEqual([
      String(standing.held),
      String(standing.strands.filter(({ badge }) => badge === 'ready').length),
      String(pressing.length),
    ]);
    expect(view.strands.rows.map(({ now }) => now?.title.toLowerCase())).toEqual(strands.map(({ rating }) => rating));
    expect(view.strands.rows.map(({ badge }) => badge?.kind)).toEqual(standing.strands.map(({ badge }) => badge));
    expect(view.plan.figures.map(({ value }) => Number(value))).toEqual(
      [plan.onTime, plan.overdue, plan.complete, plan.stopped].map((list) => list.length),
    );
    const coming = deadlinesOn(workspace, ON).filter(({ overdue }) => !overdue);
    expect(view.dates.items.length + view.dates.more).toBe(coming.length);
    expect(view.dates.items.map(({ date }) => date)).toEqual(
      coming.slice(0, view.dates.items.length).map(({ date }) => inWords(date)),
    );
  });

  test('counts every cell that moved, shown or not, and puts falls first', () => {
    const workspace = sample();
    const compared = compareGrids(workspace, YEAR);
    if (compared.state !== 'compared') throw new Error(compared.state);
    const { moved, strands } = governorsView(workspace, ON);
    expect(moved.items.length + moved.more).toBe(compared.overall.counts.up + compared.overall.counts.down);
    expect(strands.rows.map(({ raised, fallen }) => [raised, fallen])).toEqual(
      compared.strands.map(({ counts }) => [counts.up, counts.down]),
    );
    const text =
      'year: 2025-26\ncells: { leadership-and-governance: { race: red }, learning-and-teaching: { disability: green } }\n';
    expect(viewOf({ [CELL]: text }).moved.items).toMatchObject([
      { move: 'down', where: 'Leadership and Governance, Race' },
      { move: 'up', where: 'Learning and Teaching, Disability' },
    ]);
  });

  test('names the cells without an action by how pressing they are, three at most', () => {
    const none: Over = Object.fromEntries([...sample().actions.values()].map(({ file }) => [file, null]));
    const workspace = sample(none);
    const { unplanned } = governorsView(workspace, ON).plan;
    const cells = unplannedCells(workspace, YEAR);
    expect(unplanned.items.length).toBeLessThanOrEqual(3);
    expect(unplanned.items.length + unplanned.more).toBe(cells.length);
    expect(unplanned.items[0]?.where).toContain(
      `, ${workspace.programme.strands.get(cells[0]?.strand ?? '')?.title.slice(0, 8)}`,
    );
  });

  test('asks three questions, those first that press most', () => {
    const kinds = (over: Over): readonly string[] => concernsOn(sample(over), YEAR, ON).map(({ kind }) => kind);
    expect(kinds({ 'plan/ramps.yaml': OVERDUE })[0]).toBe('overdue');
    expect(kinds({})).not.toContain('overdue');
    const [first] = viewOf({ 'plan/ramps.yaml': OVERDUE }).questions;
    expect(first?.question).toContain('“Ramps”');
    expect(first?.fact).toContain('27 March 2026');
    const leaderless = sample().referenceGroup;
    if (leaderless.state !== 'known') throw new Error('no group');
    const text = JSON.stringify({
      members: leaderless.value.members.filter(({ represents }) => represents !== 'senior-leadership'),
    });
    expect(
      viewOf({ 'reference-group.yaml': text })
        .questions.map(({ fact }) => fact)
        .join(' '),
    ).toContain('represents: Senior leadership team');
    for (const over of [{}, { 'plan/ramps.yaml': OVERDUE }]) expect(viewOf(over).questions).toHaveLength(3);
  });

  test('a workspace with nothing in it has three questions, and says of the rest that it is not there yet', () => {
    const view = governorsView(example('first-day'), ON);
    expect(view.questions).toHaveLength(3);
    expect(view.strands.before).toBeNull();
    const html = renderer(view);
    for (const said of ['no earlier grid', 'Not rated', 'no ratings yet']) expect(html).toContain(said);
  });

  test.each([
    ['plan/everyday-language.yaml', ['plan', 'unplanned', 'none']],
    ['awards.yaml', ['mark', 'words']],
  ])('%s that can’t be read is no “no”: it is named, and what rests on it can’t be told', (file, path) => {
    const view = viewOf({ [file]: 'title: [' });
    expect(view.untold).toContain(file);
    const said = path.reduce<unknown>((value, key) => (value as { [key: string]: unknown })[key], view);
    expect(said).toContain(`${file} can’t be read`);
    if (file === 'awards.yaml') {
      expect(view.mark.figures[0]?.value).toBe('?');
      expect(view.strands.rows.every(({ badge }) => badge === null)).toBe(true);
    }
  });

  test('a folder of the plan that can’t be read leaves no cell without an action', () => {
    const none: Over = Object.fromEntries([...sample().actions.values()].map(({ file }) => [file, null]));
    const view = viewOf({ ...none, plan: 'elsewhere' });
    expect(view.plan.unplanned).toMatchObject({ items: [], more: 0 });
    expect(view.plan.unplanned.none).toContain('plan can’t be read');
    expect(view.questions.map(({ question }) => question).join(' ')).not.toContain('Who will take up');
  });

  test('holds no text about anybody: reasons, outcomes and what pupils said stay out, and so does a title that tells too much', () => {
    const workspace = sample({
      'plan/ramps.yaml': OVERDUE.replace('Ramps', 'A ramp for our 3 wheelchair pupils'),
    });
    const html = renderer(governorsView(workspace, ON));
    expect(html).not.toContain('wheelchair');
    expect(html).toContain('plan/ramps.yaml');
    for (const known of workspace.actions.values()) {
      if (known.state !== 'known') continue;
      for (const text of [known.value.baseline, known.value.outcome, known.value.impact])
        if (text !== undefined) expect(html).not.toContain(text.slice(0, 30));
    }
  });
});

describe('the page', () => {
  test.each([
    ['the sample school', () => sample()],
    ['the first day', () => example('first-day')],
    ['another award', () => madeUpSchool({ strands: 3, elements: 2 })],
  ])('of %s is well formed: one h1, no level left out, every id once, every reference leads somewhere', (_, make) => {
    const html = renderer(governorsView(make(), ON));
    const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/aria-labelledby="([^"]+)"/g)) expect(ids).toContain(target);
    expect(html).not.toMatch(/<th(?! scope="(col|row)")\b/);
  });

  test.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '{{7*7}} {{{constructor}}}',
    '</style></title><b>',
  ])('%s does nothing in it', (text) => {
    const title = (): string => text;
    const html = renderer(governorsView(madeUpSchool({ strands: 3, elements: 4, title }), ON));
    const tags = [...html.replace(/<style>[\s\S]*?<\/style>/, '').matchAll(/<\/?([a-z][a-z0-9]*)\b/g)].map(
      ([, name]) => name,
    );
    const usual = [
      ...renderer(governorsView(madeUpSchool({ strands: 3, elements: 4 }), ON)).matchAll(/<\/?([a-z][a-z0-9]*)\b/g),
    ];
    for (const tag of tags) expect(usual.map(([, name]) => name)).toContain(tag);
    expect(html).not.toMatch(/ on[a-z]+="|>49/);
  });
});

describe('one side of A4', () => {
  type Open = Extract<Awaited<ReturnType<typeof openBrowser>>, { state: 'open' }>;
  let browser: Open;
  beforeAll(async () => {
    const opened = await openBrowser(process.env);
    if (opened.state === 'none') throw new Error(opened.message);
    browser = opened;
  }, LONG);
  afterAll(() => browser?.close());
  const printing = rendererOf<GovernorsView>('governors', { hasFonts: true });
  const broken: Over = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [`plan/action-${index + 1}.yaml`, 'title: [']),
  );

  test.each([
    ['the sample school', () => sample()],
    ['the first day', () => example('first-day')],
    ['8 strands and 15 elements with long titles', () => madeUpSchool({ strands: 8, elements: 15, title: longTitle })],
    [
      '20 strands and 40 elements with long titles',
      () => madeUpSchool({ strands: 20, elements: 40, title: longTitle }),
    ],
    ['1 strand and 1 element', () => madeUpSchool({ strands: 1, elements: 1, actions: 1 })],
    [
      'titles without a space',
      () => madeUpSchool({ strands: 8, elements: 15, title: (_, number) => `${number}${'W'.repeat(180)}` }),
    ],
    [
      'titles in Arabic',
      () =>
        madeUpSchool({
          strands: 8,
          elements: 15,
          title: (_, number) => `${number} ${'مدرسة ابتدائية في لانكشير '.repeat(5)}`,
        }),
    ],
    [
      'titles of emoji',
      () => madeUpSchool({ strands: 8, elements: 15, title: (_, number) => `${number} ${'👩🏽‍🏫🎉'.repeat(40)}` }),
    ],
    [
      'files that can’t be read',
      () => madeUpSchool({ strands: 8, elements: 15, title: longTitle, actions: 30, over: broken }),
    ],
  ])(
    '%s',
    async (_, make) => {
      const view = governorsView(make(), ON);
      const printed = await browser.print({ html: printing(view), digest: DIGEST, created: ON });
      expect(printed).toMatchObject({ state: 'printed', pages: 1 });
      // The page cuts off what would not fit; nothing may have to be cut, so the same page a little lower must do too.
      const lower = printing(view).replace('main { height: 262mm; overflow: hidden; }', 'main { break-after: avoid; }');
      const whole = await browser.print({ html: lower, digest: DIGEST, created: ON });
      expect(whole).toMatchObject({ state: 'printed', pages: 1 });
      expect(view.questions).toHaveLength(3);
      if (printed.state === 'printed') expect(await sizeOf(printed.pdf, 'Three questions')).toBeCloseTo(12, 1);
    },
    LONG,
  );

  /** The size of a text in a PDF, in points: a browser makes everything smaller where something is too wide. */
  async function sizeOf(pdf: Uint8Array, text: string): Promise<number | undefined> {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
    const { items } = await (await document.getPage(1)).getTextContent();
    return items
      .flatMap((item) => ('str' in item && item.str.startsWith(text) ? [item.height] : []))
      .sort((a, b) => b - a)[0];
  }

  test('8 strands and 15 elements all have a place, and so have the three cells that press most', () => {
    const { strands, plan } = governorsView(madeUpSchool({ strands: 8, elements: 15, title: longTitle }), ON);
    expect([strands.rows.length, strands.elements.length, strands.left]).toEqual([8, 15, null]);
    expect(plan.unplanned.items).toHaveLength(3);
  });

  test('what is left out is counted', () => {
    const workspace = madeUpSchool({ strands: 20, elements: 40, title: longTitle });
    const { strands, moved, dates } = governorsView(workspace, ON);
    expect(strands.left).toContain(
      `${20 - strands.rows.length} more strands, ${40 - strands.elements.length} more elements`,
    );
    expect(strands.rows.length).toBeGreaterThan(5);
    expect([moved.more, dates.more].every((more) => more > 0)).toBe(true);
    expect(renderer(governorsView(workspace, ON))).toContain(`and ${moved.more} more`);
  });
});
