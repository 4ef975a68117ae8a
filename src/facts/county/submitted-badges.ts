import type { BadgeFacts } from '../eligibility.ts';

/**
 * Badges as they are seen in a submission. It holds what its claims rest on and no more: of a strand that it does not
 * claim, it can’t be told whether its badge could be claimed.
 * @param badges what follows from the files that were sent
 */
export function submittedBadges(badges: readonly BadgeFacts[], claimed: readonly string[]): readonly BadgeFacts[] {
  return badges.map((badge) => {
    if (claimed.includes(badge.strand)) return badge;
    return { ...badge, eligible: null, state: badge.state === 'ready' ? 'working-towards' : badge.state };
  });
}
