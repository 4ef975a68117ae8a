import { readdirSync, readFileSync } from 'node:fs';
import type { Entry } from '../src/model/listing.ts';
import { openBrowser } from '../src/shell/browser.ts';
import { publicRemarks } from '../src/views/report/public/remarks.ts';
import { type PublicView, publicView } from '../src/views/report/public.ts';
import { assemble } from '../src/workspace/assemble.ts';
import type { Workspace } from '../src/workspace/workspace.ts';
import { schoolOf } from './golden/summary/school.ts';
import { printed } from './support/in-process.ts';
import { DIGEST, rendererOf } from './support/pages.ts';
import { freshWorkspace, SHIPPED } from './support/sound-workspace.ts';

const ON = '2026-06-08';
const EXAMPLE = new URL('../examples/ribble-bank/', import.meta.url);
const READING = readFileSync(new URL('./programmes/reading-award/programme.yaml', import.meta.url), 'utf8');
const render = rendererOf<PublicView>('public');

type Files = { readonly [path: string]: string | null };

function assembled(texts: ReadonlyMap<string, string>): Workspace {
  const entries = new Map([...texts].map(([path, text]): [string, Entry] => [path, { kind: 'text', text }]));
  const made = assemble({ entries, assets: new Map() }, SHIPPED);
  if (made.state !== 'ready') throw new Error(JSON.stringify(made));
  return made.workspace;
}

/** The sample school with some files in place of its own. */
function school(files: Files = {}): Workspace {
  const names = readdirSync(EXAMPLE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  const texts = new Map(names.sort().map((name) => [name, readFileSync(new URL(name, EXAMPLE), 'utf8')]));
  for (const [path, text] of Object.entries(files)) {
    if (text === null) texts.delete(path);
    else texts.set(path, text);
  }
  return assembled(texts);
}

const htmlOf = (workspace: Workspace, on = ON): string => render(publicView(workspace, on));
/** What is read of a page: its text, without markup. */
const read = (html: string): string =>
  html
    .replace(/^[\s\S]*<main>/, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

const action = (title: string, more = ''): string =>
  `title: ${JSON.stringify(title)}\nstrands: [race]\nstatus: in-progress\ndue: 2026-09-01\n${more}`;

describe('what a school publishes', () => {
  const html = htmlOf(school());
  const text = read(html);

  test('says what the duty is, when it was published and when it is due again', () => {
    expect(text).toContain('Under the Equality Act 2010 a school has three aims');
    expect(text).toContain('our work for the Lancashire Equality Mark');
    expect(text).toContain('Published 8 June 2026');
    expect(text).toContain('Next due by 7 June 2027');
    expect(text).toContain('7 June 2030 New objectives are due');
  });

  test('counts no few people, and says who is represented', () => {
    expect(text).toContain('Senior leadership team fewer than 10');
    expect(text).toContain('Community fewer than 10 Together 10');
    expect(text).toContain('It met 5 times in the year to 8 June 2026; it has agreed to meet twice a term.');
    expect(text).toContain('Fewer than 10 people came to 4 meetings, and 10 to the other.');
    expect(text).toContain('Parents and carers fewer than 10');
  });

  test('has every strand and element then and now, by letter, word, colour and pattern', () => {
    expect(html).toContain('Each strand over all elements');
    for (const title of ['Race', 'Religion and Belief', 'Impact and Review']) expect(text).toContain(title);
    expect(html).toMatch(
      /class="letter fill fill-[a-z]+[^"]*" style="--fill: #[0-9a-f]{6}; --ink: #[0-9a-f]{6}"><span class="plate">A</,
    );
    expect(text).toContain(
      'Of the 50 ratings in our grids of both 2024–25 and 2025–26, 26 are higher, 0 lower and 24 the same.',
    );
  });

  test('has the plan as objectives: what is open, what was met in the last year, what was stopped', () => {
    expect(text).toContain(
      'Every adult trained, the midday team and the office first All strands · planned · due 18 December 2026',
    );
    expect(text).toContain('In the last year we met 5 objectives and stopped work on one.');
    expect(text).toContain('met on 8 May 2026');
    expect(text).not.toContain('A one-page passport');
    expect(text).not.toContain('Left out');
  });

  test('has the badges that are held, and of the others only their names', () => {
    expect(text).toContain('Disability Equality Badge 3 July 2025');
    expect(text).toContain('Still to come: Race Equality Badge');
    expect(text).not.toMatch(/submitted|ready to claim|not yet [a-z]/i);
  });

  test('is well formed, with one h1, no level left out, unique ids and targets for all that refers', () => {
    const body = html.replace(/<style>[\s\S]*?<\/style>/, '');
    const open: string[] = [];
    for (const [, close, name = ''] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
      if (name === 'meta') continue;
      if (close === '') open.push(name);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
    const levels = [...body.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of body.matchAll(/(?:aria-labelledby="|href="#)([^"]+)"/g)) expect(ids).toContain(target);
    expect(body.match(/<table/g)).toHaveLength(body.match(/<caption/g)?.length ?? 0);
    expect(body).not.toMatch(/<th(?! scope="(col|row)")\b/);
  });

  test('is the same each time', () => {
    expect(htmlOf(school())).toBe(html);
  });
});

describe('a text that may tell of one person', () => {
  const remarks = (workspace: Workspace): Promise<string> => printed(publicRemarks(workspace, ON));
  const TEXTS: readonly (readonly [string, string])[] = [
    ['J. Patel asks all those who came', 'may be a name|for somebody'],
    ['A plan that patel wrote', 'for somebody'],
    ['Ask Thornley’s group first', 'for somebody'],
    ['What **Thorn**ley said', 'for somebody'],
    ['What Thorn\u200bley said', 'for somebody'],
    ['What THÓRNLEY said', 'for somebody'],
    ['Told by Mrs Quillfeather', 'may be a name'],
    ['Told by K. Quillfeather', 'may be a name'],
    ['A ramp for Wilbur Quillfeather', 'may be a name'],
    ['A ramp for Quillfeather', 'may be a name'],
    ['Aisha and her friends choose books', 'may be a name'],
    ['A Quiet Room For Mohammed And Others', 'may be a name'],
    ['Quillfeather’s ramp', 'may be a name'],
    ['Write to reader@families.example', 'gives an address'],
    ['Write to office@ribblebank.example', 'gives an address'],
    ['See www.families.example', 'gives an address'],
    ['Ring 07700 900123', 'telephone'],
    ['Records of B801200005001', 'Unique Pupil Number'],
    ['For the pupil born on 12 March 2017', 'date of birth'],
    ['The only Muslim pupil in Year 6 has a place to pray', 'only one of their kind'],
    ['Two Traveller children find themselves in a book', 'fewer than 10 people'],
  ];

  test.each(TEXTS)('%s', async (written, why) => {
    for (const key of ['title', 'success']) {
      const file = key === 'title' ? action(written) : action('A title', `success: ${JSON.stringify(written)}\n`);
      const workspace = school({ 'plan/x.yaml': file });
      const text = read(htmlOf(workspace));
      expect(text).not.toContain(written.slice(-12));
      expect(text).toContain('Left out: it may identify someone');
      expect(text).toContain('One text of our objectives and of what came of them is left out');
      const said = (await remarks(workspace)).replaceAll(/\s+/g, ' ');
      expect(said).toContain(`plan/x.yaml:${key === 'title' ? 1 : 5} ${key} `);
      expect(said).toMatch(new RegExp(why));
      expect(said).not.toContain(written.slice(-12));
    }
  });

  const HARMLESS = [
    'A quiet room that anyone may use, and a plan for fasting',
    'Review Behaviour Policy With Every Class Teacher',
    'The school council meets Year 6 governors in Ramadan and at Easter',
    'Green spaces: room for all in Reception and Key Stage 2',
    'More women and Black writers in English, RE and PSHE',
    'At least 45 of 60 pupils say that they are heard',
    'Parents’ evenings with interpreters. Punjabi and Polish first.',
    'Work towards the Lancashire Equality Mark with Ribble Bank families',
  ];
  test.each(HARMLESS)('is not: %s', (title) => {
    expect(htmlOf(school({ 'plan/x.yaml': action(title) }))).toContain(title.slice(0, 20).replace('’', '’'));
  });

  test('is left out for a name that is also a word only where it has its capital', () => {
    const files = (title: string): Files => ({
      'reference-group.yaml': 'members: [{ name: Rose Green, represents: parents }]\n',
      'plan/x.yaml': action(title),
    });
    expect(htmlOf(school(files('We ask green families')))).toContain('We ask green families');
    expect(htmlOf(school(files('We ask the Green family')))).not.toContain('Green family');
  });

  test('nobody is told to mend what is not there, and all are told to read it first', async () => {
    expect(await remarks(school())).toBe('Read the report before you publish it: lem does not know every name.\n');
  });
});

/** Names that stand nowhere else: three syllables from a number. */
const SYLLABLES = ['ba', 'ko', 'du', 'fe', 'gi', 'lu', 'mo', 'ni', 'pa', 'zu'];
const markers: string[] = [];
function marker(): string {
  const number = markers.length;
  const name = `Qz${SYLLABLES[Math.floor(number / 10) % 10]}${SYLLABLES[number % 10]}v`;
  markers.push(name);
  return name;
}
const person = (): string => `${marker()} ${marker()}`;

/** A workspace with a name of its own in every place where a person could write one. */
function planted(): Workspace {
  const [member, lead, reviewer, signatory] = [person(), person(), person(), person()];
  const item = marker();
  const act = marker();
  return school({
    'lem.yaml': `# ${person()}\nformat: 1\nprogramme: lem-5\nschool: { name: Ribble Bank, urn: "119999" }\ncoordinators: [{ name: ${person()}, role: ${person()}, email: ${marker()}@school.example }]\n${marker()}: x\n`,
    'reference-group.yaml': `meets: termly with ${person()}\nmembers:\n  - { name: ${member}, role: ${person()}, represents: parents }\n  - { name: ${person()}, represents: ${marker()} }\nmeetings: [{ date: 2026-03-01, attended: [${person()}], notes: ${person()} spoke. }, { date: 2026-07-01, attended: [${marker()}] }]\n`,
    'calendar.yaml': `terms: [{ name: ${marker()}, from: 2026-04-13, to: 2026-07-21 }]\nmeetings: [{ date: 2026-05-12, attended: [${person()}] }]\nvisits: [{ date: 2026-06-25, kind: accreditation, strands: [race, ${marker()}] }, { date: 2026-06-26, kind: ${marker()} }]\n`,
    'awards.yaml': `visits:\n  - date: 2025-07-03\n    kind: accreditation\n    edition: ${marker()}\n    assessor: ${person()}\n    decisions: { disability: awarded, ${marker()}: awarded }\n    recommendations: [{ text: ${person()}, strand: ${marker()} }]\n`,
    'grid/2025-26.yaml': `year: 2025-26\nedition: ${marker()}\ncells:\n  leadership-and-governance: { race: { rating: green, because: ${person()} }, gender: ${marker()} }\n  ${marker()}: { race: red }\n`,
    'audit/2025-26/pupil-involvement.yaml': `element: pupil-involvement\nstatus: complete\nassessors: [${person()}]\njudgements:\n  pupil-involvement.1: { rating: green, because: ${person()}, evidence: [${marker()}], dissent: [{ who: ${person()}, rating: red, because: ${person()} }] }\n  ${marker()}: { rating: green }\n`,
    [`plan/${act.toLowerCase()}.yaml`]: `# ${person()}\ntitle: A room that ${member} asked for\nstrands: [race, ${marker()}]\nelements: [${marker()}]\nimprovementPlan: ${person()}\nlead: ${lead}\nstatus: complete\ncompleted: 2026-05-01\nresources: ${person()}\nbaseline: ${person()}\nsuccess: ${lead} says so\noutcome: "It was ${reviewer.split(' ')[1]} who saw it"\nimpact: ${person()}\nevidence: [${item.toLowerCase()}]\n`,
    'plan/another.yaml': action(
      `Told to ${person()} by her family`,
      `success: "${signatory} signs. Write to ${marker()}@families.example"\n`,
    ),
    'plan/a-third.yaml': action(
      `${marker()} ${marker()} has a ramp`,
      `success: "As Mrs ${marker()} and ${signatory.split(' ')[1]?.toLowerCase()} say"\n`,
    ),
    [`evidence/${item.toLowerCase()}/evidence.yaml`]: `title: ${person()}\nkind: pupil-voice\ndate: 2026-05-01\nfiles: [{ path: ${marker()}.jpg }]\nholder: ${person()}, locked\nlink: https://${marker()}.example/x\nconsent: held\nreviewed: { by: ${reviewer}, on: 2026-05-02 }\n`,
    'accreditation/2025-26/race.yaml': `strand: race\nstatus: final\ngoals: ${person()}\nactions: [${marker()}]\noutcomes: [{ claim: ${person()}, evidence: [${marker()}] }]\npupilVoice: ${person()}\nembedding: ${person()}\nnext: ${person()}\nsigned: [{ by: ${signatory}, on: 2026-06-03 }]\n`,
    [`accreditation/2025-26/${marker().toLowerCase()}.yaml`]: `strand: ${marker()}\nstatus: draft\ngoals: ${person()}\n`,
  });
}

describe('a name in every place where a person could write one', () => {
  const workspace = planted();
  const html = htmlOf(workspace);

  test('is nowhere in the page', () => {
    const small = html.toLowerCase();
    expect(markers.length).toBeGreaterThan(90);
    expect(new Set(markers).size).toBe(markers.length);
    expect(markers.filter((name) => small.includes(name.toLowerCase()))).toEqual([]);
    expect(read(html).match(/Left out: it may identify someone/g)).toHaveLength(7);
  });

  test('nor in what is printed, its title and its outline', async () => {
    const browser = await openBrowser(process.env);
    if (browser.state === 'none') throw new Error(browser.message);
    try {
      const made = await browser.print({ html: htmlOf(workspace), digest: DIGEST, created: ON });
      if (made.state === 'failed') throw new Error(made.message);
      const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
      const pdf = await getDocument({ data: new Uint8Array(made.pdf), verbosity: 0 }).promise;
      const texts = [JSON.stringify([await pdf.getMetadata(), await pdf.getOutline()])];
      for (let page = 1; page <= pdf.numPages; page++) {
        const { items } = await (await pdf.getPage(page)).getTextContent();
        texts.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
      }
      const all = texts.join('').replaceAll(/\s/g, '').toLowerCase();
      expect(all).toContain('equalityinformationandobjectives');
      expect(markers.filter((name) => all.includes(name.toLowerCase()))).toEqual([]);
    } finally {
      await browser.close();
    }
  }, 120_000);
});

describe('a file that can’t be read', () => {
  test.each([
    ['reference-group.yaml', 'It can’t be told who is in our reference group', 'no members yet'],
    [
      'grid/2025-26.yaml',
      'The grid of 2025–26 can’t be read, so nothing is said here of where we stand.',
      'No ratings',
    ],
    ['grid/2024-25.yaml', 'There is no grid of an earlier year to compare with yet', '2024–25 '],
    ['awards.yaml', 'it can’t be told which badges we hold', 'We hold no badge'],
    [
      'plan/diversity-week.yaml',
      'The file of one objective can’t be read, so it is not among these.',
      'A Diversity Week',
    ],
    ['evidence/staff-survey/evidence.yaml', 'How often we asked for views can’t be told', 'Staff not yet'],
  ])('%s makes no no', (file, said, not) => {
    const text = read(htmlOf(school({ [file]: 'a: [\n' })));
    expect(text).toContain(said);
    expect(text).not.toContain(not);
  });
});

describe('other workspaces', () => {
  test('one in which nothing is filled in yet', () => {
    const made = assemble(freshWorkspace(), SHIPPED);
    if (made.state !== 'ready') throw new Error('not ready');
    const text = read(htmlOf(made.workspace, '2027-06-01'));
    for (const said of [
      'has no members yet',
      'No ratings in our grid',
      'No objective is open yet',
      'We hold no badge yet',
    ])
      expect(text).toContain(said);
    expect(text).not.toMatch(/undefined|null|NaN/);
  });

  test('one with nothing but its settings', () => {
    const workspace = assembled(new Map([['lem.yaml', 'format: 1\nprogramme: lem-6\nschool: { name: "" }\n']]));
    expect(read(htmlOf(workspace))).toContain('There is no grid of an earlier year to compare with yet.');
  });

  test('another award, with its own words and no other', () => {
    const workspace = assembled(
      new Map([
        ['programme.yaml', READING],
        ['lem.yaml', 'format: 1\nprogramme: reading-award\nschool: { name: Hill School }\n'],
        [
          'reference-group.yaml',
          'meets: every six weeks\nmembers: [{ name: A, represents: readers }]\nmeetings: [{ date: 2026-05-01 }]\n',
        ],
        ['grid/2026.yaml', 'year: 2026-27\n'],
        ['grid/2026-27.yaml', 'year: 2026-27\ncells: { library: { print: strong, spoken-word: steady } }\n'],
        ['plan/a.yaml', 'title: Books at the gate\nstrands: [print]\nstatus: planned\n'],
      ]),
    );
    const text = read(htmlOf(workspace));
    expect(text).toContain('Reading for Everyone Award');
    expect(text).toContain('Librarian nobody yet Readers fewer than 10');
    expect(text).toContain('it has agreed to meet every 6 weeks');
    expect(text).toContain('Steady so far');
    expect(text).toContain('Books at the gate Print · planned · no date yet');
    expect(text).not.toMatch(/Amber|Race|Lancashire/);
  });

  test('the school of the summaries’ tests', () => {
    const text = read(htmlOf(schoolOf(), '2027-06-01'));
    expect(text).toContain('Pupils who greet in eleven languages');
    expect(text).toContain('Saint Brannock');
  });
});
