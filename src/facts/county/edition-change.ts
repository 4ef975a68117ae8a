import type { Programme } from '../../model/programme.ts';
import type { BadgeFacts, BadgeState } from '../eligibility.ts';
import type { MarkFacts } from '../mark.ts';

/** The badges and the Mark of a school by an edition. */
export interface StandingBy {
  readonly programme: Programme;
  readonly badges: readonly BadgeFacts[];
  readonly mark: MarkFacts;
}

/** `new`: there was no such badge. `ends`: there is none any more. */
export type Change = 'gained' | 'lost' | 'same' | 'new' | 'ends';

/** What another edition makes of a badge. */
export interface BadgeChange {
  readonly strand: string;
  readonly title: string;
  /** The strands that it came from. */
  readonly from: readonly string[];
  /** The state furthest on of those it came from; null for a new one. */
  readonly was: BadgeState | null;
  /** Null for one that ends. */
  readonly is: BadgeState | null;
  readonly badge: Change;
  /** Of a badge that is not held on either side, whether it may be claimed; `untold` where that hangs on what was not sent. */
  readonly eligibility: Change | 'untold';
}

export interface EditionChange {
  readonly badges: readonly BadgeChange[];
  readonly mark: { readonly was: MarkFacts['state']; readonly is: MarkFacts['state']; readonly change: Change };
}

/**
 * Who gains and who loses what by another edition. A badge that is joined of several counts as lost where one of them was
 * held and the whole is not.
 * @param becomes what a strand of the edition that is left becomes
 */
export function editionChange(
  before: StandingBy,
  after: StandingBy,
  becomes: (strand: string) => readonly string[],
): EditionChange {
  const title = ({ programme }: StandingBy, strand: string): string => programme.strands.get(strand)?.title ?? strand;
  const stay = after.badges.map((badge): BadgeChange => {
    const from = before.badges.filter(({ strand }) => becomes(strand).includes(badge.strand));
    const held = from.find(({ state }) => state === 'held');
    const isHeld = badge.state === 'held';
    const couldClaim = from.some(({ eligible }) => eligible === true);
    return {
      strand: badge.strand,
      title: title(after, badge.strand),
      from: from.map(({ strand }) => strand),
      was: (held ?? from[0])?.state ?? null,
      is: badge.state,
      badge: from.length === 0 ? 'new' : changeOf(held !== undefined, isHeld),
      eligibility:
        from.length === 0
          ? 'new'
          : held !== undefined || isHeld
            ? 'same'
            : changeOf(couldClaim, badge.eligible === true),
    };
  });
  const end = before.badges
    .filter(({ strand }) => becomes(strand).length === 0)
    .map(
      ({ strand, state, eligible }): BadgeChange => ({
        strand,
        title: title(before, strand),
        from: [strand],
        was: state,
        is: null,
        badge: state === 'held' ? 'lost' : 'ends',
        eligibility: state !== 'held' && eligible === true ? 'lost' : 'ends',
      }),
    );
  const [was, is] = [before.mark.state, after.mark.state];
  return { badges: [...stay, ...end], mark: { was, is, change: changeOf(was === 'achieved', is === 'achieved') } };
}

/**
 * The same as it is seen in a submission. It holds what its claims rest on and no more: of a strand that it does not claim,
 * it can’t be told whether its badge could be claimed.
 */
export function changeSubmitted({ badges, mark }: EditionChange, claimed: readonly string[]): EditionChange {
  return {
    mark,
    badges: badges.map((badge) => {
      if (badge.from.length === 0 || badge.from.every((strand) => claimed.includes(strand))) return badge;
      return { ...badge, was: notReady(badge.was), is: notReady(badge.is), eligibility: 'untold' };
    }),
  };
}

function notReady(state: BadgeState | null): BadgeState | null {
  return state === 'ready' ? 'working-towards' : state;
}

function changeOf(was: boolean, is: boolean): Change {
  return was === is ? 'same' : is ? 'gained' : 'lost';
}
