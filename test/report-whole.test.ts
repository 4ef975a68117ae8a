import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadWorkspace } from '../src/commands/load.ts';
import { deadlinesOn } from '../src/facts/deadlines.ts';
import { evidenceItems } from '../src/facts/evidence-items.ts';
import { gridFacts } from '../src/facts/grid.ts';
import { compareGrids } from '../src/facts/grid-comparison.ts';
import { badgesOn, todosOn } from '../src/facts/progress.ts';
import { type IsoDate, inWords } from '../src/model/calendar.ts';
import type { Entry } from '../src/model/listing.ts';
import { STATES } from '../src/views/badges.ts';
import { timeAxis } from '../src/views/report/whole/time-axis.ts';
import { type WholeView, wholeView } from '../src/views/report/whole.ts';
import { assemble } from '../src/workspace/assemble.ts';
import { yearOn } from '../src/workspace/select.ts';
import type { Workspace } from '../src/workspace/workspace.ts';
import { listingOf, schoolOf } from './golden/summary/school.ts';
import { worldIn } from './support/in-process.ts';
import { rendererOf } from './support/pages.ts';

const ON = '2026-06-08';
const render = rendererOf<WholeView>('report');

function example(name: string): Workspace {
  const folder = fileURLToPath(new URL(`../examples/${name}/`, import.meta.url));
  const loaded = loadWorkspace(worldIn(folder, { today: ON }), { args: [], options: {} });
  if ('refusal' in loaded) throw new Error(name);
  return loaded.workspace;
}

function workspaceOf(files: { readonly [path: string]: string }): Workspace {
  const entries = Object.entries(files).map(([path, text]): [string, Entry] => [path, { kind: 'text', text }]);
  const assembly = assemble({ entries: new Map(entries), assets: new Map() }, new Map());
  if (assembly.state !== 'ready') throw new Error(assembly.problems.map(({ message }) => message).join(' '));
  return assembly.workspace;
}

/** An award of eight strands and fifteen elements whose titles don’t fit. */
function largeAward(): Workspace {
  const strands = Array.from({ length: 8 }, (_, index) => ({
    id: `strand-${index}`,
    title: `Strand ${index} <of the very long ${'n'.repeat(100)}`,
    badge: `Badge ${index}`,
  }));
  const elements = Array.from({ length: 15 }, (_, index) => ({
    id: `element-${index}`,
    title: `Element ${index}`,
    statements: [{ id: `element-${index}.1`, text: 'It is so.' }],
  }));
  const programme = {
    format: 1,
    id: 'large',
    title: 'Large Award',
    schoolYear: { starts: '09-01' },
    strands,
    scale: [
      { id: 'no', title: 'No', letter: 'N', colour: '#330000', needsAction: true },
      { id: 'yes', title: 'Yes', letter: 'Y', colour: '#eeeeee' },
    ],
    notApplicable: { id: 'none', title: 'None', letter: 'x', colour: '#616161' },
    rollUp: 'worst',
    elements,
    referenceGroup: { groups: [{ id: 'staff', title: 'Staff' }] },
    requirements: [{ kind: 'grid-complete' }],
    mark: { title: 'Large Mark', window: 'P2Y' },
  };
  return workspaceOf({
    'programme.yaml': JSON.stringify(programme),
    'lem.yaml': 'format: 1\nprogramme: large\nschool: { name: Large School }\n',
    'grid/2025-26.yaml': `year: 2025-26\ncells: { element-0: { strand-0: yes, strand-1: no } }\n`
      .replace('yes', '"yes"')
      .replace(': no', ': "no"'),
  });
}

const READING = readFileSync(new URL('programmes/reading-award/programme.yaml', import.meta.url), 'utf8');
const WORKSPACES: { readonly [name: string]: () => Workspace } = {
  'the sample school': () => example('ribble-bank'),
  'a school on its first day': () => example('first-day'),
  'a small school': () => schoolOf(),
  'a school of the reading award with nothing but its name': () =>
    workspaceOf({
      'programme.yaml': READING,
      'lem.yaml': 'format: 1\nprogramme: reading-award\nschool: { name: A }\n',
    }),
  'a large award': largeAward,
};
const named = Object.entries(WORKSPACES);

const html = (workspace: Workspace, on: IsoDate = ON): string => render(wholeView(workspace, on));

/** What is read in a part of the page: its text without tags. */
function textOf(part: string): string {
  return part
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}

function section(page: string, id: string): string {
  return new RegExp(`<section id="${id}"[\\s\\S]*?</section>`).exec(page)?.[0] ?? '';
}

describe.each(named)('the report of %s', (_, make) => {
  const page = html(make());

  test('is well formed, with one h1 and no heading level left out', () => {
    const open: string[] = [];
    for (const [, close, name = ''] of page
      .replace(/<style>[\s\S]*?<\/style>/, '')
      .matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
      if (['meta', 'br'].includes(name)) continue;
      if (close === '') open.push(name);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  test('has a caption and scoped headings in every table, ids of which each is one, and links that lead somewhere', () => {
    expect(page.match(/<table/g)).toHaveLength(page.match(/<caption/g)?.length ?? 0);
    expect(page).not.toMatch(/<th(?! scope="(col|row)")\b/);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/(?:href="#|aria-labelledby=")([^"]+)"/g)) expect(ids).toContain(target);
  });

  test('lists every section that it has, in order', () => {
    const nav = /<nav[\s\S]*?<\/nav>/.exec(page)?.[0] ?? '';
    const linked = [...nav.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(linked).toEqual([...page.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id));
  });

  test('stands alone: no script, nothing fetched, no event', () => {
    expect(page).not.toMatch(/<(script|link|img|iframe|object|embed|base|form)\b/);
    expect(page).not.toMatch(/<[^>]*\s(src|srcset|on[a-z]+)=/);
    expect(page.match(/url\((?!"data:)/g)).toBeNull();
  });

  test('asks for nothing that the view never has', () => {
    const strict = <T>(value: T): T =>
      value === null || typeof value !== 'object'
        ? value
        : new Proxy(value, {
            get: (target, key) => {
              if (typeof key === 'string' && !(key in target)) throw new Error(`There is no ${key}.`);
              return strict(Reflect.get(target, key));
            },
          });
    const view = Object.entries(wholeView(make(), ON)).map(([key, value]) => [key, strict(value)]);
    expect(() => render(Object.fromEntries(view) as never)).not.toThrow();
  });

  test('shows every cell, row by row, and the roll-ups at the edges', () => {
    const workspace = make();
    const { programme } = workspace;
    const facts = gridFacts(workspace, yearOn(workspace, ON));
    const title = (word: string | null): string =>
      [...programme.file.scale, programme.file.notApplicable].find(({ id }) => id === word)?.title ?? 'Not yet judged';
    const rows = [...section(page, 'grid').matchAll(/<tr[\s\S]*?<\/tr>/g)]
      .slice(1)
      .map(([row]) =>
        [...row.matchAll(/<span class="hidden">([^<]*)<\/span>/g)].map(([, words = '']) =>
          words.replace(/;.*/, '').replace('Provisional: ', ''),
        ),
      );
    const cells = facts.elements.map(({ element, rating, provisional }) => [
      ...facts.cells.filter((cell) => cell.element === element).map((cell) => title(cell.rating)),
      title(rating ?? provisional),
    ]);
    const last = [...facts.strands, facts.overall].map(({ rating, provisional }) => title(rating ?? provisional));
    expect(rows).toEqual([...cells, last]);
  });

  test('is the same again', () => {
    expect(html(make())).toBe(page);
  });
});

test('the order of the files makes no difference', () => {
  const { entries, assets } = listingOf();
  const turned = assemble({ entries: new Map([...entries].reverse()), assets }, new Map());
  if (turned.state !== 'ready') throw new Error('unusable');
  expect(html(turned.workspace, '2027-06-01')).toBe(html(schoolOf(), '2027-06-01'));
});

describe('what it says of the sample school', () => {
  const workspace = example('ribble-bank');
  const page = html(workspace);

  test('is the next three things, and the Mark', () => {
    const glance = textOf(section(page, 'glance'));
    for (const { what, command } of todosOn(workspace, ON).slice(0, 3)) {
      expect(glance).toContain(what);
      if (command !== null) expect(glance).toContain(command);
    }
    for (const { strand, state } of badgesOn(workspace, ON))
      expect(glance).toContain(`${workspace.programme.strands.get(strand)?.title} ${STATES[state][0]}`);
  });

  test('is where grid and audit differ, and why', () => {
    const { cells } = gridFacts(workspace, yearOn(workspace, ON));
    const differ = cells.filter(({ differs }) => differs);
    expect(differ.length).toBeGreaterThan(0);
    const part = section(page, 'differences');
    expect(part.match(/<tr>/g)).toHaveLength(differ.length + 1);
    for (const { because } of differ) expect(textOf(part)).toContain(because?.slice(0, 20));
  });

  test('is the spread behind each roll-up: its parts come to all of it', () => {
    for (const { spread } of wholeView(workspace, ON).spreads.strands)
      expect(spread.rated.reduce((sum, { count }) => sum + count, spread.missing)).toBe(
        workspace.programme.elements.size,
      );
  });

  test('is what moved since the year before', () => {
    const compared = compareGrids(workspace, '2025-26');
    if (compared.state !== 'compared') throw new Error(compared.state);
    const { up, same } = compared.overall.counts;
    expect(textOf(section(page, 'years'))).toContain(`${up} rose, none fell, ${same} stayed the same.`);
    expect(page.match(/class="move up"/g)).toHaveLength(
      up + compared.strands.filter(({ move }) => move === 'up').length,
    );
  });

  test('is every requirement that is open, with the line that decides it', () => {
    const part = textOf(section(page, 'badges'));
    const open = badgesOn(workspace, ON)
      .filter(({ state }) => state !== 'held')
      .flatMap(({ verdicts }) => verdicts.filter(({ outcome }) => outcome !== 'met'));
    expect(open.length).toBeGreaterThan(3);
    for (const { message, place } of open) {
      expect(part).toContain(message);
      expect(part).toMatch(new RegExp(`${place.file.replaceAll('.', '\\.')}(:\\d+)? →`));
    }
    expect(part).toContain('plan/council-walks-the-site.yaml:9 ');
  });

  test('is every deadline and every action, with its dates in words', () => {
    const dates = textOf(section(page, 'deadlines'));
    for (const { date, what } of deadlinesOn(workspace, ON)) {
      expect(dates).toContain(inWords(date));
      expect(dates).toContain(what);
    }
    const plan = textOf(section(page, 'plan'));
    for (const known of workspace.actions.values())
      if (known.state === 'known') {
        expect(plan).toContain(known.value.title);
        expect(plan).toContain(inWords(known.value.completed ?? known.value.due ?? ''));
      }
  });

  test('is how many items of evidence there are', () => {
    expect(textOf(section(page, 'evidence'))).toContain(`${evidenceItems(workspace, ON).length} evidence items`);
  });

  test('marks an action that is overdue in words and by a pattern of its own', () => {
    const late = section(html(workspace, '2026-12-01'), 'plan');
    expect(textOf(late)).toContain('In progress, overdue From 5 May 2026, due 16 October 2026');
    expect(late.match(/<tr class="overdue">/g)).toHaveLength(2);
    expect(late).toContain('class="stroke late"');
  });
});

test('a roll-up over a cell that is not judged yet is provisional: in brackets, in words and by its look', () => {
  const grid = section(html(schoolOf(), '2027-06-01'), 'grid');
  const [cell = ''] = grid.match(/<td class="cell all provisional[^>]*>.*?<\/td>/) ?? [];
  expect(textOf(cell)).toBe('(2) Provisional: Begun; 1 not yet judged');
});

describe('a file that can’t be read', () => {
  test('is named at the top with its line, and its section says so', () => {
    const page = html(schoolOf({ 'plan/word-walls.yaml': 'title: [\n' }), '2027-06-01');
    expect(textOf(section(page, 'unreadable'))).toContain('plan/word-walls.yaml:1');
    expect(textOf(section(page, 'plan'))).toContain(
      'plan/word-walls.yaml can’t be read, so an action may be missing here.',
    );
  });

  test('there being none, nothing is said of any', () => {
    const page = html(schoolOf(), '2027-06-01');
    expect(page).not.toContain('id="unreadable"');
    expect(textOf(page.replace(/<style>[\s\S]*<\/style>/, ''))).not.toContain('an’t tell');
  });

  test('as a grid, leaves its cells untold, and never “not yet judged” or “no difference”', () => {
    const audit = (element: string): string =>
      `element: ${element}\nstatus: complete\njudgements: { ${element}.1: { rating: sound } }\n`;
    const files = {
      'grid/2026-27.yaml': 'cells: [\n',
      'audit/2026-27/welcome.yaml': audit('welcome'),
      'audit/2026-27/lessons.yaml': audit('lessons'),
    };
    const page = html(schoolOf(files), '2027-06-01');
    const grid = textOf(section(page, 'grid'));
    expect(grid).toContain('Can’t tell');
    expect(grid).not.toMatch(/not yet judged/i);
    expect(textOf(section(page, 'glance'))).toContain('Can’t tell the ratings');
    expect(textOf(section(page, 'differences'))).not.toContain('No cell');
    expect(textOf(section(page, 'years'))).toContain('The grids of 2025–26 and 2026–27 can’t be compared.');
  });

  test('as the grid of the year before, leaves untold what moved', () => {
    const said = textOf(section(html(schoolOf({ 'grid/2025-26.yaml': 'cells: [\n' }), '2027-06-01'), 'years'));
    expect(said).toContain('The grids of 2025–26 and 2026–27 can’t be compared.');
    expect(said).not.toMatch(/rose|before/);
  });

  test('keeps what of it is sound, and tells a part from all of it', () => {
    const grid = 'year: 2026-27\ncells:\n  welcome: { language: sound, care: none }\n  lessons: { language: 3 }\n';
    const page = textOf(section(html(schoolOf({ 'grid/2026-27.yaml': grid }), '2027-06-01'), 'grid'));
    expect(page).toContain('3 Sound');
    expect(page).toContain('Provisional: Sound; 1 can’t be told');
  });

  test('as awards, leaves badges and Mark untold', () => {
    const page = html(schoolOf({ 'awards.yaml': 'visits: [\n' }), '2027-06-01');
    expect(textOf(section(page, 'glance'))).toMatch(
      /^At a glance Fairness Award: can’t tell ?, awards\.yaml can’t be read/,
    );
    expect(textOf(section(page, 'glance'))).toContain('Home Language can’t tell');
    expect(textOf(section(page, 'window'))).not.toContain('No badge has been awarded yet');
  });

  test('that might name an item leaves it untold whether the item is used', () => {
    const page = html(
      schoolOf({
        'plan/word-walls.yaml': 'title: [\n',
        'plan/greeters.yaml': '',
        'accreditation/2026-27/language.yaml': '',
      }),
      '2027-06-01',
    );
    expect(textOf(section(page, 'evidence'))).toContain('Whether some items are used can’t be told');
    expect(textOf(section(page, 'evidence'))).not.toContain('Unused');
  });
});

describe('year on year', () => {
  const edition = (scale: string): string => `
format: 1
id: harbour-1
title: Harbour
schoolYear: { starts: "08-01" }
strands: [{ id: language, title: Home Language, badge: Home Language Badge }]
scale:
${scale}
notApplicable: { id: none, title: Does not apply, letter: "–", colour: "#5f6368" }
rollUp: median
referenceGroup: { groups: [{ id: staff, title: Staff }] }
requirements: [{ kind: goals-achieved, atLeast: 1 }]
mark: { title: Fairness Award, window: P2Y }
elements: [{ id: welcome, title: Welcome, statements: [{ id: welcome.1, text: Yes. }] }]
`;
  const rating = (id: string): string =>
    `  - { id: ${id}, title: ${id}, letter: "${id.slice(0, 1)}", colour: "#111111" }`;
  const before = 'year: 2025-26\nedition: harbour-1\ncells: { welcome: { language: begun } }\n';
  const said = (files: { readonly [path: string]: string }): string =>
    textOf(section(html(schoolOf(files), '2027-06-01'), 'years'));

  test('says where there is nothing to compare', () => {
    expect(said({ 'grid/2025-26.yaml': '' })).toContain('There is only the grid of 2026–27');
    expect(said({ 'grid/2025-26.yaml': '', 'grid/2026-27.yaml': '' })).toContain('There is no grid yet');
  });

  test('says that the scale has changed, and compares nothing', () => {
    const files = {
      'grid/2025-26.yaml': before,
      'editions/harbour-1.yaml': edition([rating('bad'), rating('good')].join('\n')),
    };
    expect(said(files)).toContain(
      'can’t be compared: the scale has changed. harbour-1 has other ratings than harbour-2',
    );
    expect(compareGrids(schoolOf(files), '2026-27').state).toBe('other-scale');
  });

  test('says that an edition is not at hand', () => {
    expect(said({ 'grid/2025-26.yaml': before })).toContain('made against the edition harbour-1, which is not at hand');
  });

  test('compares an edition with the same scale, and says which it was', () => {
    const scale = ['absent', 'begun', 'sound', 'shared'].map(rating).join('\n');
    const text = said({ 'grid/2025-26.yaml': before, 'editions/harbour-1.yaml': edition(scale) });
    expect(text).toContain('1 rose');
    expect(text).toContain('was made against harbour-1 and is read here in the words of harbour-2');
  });

  test('tells rises from falls, and gives the reason of a fall', () => {
    const compared = compareGrids(schoolOf(), '2026-27');
    if (compared.state !== 'compared') throw new Error(compared.state);
    expect(compared.cells.map(({ element, strand, move }) => `${element} ${strand} ${move}`)).toEqual([
      'welcome language up',
      'welcome care same',
      'lessons language down',
      'lessons care not-yet',
    ]);
    expect(said({})).toContain('Lessons , Home Language from Shared to Begun Two new teachers; the old habits went.');
  });
});

describe('hostile texts', () => {
  const LONG = 'W'.repeat(5000);
  const EVIL = `<script>alert(1)</script>"><img src=x onerror=alert(1)> مدرسة 👩🏽‍🏫 {{school}} ${LONG}`;
  const yaml = JSON.stringify(EVIL);
  const short = JSON.stringify(EVIL.slice(0, 90));
  const page = html(
    schoolOf({
      'lem.yaml': `format: 1\nprogramme: harbour-2\nschool: { name: ${short} }\n`,
      'plan/greeters.yaml': `title: ${short}\nstrands: [language]\nlead: ${yaml}\nstatus: planned\ndue: 2027-01-01\n`,
      'evidence/door-diary/evidence.yaml': `title: ${short}\nkind: data\ndate: 2027-01-29\nstrands: [language]\nfiles: [{ path: ${short} }]\n`,
      'grid/2025-26.yaml': 'year: 2025-26\ncells: { welcome: { language: shared } }\n',
      'grid/2026-27.yaml': `year: 2026-27\ncells: { welcome: { language: { rating: begun, because: ${yaml} } } }\n`,
    }),
    '2027-06-01',
  );

  test('are shown as they are, and do nothing', () => {
    expect(page).not.toMatch(/<(script|img)\b/);
    expect(page).not.toMatch(/<[^>]*\sonerror\s*=/);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('{{school}}');
    expect(page).toContain(LONG);
  });

  test('run their own way, apart from what stands beside them', () => {
    for (const [, before = ''] of page.matchAll(/(<[^>]*>)[^<>]*مدرسة/g))
      expect(before).toMatch(/dir="auto"|<p>|<title>/);
  });
});

describe('the axis of time', () => {
  test.each([
    ['2026-06-08', '2026-06-08'],
    ['2026-06-08', '2026-06-20'],
    ['2024-12-01', '2027-03-26'],
    ['0001-01-01', '9999-12-31'],
    ['2020-02-29', '2040-02-29'],
  ])('from %s to %s has a few even ticks, and everything on it', (first, last) => {
    const axis = timeAxis([last, first]);
    expect(axis.ticks.length).toBeLessThanOrEqual(8);
    for (const at of [axis.at(first), axis.at(last), ...axis.ticks.map((tick) => tick.at)]) {
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at).toBeLessThanOrEqual(100);
    }
    expect(axis.at(first)).toBeLessThanOrEqual(axis.at(last));
    const { from, length } = axis.stroke('planned', first, last);
    expect(from + length).toBeLessThanOrEqual(100);
  });
});
