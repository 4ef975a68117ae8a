import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { badgeFacts } from '../src/facts/eligibility.ts';
import { awardsOn, markFacts } from '../src/facts/mark.ts';
import type { Line } from '../src/model/block.ts';
import type { Listing } from '../src/model/listing.ts';
import { widthOf } from '../src/model/width.ts';
import { badgesJson } from '../src/views/badges.ts';
import { timelineLines } from '../src/views/timeline.ts';
import { assemble } from '../src/workspace/assemble.ts';
import type { Workspace } from '../src/workspace/workspace.ts';
import { lemIn, worldIn } from './support/in-process.ts';
import { ON, type Overlay, SHIPPED, soundFiles, soundWorkspace } from './support/sound-workspace.ts';

function assembled(listing: Listing): Workspace {
  const assembly = assemble(listing, SHIPPED);
  if (assembly.state !== 'ready') throw new Error(JSON.stringify(assembly.problems));
  return assembly.workspace;
}
const workspace = (overlay: Overlay = {}): Workspace => assembled(soundWorkspace(overlay));
const UNDECIDED: Overlay = { 'awards.yaml': 'visits: []\n' };

function json(from: Workspace): string {
  const badges = [...from.programme.strands.keys()].map((strand) => badgeFacts(from, strand, ON));
  return JSON.stringify(badgesJson(from, ON, badges, markFacts(from, ON), { why: true, next: true, supposed: [] }));
}

test('the order of the files never matters, and the same files give the same bytes', () => {
  const listing = soundWorkspace(UNDECIDED);
  const shuffled = fc.shuffledSubarray([...listing.entries], { minLength: listing.entries.size });
  const expected = json(assembled(listing));
  fc.assert(
    fc.property(shuffled, (entries) => {
      expect(json(assembled({ ...listing, entries: new Map(entries) }))).toBe(expected);
    }),
    { numRuns: 20, seed: 5 },
  );
});

test('raising a cell of the grid never makes a badge less eligible', () => {
  const text = soundFiles()['grid/2026-27.yaml'] ?? '';
  const { programme } = workspace();
  const ranks = [...programme.ranks.keys()];
  const cells = [...programme.elements.keys()].flatMap((element) =>
    [...programme.strands.keys()].map((strand) => ({ element, strand })),
  );
  fc.assert(
    fc.property(fc.constantFrom(...cells), fc.nat(ranks.length - 2), ({ element, strand }, rank) => {
      const rated = (rating: string | undefined): boolean | null => {
        const grid = text.replace(
          new RegExp(`( {2}${element}:\\n(?: {4}.*\\n)*? {4}${strand}: ).*\\n`),
          `$1${rating}\n`,
        );
        return badgeFacts(workspace({ ...UNDECIDED, 'grid/2026-27.yaml': grid }), strand, ON).eligible;
      };
      const [before, after] = [rated(ranks[rank]), rated(ranks[rank + 1])];
      if (before === true) expect(after).toBe(true);
    }),
    { numRuns: 30, seed: 5 },
  );
});

function plain(lines: readonly Line[]): readonly string[] {
  return lines.map((line) =>
    typeof line === 'string' ? line : line.map((part) => (typeof part === 'string' ? part : part.text)).join(''),
  );
}

describe('the timeline', () => {
  const { programme } = workspace();
  const [first = '', second = ''] = programme.strands.keys();
  const decided = workspace({
    'awards.yaml': `visits:\n  - { date: 2026-06-18, kind: accreditation, decisions: { ${first}: awarded, ${second}: awarded } }\n  - { date: 2027-03-01, kind: accreditation, decisions: { ${second}: withdrawn } }\n`,
  });
  const draw = (width: number): readonly string[] =>
    plain(
      timelineLines(
        { programme, awards: awardsOn(decided, ON), supposed: [], mark: markFacts(decided, ON), on: ON },
        width,
      ),
    );

  test.each([40, 80, 200])('fits %d columns, each sign another', (width) => {
    const lines = draw(width);
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
    expect(lines[1]).toMatch(/●─*│/);
    expect(lines[2]).toMatch(/● +✗/);
    expect(lines.join('\n')).toContain('✗ withdrawn');
    expect(lines.join('\n')).toMatch(/Window +═+│═+/);
  });

  test('has nothing to draw before the first award', () => {
    expect(
      timelineLines({ programme, awards: [], supposed: [], mark: markFacts(workspace(UNDECIDED), ON), on: ON }, 80),
    ).toEqual([]);
  });
});

describe('what can’t be used', () => {
  const school = fileURLToPath(new URL('../examples/ribble-bank', import.meta.url));
  test.each([
    [['--what-if', 'raec=2027-01-01'], /no strand raec[\s\S]*Did you mean race\?/],
    [['--what-if', 'race=2027-02-30'], /2027-02-30 is not a date[\s\S]*--what-if race=2027-06-24/],
    [['--what-if', 'race'], /takes a strand and a date/],
    [['--what-if', 'race=2027-01-01=2'], /takes a strand and a date/],
    [['--on', 'tomorrow'], /not a date/],
  ])('lem badges %s', async (words, message) => {
    const { exit, text } = await lemIn(worldIn(school), ['badges', ...words]);
    expect(exit).toBe(2);
    expect(text).toMatch(message);
  });

  test('a window of no length, or more badges than strands, is a finding at its place', async () => {
    const reading = readFileSync(new URL('./programmes/reading-award/programme.yaml', import.meta.url), 'utf8');
    for (const [from, to] of [
      [/window: \w+/, 'window: P0M'],
      [/badges: \w+/, 'badges: 99'],
    ] as const) {
      const broken = reading.replace(from, to);
      expect(broken).not.toBe(reading);
      const assembly = assemble(
        soundWorkspace({
          'programme.yaml': broken,
          'lem.yaml': 'format: 1\nprogramme: reading-award\nschool: { name: A }\n',
        }),
        SHIPPED,
      );
      const { problems } = assembly.state === 'ready' ? assembly.workspace : assembly;
      expect(problems.map(({ where }) => where.file)).toContain('programme.yaml');
    }
  });
});
