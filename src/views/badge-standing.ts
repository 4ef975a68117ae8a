import type { BadgeFacts, BadgeState } from '../facts/eligibility.ts';
import type { MarkFacts } from '../facts/mark.ts';
import { type IsoDate, inWords } from '../model/calendar.ts';
import { seen } from '../model/known.ts';
import { visible } from '../model/visible.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** How a badge or the Mark stands on a day, in the words of a picture for the school’s website. */
export interface Standing {
  /** What its files are called, without their endings. */
  readonly name: string;
  /** The strand of a badge; null for the Mark. */
  readonly strand: string | null;
  /** The name of the badge or of the Mark. */
  readonly title: string;
  /** The programme that gives it; null where it is called just as the Mark is. */
  readonly programme: string | null;
  readonly school: string;
  readonly state: BadgeState | MarkFacts['state'];
  /** Whether it is an award, was one, or is none. */
  readonly kind: Kind;
  readonly words: string;
  /** Whether it is awarded, since when and until when, in phrases. */
  readonly details: readonly string[];
  /** Until when the Mark’s window is open; null where that is nothing to it. */
  readonly window: string | null;
  /** For the Mark, how many badges it needs and how many of them count. */
  readonly badges: { readonly counted: number; readonly needed: number } | null;
  readonly awarded: IsoDate | null;
  /** The last day the award counts; null where it has no end. */
  readonly lapses: IsoDate | null;
  /** The last day on which the other badges of the Mark can still be awarded. */
  readonly deadline: IsoDate | null;
  readonly on: IsoDate;
}

export type Kind = 'award' | 'ended' | 'none';

/** A visitor is told what is awarded and what is not; how far a claim has got is between the school and the team. */
const BADGE: { readonly [state in BadgeState]: readonly [Kind, string] } = {
  'not-started': ['none', 'not started'],
  'working-towards': ['none', 'working towards'],
  ready: ['none', 'working towards'],
  submitted: ['none', 'working towards'],
  'further-evidence': ['none', 'working towards'],
  'not-yet': ['none', 'working towards'],
  held: ['award', 'held'],
  lapsed: ['ended', 'lapsed'],
};

const MARK: { readonly [state in MarkFacts['state']]: readonly [Kind, string] } = {
  'not-started': ['none', 'not started'],
  'working-towards': ['none', 'working towards'],
  achieved: ['award', 'achieved'],
  lapsed: ['ended', 'lapsed'],
};

/** A strand’s badge as it stands. @param mark the Mark on the same day, whose window the badge may count in */
export function badgeStanding(workspace: Workspace, badge: BadgeFacts, mark: MarkFacts, on: IsoDate): Standing {
  const { strand, state, awarded, lapses } = badge;
  const [kind, words] = BADGE[state];
  const counts = kind === 'award' && mark.state === 'working-towards' && mark.held.includes(strand);
  const deadline = counts ? mark.deadline : null;
  return {
    ...common(workspace, plain(workspace.programme.strands.get(strand)?.badge ?? '') || strand, on),
    name: strand,
    strand,
    state,
    kind,
    words,
    details: course(kind, 'awarded', awarded, lapses, on),
    window: deadline === null ? null : `the Mark’s window is open until ${inWords(deadline)}`,
    badges: null,
    awarded,
    lapses,
    deadline,
  };
}

/** The Mark as it stands. */
export function markStanding(workspace: Workspace, mark: MarkFacts, on: IsoDate): Standing {
  const { title, badges } = workspace.programme.file.mark;
  const [kind, words] = MARK[mark.state];
  const needed = typeof badges === 'number' ? badges : workspace.programme.strands.size;
  const counted = Math.min(mark.held.length, needed);
  const lapses = kind === 'none' ? null : (mark.lapsedAfter ?? mark.deadline);
  const deadline = kind === 'none' ? mark.deadline : null;
  return {
    ...common(workspace, plain(title) || workspace.programme.id, on),
    // An id has no underscore, so that no strand’s files are called like this.
    name: workspace.programme.strands.has('mark') ? 'mark_' : 'mark',
    strand: null,
    state: mark.state,
    kind,
    words,
    details: [
      ...course(kind, kind === 'award' ? 'since' : 'achieved', mark.achievedOn, lapses, on),
      ...(kind === 'none' ? [`${counted} of ${needed} badges`] : []),
    ],
    window: deadline === null ? null : `window open until ${inWords(deadline)}`,
    badges: { counted, needed },
    awarded: mark.achievedOn,
    lapses,
    deadline,
  };
}

/** All of it in a sentence or two: what stands for the picture where it can’t be seen. */
export function altText(standing: Standing): string {
  const { title, words, school, programme, on } = standing;
  const by = [school, programme ?? ''].filter((name) => name !== '').join(', ');
  return `${[`${title}: ${words}`, ...phrases(standing), asOn(on)].join(', ')}.${by === '' ? '' : ` ${by}.`}`;
}

/** What is said of it besides the state. */
export function phrases({ details, window }: Standing): readonly string[] {
  return window === null ? details : [...details, window];
}

/** The day for which it holds. */
export function asOn(on: IsoDate): string {
  return `as on ${inWords(on)}`;
}

function common(
  workspace: Workspace,
  title: string,
  on: IsoDate,
): Pick<Standing, 'title' | 'programme' | 'school' | 'on'> {
  const programme = plain(workspace.programme.file.mark.title);
  return {
    title,
    programme: programme === title ? null : programme,
    school: plain(seen(workspace.settings)?.school.name ?? ''),
    on,
  };
}

/** Whether it is one, or still one; since when, and until when. */
function course(kind: Kind, begun: string, from: IsoDate | null, to: IsoDate | null, on: IsoDate): readonly string[] {
  if (from === null) return ['not awarded'];
  const since = `${begun} ${inWords(from)}`;
  if (kind === 'award') return [since, ...(to === null ? [] : [`until ${inWords(to)}`])];
  // What was taken back before its time did not count until then.
  return ['no longer held', since, ...(to === null || to >= on ? [] : [`counted until ${inWords(to)}`])];
}

/** A name in one line, in which nothing is hidden and nothing turns the writing round. */
function plain(name: string): string {
  return visible(name.replace(/\s+/g, ' ').trim()).replace(NO_XML, '\ufffd');
}

/** Halves of characters and what is none: XML allows neither. */
const NO_XML = /[\p{Cs}\ufffe\uffff]/gu;
