import { awardedAs } from '../facts/awarded-as.ts';
import type { BadgeFacts, BadgeState } from '../facts/eligibility.ts';
import { type Award, awardsOn, type MarkFacts } from '../facts/mark.ts';
import { shortestWay } from '../facts/shortest-way.ts';
import { whatIf } from '../facts/what-if.ts';
import { type Line, run, type Tone } from '../model/block.ts';
import { type IsoDate, inWords } from '../model/calendar.ts';
import { at, type Place } from '../model/place.ts';
import type { Programme } from '../model/programme.ts';
import type { Proof, Verdict } from '../model/verdict.ts';
import { pad, wrap } from '../model/width.ts';
import { locate } from '../source/locate.ts';
import { decisionsOn } from '../workspace/select.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Where a place stands: file, line and column; lines are null for a file that is not there. */
export function position(
  workspace: Workspace,
  place: Place | undefined,
): { readonly file: string | null; readonly line: number | null; readonly column: number | null } {
  if (place === undefined) return { file: null, line: null, column: null };
  const source = workspace.sources.get(place.file);
  if (source === undefined) return { file: place.file, line: null, column: null };
  const { line, column } = locate(source, place);
  return { file: place.file, line, column };
}

/** What is asked besides where the badges stand. */
export interface Asked {
  readonly why: boolean;
  readonly next: boolean;
  readonly supposed: readonly Award[];
}

/** The badges and the Mark as JSON: schemas/output/badges.json. */
export function badgesJson(
  workspace: Workspace,
  on: IsoDate,
  badges: readonly BadgeFacts[],
  mark: MarkFacts,
  asked: Asked,
): unknown {
  const { programme } = workspace;
  const supposed = asked.supposed.length === 0 ? null : whatIf(awardsOn(workspace, on), asked.supposed, programme, on);
  return {
    format: 1,
    programme: workspace.programme.id,
    on,
    badges: badges.map(({ strand, state, eligible, awarded, lapses, verdicts }) => ({
      strand,
      state,
      eligible,
      awarded,
      awardedAs: asJson(workspace, strand, awarded),
      lapses,
      requirements: verdicts.map(({ requirement, ...proof }) => ({
        id: requirement,
        ...(asked.why ? proofJson(workspace, proof) : factJson(workspace, proof)),
      })),
      ...(asked.why ? { decision: decisionJson(workspace, strand, on) } : {}),
      ...(asked.next
        ? { next: shortestWay(verdicts.filter(({ required }) => required)).map((fact) => factJson(workspace, fact)) }
        : {}),
    })),
    mark: markJson(mark),
    ...(supposed === null
      ? {}
      : { whatIf: { on: supposed.on, awards: supposed.supposed, mark: markJson(supposed.mark), lost: supposed.lost } }),
  };
}

/** The edition and strands a badge was awarded in and for, where that was an earlier edition. */
function asJson(workspace: Workspace, strand: string, awarded: IsoDate | null): object | null {
  const as = awarded === null ? null : awardedAs(workspace, strand, awarded);
  return as === null ? null : { edition: as.edition, strands: as.strands };
}

/** What was last decided on a badge, why and where it stands; null where nothing was. */
function decisionJson(workspace: Workspace, strand: string, on: IsoDate): object | null {
  const last = decisionsOn(workspace, strand, on).at(-1);
  if (last === undefined) return null;
  const { date, decision, because, index } = last;
  return {
    date,
    decision,
    because,
    ...position(workspace, at(workspace.awards.file, 'visits', index, 'decisions', strand)),
  };
}

function markJson({ state, achievedOn, lapsedAfter, window, held, missing, deadline, renew }: MarkFacts): unknown {
  return { state, achievedOn, lapsedAfter, window, held, missing, deadline, renew };
}

/** What was found, and the node that decides it. */
function factJson(workspace: Workspace, { outcome, message, place, fix }: Proof): object {
  return { met: MET[outcome], message, ...position(workspace, place), fix };
}

/** The same with what it rests on, down to single facts. */
function proofJson(workspace: Workspace, proof: Proof): object {
  const parts = proof.parts.map((part) => proofJson(workspace, part));
  return { ...factJson(workspace, proof), needed: proof.needed, parts };
}

const MET = { met: true, unmet: false, unknown: null } as const;

/** A badge's state in words and in a tone. */
export const STATES: { readonly [state in BadgeState]: readonly [words: string, tone: Tone] } = {
  'not-started': ['not started', 'dim'],
  'working-towards': ['working towards', 'warn'],
  ready: ['ready to claim', 'good'],
  submitted: ['submitted', 'good'],
  'further-evidence': ['further evidence asked for', 'warn'],
  'not-yet': ['not yet', 'warn'],
  held: ['held', 'good'],
  lapsed: ['lapsed', 'bad'],
};

/** Every badge in a line or two: its state, and for one not yet ready what stands in the way, with its place. */
export function badgeOverview(workspace: Workspace, badges: readonly BadgeFacts[], width: number): readonly Line[] {
  const column = Math.max(...badges.map(({ strand }) => badgeTitle(workspace.programme, strand).length)) + 2;
  return badges.flatMap((badge): readonly Line[] => {
    const [words, tone] = STATES[badge.state];
    const head: Line = [
      run(pad(badgeTitle(workspace.programme, badge.strand), column), 'strong'),
      run(words, tone),
      run(since(workspace, badge), 'dim'),
    ];
    if (badge.state === 'held' || badge.eligible === true) return [head];
    const open = badge.verdicts.filter(({ outcome, required }) => required && outcome !== 'met');
    const shown = open.slice(0, 3).flatMap((verdict) => verdictLines(workspace, verdict, width));
    const more =
      open.length > 3 ? [[run(`    … and ${open.length - 3} more: lem badges ${badge.strand}`, 'dim')] as Line] : [];
    return [head, ...shown, ...more];
  });
}

/**
 * One badge with every requirement: met, not met or can't tell, why, where, and the command that helps.
 * @param told how the requirements are told (default: a line or two for each)
 */
export function badgeDetail(
  workspace: Workspace,
  badge: BadgeFacts,
  width: number,
  told: (workspace: Workspace, verdicts: readonly Verdict[], width: number) => readonly Line[] = (_, verdicts) =>
    verdicts.flatMap((verdict) => verdictLines(workspace, verdict, width)),
): readonly Line[] {
  const [words, tone] = STATES[badge.state];
  const answer =
    badge.eligible === null
      ? 'It can’t be told whether it may be claimed.'
      : badge.eligible
        ? 'It may be claimed.'
        : 'It may not be claimed yet.';
  return [
    [
      run(badgeTitle(workspace.programme, badge.strand), 'strong'),
      '  ',
      run(words, tone),
      run(since(workspace, badge), 'dim'),
    ],
    ...(badge.state === 'held' ? [] : [answer]),
    '',
    ...told(workspace, badge.verdicts, width),
  ];
}

function verdictLines(
  workspace: Workspace,
  { requirement, outcome, required, message, place, fix }: Verdict,
  width: number,
): readonly Line[] {
  const mark = outcome === 'met' ? run('✓', 'good') : outcome === 'unmet' ? run('✗', 'bad') : run('?', 'warn');
  const { file, line, column } = position(workspace, place);
  const where = file === null ? '' : line === null ? file : `${file}:${line}:${column}`;
  const lines: Line[] = wrap(message, Math.max(20, width - 4)).map(
    (part, index): Line => (index === 0 ? ['  ', mark, ' ', part] : ['    ', part]),
  );
  const detail = [requirement, required ? '' : 'advised', where].filter((part) => part !== '').join('  ');
  if (outcome === 'met') return lines;
  return [...lines, [run(`    ${detail}`, 'dim')], ...(fix === null ? [] : [[run('    → ', 'accent'), fix] as Line])];
}

function since(workspace: Workspace, { strand, awarded, lapses, state }: BadgeFacts): string {
  if (awarded === null) return '';
  const as = awardedAs(workspace, strand, awarded);
  const isRenamed = as?.badges.some((badge) => badge !== badgeTitle(workspace.programme, strand));
  const under = as !== null && isRenamed ? ` as ${as.badges.join(', ')} (${as.edition})` : '';
  const until =
    lapses === null ? '' : state === 'lapsed' ? `, lapsed on ${inWords(lapses)}` : ` until ${inWords(lapses)}`;
  return `  awarded ${inWords(awarded)}${under}${until}`;
}

function badgeTitle(programme: Programme, strand: string): string {
  return programme.strands.get(strand)?.badge ?? strand;
}
