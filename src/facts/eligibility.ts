import { type IsoDate, plus } from '../model/calendar.ts';
import { seen } from '../model/known.ts';
import type { Verdict } from '../model/verdict.ts';
import { actionsFor, decisionsOn, summaryOn, yearOn } from '../workspace/select.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { cellOf } from './grid.ts';
import { REQUIREMENTS } from './requirements/index.ts';

/** Where a badge stands. Only awards.yaml makes one held. */
export type BadgeState =
  | 'not-started'
  | 'working-towards'
  | 'ready'
  | 'submitted'
  | 'further-evidence'
  | 'not-yet'
  | 'held'
  | 'lapsed';

/** A strand's badge on a day: where it stands, whether it may be claimed, and why. */
export interface BadgeFacts {
  readonly strand: string;
  readonly state: BadgeState;
  /** Whether every requirement is met; null where that can't be told. */
  readonly eligible: boolean | null;
  /** The day of the latest award. */
  readonly awarded: IsoDate | null;
  /** The last day the award counts, where the programme lets badges lapse. */
  readonly lapses: IsoDate | null;
  readonly verdicts: readonly Verdict[];
}

/** Judges one strand's badge on a day. @param strand an id of the programme */
export function badgeFacts(workspace: Workspace, strand: string, on: IsoDate): BadgeFacts {
  const verdicts = verdictsOn(workspace, strand, on);
  const eligible = eligibility(verdicts);
  const decisions = decisionsOn(workspace, strand, on);
  const award = decisions.findLast(({ decision }) => decision === 'awarded' || decision === 'withdrawn');
  const awarded = award?.decision === 'awarded' ? award.date : null;
  const { badgeValidFor } = workspace.programme.file.mark;
  const lapses = awarded === null || badgeValidFor === undefined ? null : plus(awarded, badgeValidFor);
  const state = stateOf();
  return { strand, state, eligible, awarded, lapses, verdicts };

  function stateOf(): BadgeState {
    if (awarded !== null && (lapses === null || on <= lapses)) return 'held';
    const last = decisions.at(-1);
    if (isSubmitted(workspace, strand, on, last?.date ?? null)) return 'submitted';
    if (last?.decision === 'further-evidence' || last?.decision === 'not-yet') return last.decision;
    if (awarded !== null) return 'lapsed';
    if (eligible === true) return 'ready';
    return hasBegun(workspace, strand, on) ? 'working-towards' : 'not-started';
  }
}

/** The verdict on each requirement of the programme, in its order. */
function verdictsOn(workspace: Workspace, strand: string, on: IsoDate): readonly Verdict[] {
  const year = yearOn(workspace, on);
  return workspace.programme.file.requirements.map((settings) => ({
    ...REQUIREMENTS[settings.kind]({ workspace, strand, on, year, settings }),
    requirement: settings.kind,
    required: settings.severity !== 'advised',
  }));
}

/** One unmet requirement makes a no; short of that, one that can't be told leaves the whole untold. */
function eligibility(verdicts: readonly Verdict[]): boolean | null {
  const required = verdicts.filter((verdict) => verdict.required);
  if (required.some(({ outcome }) => outcome === 'unmet')) return false;
  return required.some(({ outcome }) => outcome === 'unknown') ? null : true;
}

/** A visit is booked for the strand, the audit has gone to the team, and nothing has been decided since. */
function isSubmitted(workspace: Workspace, strand: string, on: IsoDate, decided: IsoDate | null): boolean {
  const visits = seen(workspace.calendar)?.visits ?? [];
  return visits.some(
    ({ date, strands, auditSent }) =>
      strands?.includes(strand) &&
      date >= on &&
      auditSent !== undefined &&
      auditSent <= on &&
      (decided === null || auditSent > decided),
  );
}

function hasBegun(workspace: Workspace, strand: string, on: IsoDate): boolean {
  const { actions } = actionsFor(workspace, strand);
  if (actions.length > 0 || summaryOn(workspace, strand, on).summary.state !== 'absent') return true;
  const grid = seen(workspace.grids.get(yearOn(workspace, on)));
  return [...workspace.programme.elements.keys()].some((element) => cellOf(grid, element, strand).rating !== null);
}
