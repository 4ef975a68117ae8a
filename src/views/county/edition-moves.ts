import type { Change, EditionChange } from '../../facts/county/edition-change.ts';
import { count } from '../../facts/requirements/requirement.ts';
import { type Line, run } from '../../model/block.ts';
import { type IsoDate, inWords } from '../../model/calendar.ts';
import type { CountySchool } from '../../model/county-school.generated.ts';
import { pad, wrap } from '../../model/width.ts';
import { MARK_WORDS } from './words.ts';

/** What a move comes to for a school; `cannot` says why it can’t be made. */
export interface SchoolMove {
  readonly path: string;
  /** What it was submitted for; null for a workspace. */
  readonly submission: CountySchool['submission'];
  readonly school: string | null;
  readonly urn: string | null;
  readonly from: string | null;
  readonly cannot: string | null;
  readonly change: EditionChange | null;
}

/** What another edition would come to for the schools of a county. */
export interface EditionMoves {
  readonly edition: string;
  readonly on: IsoDate;
  /** In the order in which schools are told of. */
  readonly moves: readonly SchoolMove[];
}

/** The same as JSON: schemas/output/county-programme.json. */
export function editionMovesJson({ edition, on, moves }: EditionMoves): unknown {
  return {
    format: 1,
    edition,
    on,
    totals: totalsOf(moves),
    schools: moves.map(({ change, ...school }) => ({
      ...school,
      mark: change?.mark ?? null,
      badges: change?.badges ?? [],
    })),
  };
}

function totalsOf(moves: readonly SchoolMove[]) {
  const schools = (is: (change: EditionChange) => boolean): number =>
    moves.filter(({ change }) => change !== null && is(change)).length;
  const of = (wanted: Change) => ({
    badge: schools(({ badges }) => badges.some(({ badge }) => badge === wanted)),
    eligibility: schools(({ badges }) => badges.some(({ eligibility }) => eligibility === wanted)),
    mark: schools(({ mark }) => mark.change === wanted),
  });
  return {
    schools: moves.length,
    cannot: moves.filter(({ cannot }) => cannot !== null).length,
    gained: of('gained'),
    lost: of('lost'),
  };
}

/** Who would gain or lose what, in lines: the totals, then each school for which something changes. */
export function editionMoveLines({ edition, on, moves }: EditionMoves, width: number): readonly Line[] {
  const totals = totalsOf(moves);
  const changed = moves.filter(({ change }) => change !== null && saidOf(change).length > 0);
  const rows = [
    ['a badge', 'badge'],
    ['eligibility for a badge', 'eligibility'],
    ['the Mark', 'mark'],
  ] as const;
  return [
    [run(`${edition}, as on ${inWords(on)}: ${count(moves.length, 'school')}`, 'strong')],
    '',
    [run(`${pad('Schools that would', 30)}${pad('gain', 8)}lose`, 'dim')],
    ...rows.map(
      ([words, key]): Line => [
        pad(`  ${words}`, 30),
        pad(String(totals.gained[key]), 8),
        totals.lost[key] === 0 ? '0' : run(String(totals.lost[key]), 'bad'),
      ],
    ),
    ...newAndEnding(moves, width),
    ...(changed.length === 0 ? ['', 'For no school does a badge, a claim or the Mark change.'] : ['']),
    ...changed.flatMap((move) => schoolLines(move, width)),
    ...submittedLines(moves, width),
    ...cannotLines(moves, width),
  ];
}

/** The strands that are new, and those that end, by edition. */
function newAndEnding(moves: readonly SchoolMove[], width: number): readonly Line[] {
  const titles = (wanted: (badge: EditionChange['badges'][number]) => boolean): readonly string[] => [
    ...new Set(moves.flatMap(({ change }) => (change?.badges ?? []).filter(wanted).map(({ title }) => title))),
  ];
  const fresh = titles(({ badge }) => badge === 'new');
  const ends = titles(({ is }) => is === null);
  return [
    ...(fresh.length === 0 ? [] : ['', ...wrap(`New, with nothing carried on to: ${fresh.join(', ')}.`, width)]),
    ...(ends.length === 0 ? [] : ['', ...wrap(`Ending: ${ends.join(', ')}.`, width)]),
  ];
}

function schoolLines({ urn, school, path, change }: SchoolMove, width: number): readonly Line[] {
  return [
    [pad(urn ?? '–', 8), run(school ?? path, 'strong')],
    ...(change === null ? [] : saidOf(change)).flatMap(([tone, words]) =>
      wrap(words, width - 10).map(
        (line, index): Line => [
          index === 0 ? run(`        ${tone === 'good' ? '+' : '−'} `, tone) : ' '.repeat(10),
          line,
        ],
      ),
    ),
  ];
}

function saidOf({ badges, mark }: EditionChange): readonly (readonly ['good' | 'bad', string])[] {
  const tone = (change: Change): 'good' | 'bad' => (change === 'lost' ? 'bad' : 'good');
  return [
    ...(mark.change === 'lost' || mark.change === 'gained'
      ? [[tone(mark.change), `the Mark: ${MARK_WORDS[mark.was]} → ${MARK_WORDS[mark.is]}`] as const]
      : []),
    ...badges.flatMap(({ title, badge, eligibility, is }) => [
      ...(badge === 'gained' ? [['good', `the badge for ${title}`] as const] : []),
      ...(badge === 'lost' ? [['bad', `the badge for ${title}${is === null ? ', which ends' : ''}`] as const] : []),
      ...(eligibility === 'gained' ? [['good', `may claim the badge for ${title}`] as const] : []),
      ...(eligibility === 'lost' ? [['bad', `may no longer claim the badge for ${title}`] as const] : []),
    ]),
  ];
}

/** What can’t be told of schools that are seen in a submission. */
function submittedLines(moves: readonly SchoolMove[], width: number): readonly Line[] {
  const number = moves.filter(({ submission }) => submission !== null).length;
  if (number === 0) return [];
  const told = `${number === 1 ? '1 school is' : `${number} schools are`} seen in a submission: of a strand that it does not claim, it can’t be told who could claim its badge.`;
  return ['', ...wrap(told, width).map((line): Line => [run(line, 'dim')])];
}

/** Why schools can’t move, each reason once with how many it holds for and the first of them. */
function cannotLines(moves: readonly SchoolMove[], width: number): readonly Line[] {
  const reasons = new Map<string, SchoolMove[]>();
  for (const move of moves)
    if (move.cannot !== null) reasons.set(move.cannot, [...(reasons.get(move.cannot) ?? []), move]);
  if (reasons.size === 0) return [];
  return [
    '',
    [run('Schools that can’t move', 'strong')],
    ...[...reasons].flatMap(([why, of]) => {
      const [first] = of;
      const names = of.length === 1 ? `${first?.path}:` : `${first?.path} and ${of.length - 1} more:`;
      return wrap(`${names} ${why}`, width - 4).map(
        (line, index): Line => [index === 0 ? run('  ! ', 'bad') : '    ', line],
      );
    }),
  ];
}
