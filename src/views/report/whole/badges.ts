import { awardedAs } from '../../../facts/awarded-as.ts';
import type { BadgeFacts, BadgeState } from '../../../facts/eligibility.ts';
import { standingOn } from '../../../facts/history.ts';
import type { MarkFacts } from '../../../facts/mark.ts';
import { badgesOn } from '../../../facts/progress.ts';
import type { IsoDate } from '../../../model/calendar.ts';
import type { Found, Verdict } from '../../../model/verdict.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import { badgeStanding, phrases } from '../../badge-standing.ts';
import { position, STATES } from '../../badges.ts';
import { requirementsShown } from '../../summary/requirements.ts';

/** Where every badge stands. */
export interface BadgesShown {
  /** What keeps several badges at once; each of them is said only here. */
  readonly shared: readonly OpenShown[];
  readonly badges: readonly BadgeShown[];
}

export interface BadgeShown {
  readonly anchor: string;
  readonly title: string;
  readonly strand: string;
  readonly state: string;
  /** Whether it is awarded, ready to be claimed, on the way, or can’t be told. */
  readonly kind: BadgeKind;
  /** Since when and until when, in phrases. */
  readonly details: readonly string[];
  readonly met: number;
  readonly total: number;
  /** How many of those that are open stand among the shared ones. */
  readonly sharedCount: number;
  readonly open: readonly OpenShown[];
  /** What is met, where not all of it is. */
  readonly metTitles: readonly string[];
}

export type BadgeKind = 'held' | 'ready' | 'open' | 'ended' | 'untold';

/** A requirement that is not met, or can’t be told, with the node that decides it. */
export interface OpenShown {
  readonly title: string;
  readonly outcome: Found;
  readonly word: string;
  readonly advised: boolean;
  readonly message: string;
  readonly where: string;
  readonly command: string | null;
}

const KINDS: { readonly [state in BadgeState]: BadgeKind } = {
  'not-started': 'open',
  'working-towards': 'open',
  ready: 'ready',
  submitted: 'ready',
  'further-evidence': 'open',
  'not-yet': 'open',
  held: 'held',
  lapsed: 'ended',
};

/** Every strand’s badge on a day: its state, what is met and what is missing, with file and line. */
export function badgesShown(workspace: Workspace, mark: MarkFacts, on: IsoDate): BadgesShown {
  const badges = badgesOn(workspace, on);
  const states = standingOn(workspace, on).strands.map(({ badge }) => badge);
  const open = badges.map((badge, index) => ({ badge, open: openOf(workspace, badge, states[index] ?? null, on) }));
  const often = new Map<string, number>();
  for (const each of open) for (const { key } of each.open) often.set(key, (often.get(key) ?? 0) + 1);
  const isShared = (key: string): boolean => (often.get(key) ?? 0) > 1;
  const shared = new Map(
    open
      .flatMap((each) => each.open)
      .filter(({ key }) => isShared(key))
      .map(({ key, shown }) => [key, shown]),
  );
  return {
    shared: [...shared.values()],
    badges: open.map((each, index): BadgeShown => {
      const { badge } = each;
      const state = states[index] ?? null;
      const { details, ...titles } = badgeStanding(workspace, badge, mark, on);
      const rows = requirementsShown(badge.verdicts, on).rows;
      const own = each.open.filter(({ key }) => !isShared(key));
      return {
        anchor: `badge-${index + 1}`,
        title: titles.title,
        strand: workspace.programme.strands.get(badge.strand)?.title ?? badge.strand,
        state: state === null ? 'can’t tell' : STATES[state][0],
        kind: state === null ? 'untold' : KINDS[state],
        details:
          state === 'held' || state === 'lapsed'
            ? [...phrases({ ...titles, details }), ...renamed(workspace, badge)]
            : [],
        met: rows.filter(({ outcome }) => outcome === 'met').length,
        total: rows.length,
        sharedCount: each.open.length - own.length,
        open: own.map(({ shown }) => shown),
        metTitles:
          each.open.length === 0 ? [] : rows.filter(({ outcome }) => outcome === 'met').map(({ title }) => title),
      };
    }),
  };
}

/** What is open of a badge; of one that is held nothing is. The key is the same where badges lack the same thing. */
function openOf(
  workspace: Workspace,
  { verdicts }: BadgeFacts,
  state: BadgeState | null,
  on: IsoDate,
): readonly { readonly key: string; readonly shown: OpenShown }[] {
  if (state === 'held') return [];
  const rows = requirementsShown(verdicts, on).rows;
  return verdicts.flatMap((verdict, index) => {
    const row = rows[index];
    if (row === undefined || verdict.outcome === 'met') return [];
    const shown = { ...row, where: whereOf(workspace, verdict), command: verdict.fix };
    return [{ key: JSON.stringify([row.title, row.message, shown.where]), shown }];
  });
}

/** `plan/passports.yaml:9`, or the file alone where it is not there. */
function whereOf(workspace: Workspace, { place }: Verdict): string {
  const { file, line } = position(workspace, place);
  return line === null ? (file ?? '') : `${file}:${line}`;
}

function renamed(workspace: Workspace, { strand, awarded }: BadgeFacts): readonly string[] {
  const as = awarded === null ? null : awardedAs(workspace, strand, awarded);
  return as === null ? [] : [`as ${as.badges.join(', ')} of ${as.edition}`];
}
