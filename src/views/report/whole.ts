import { markFacts } from '../../facts/mark.ts';
import type { IsoDate } from '../../model/calendar.ts';
import { yearOn } from '../../workspace/select.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type ReportHead, reportHead } from './head.ts';
import { type BadgesShown, badgesShown } from './whole/badges.ts';
import { type DeadlinesShown, deadlinesShown } from './whole/deadlines.ts';
import { type DifferencesShown, differencesShown } from './whole/differences.ts';
import { type EvidenceOverview, evidenceOverview } from './whole/evidence.ts';
import { type GlanceShown, glanceShown } from './whole/glance.ts';
import { type HeatMap, heatMap } from './whole/heat-map.ts';
import { type PlanShown, planShown } from './whole/plan.ts';
import { type SpreadsShown, spreadsShown } from './whole/spreads.ts';
import { type UnreadableShown, unreadableShown } from './whole/unreadable.ts';
import { type WindowShown, windowShown } from './whole/window.ts';
import { type YearsShown, yearsShown } from './whole/years.ts';

/** The whole workspace on one page. */
export interface WholeView extends ReportHead {
  /** The sections, in order, by their ids. */
  readonly contents: readonly { readonly id: string; readonly title: string }[];
  readonly unreadable: readonly UnreadableShown[];
  readonly glance: GlanceShown;
  readonly grid: HeatMap;
  readonly differences: DifferencesShown;
  readonly spreads: SpreadsShown;
  readonly years: YearsShown;
  readonly badges: BadgesShown;
  readonly window: WindowShown;
  readonly plan: PlanShown;
  readonly deadlines: DeadlinesShown;
  readonly evidence: EvidenceOverview;
}

/** The sections that every report has; each is a template `report-<id>`. */
const SECTIONS = [
  { id: 'glance', title: 'At a glance' },
  { id: 'grid', title: 'Summary grid' },
  { id: 'differences', title: 'Grid and audit' },
  { id: 'spreads', title: 'Behind the roll-ups' },
  { id: 'years', title: 'Year on year' },
  { id: 'badges', title: 'Badges' },
  { id: 'window', title: 'Badge window' },
  { id: 'plan', title: 'Action plan' },
  { id: 'deadlines', title: 'Deadlines' },
  { id: 'evidence', title: 'Evidence' },
] as const;
const NAME = 'Progress report';
const UNREADABLE = { id: 'unreadable', title: 'What can’t be read' } as const;

/** The whole workspace on one page, as on a day. */
export function wholeView(workspace: Workspace, on: IsoDate): WholeView {
  const year = yearOn(workspace, on);
  const mark = markFacts(workspace, on);
  const badges = badgesShown(workspace, mark, on);
  const unreadable = unreadableShown(workspace);
  return {
    ...reportHead(workspace, on, NAME, { kind: NAME, heading: 'Where we stand' }),
    contents: unreadable.length === 0 ? SECTIONS : [UNREADABLE, ...SECTIONS],
    unreadable,
    glance: glanceShown(workspace, year, mark, badges.badges, on),
    grid: heatMap(workspace, year),
    differences: differencesShown(workspace, year),
    spreads: spreadsShown(workspace, year),
    years: yearsShown(workspace, year),
    badges,
    window: windowShown(workspace, mark, on),
    plan: planShown(workspace, on),
    deadlines: deadlinesShown(workspace, on),
    evidence: evidenceOverview(workspace, on),
  };
}
