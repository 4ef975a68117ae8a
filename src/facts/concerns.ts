import type { IsoDate } from '../model/calendar.ts';
import type { EvidenceFile } from '../model/files.generated.ts';
import { seen } from '../model/known.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { yearOn } from '../workspace/select.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { openElements } from './audit-open.ts';
import { type Deadline, deadlinesOn } from './deadlines.ts';
import { badgeFacts } from './eligibility.ts';
import { evidenceItems, type ItemFacts, isAgeing } from './evidence-items.ts';
import { gridFacts } from './grid.ts';
import { unreadableIn } from './history.ts';
import { type MarkFacts, markFacts } from './mark.ts';
import { type MovedCell, movedCells } from './moved-cells.ts';
import type { ListedAction } from './plan-list.ts';
import { type PlanStanding, planStanding } from './plan-standing.ts';
import { type PriorityCell, priorities } from './priorities.ts';
import { filled } from './requirements/requirement.ts';
import { VOICES } from './who-to-meet.ts';

/** Something that leaders can be held to account for, told by the files. */
export type Concern =
  | { readonly kind: 'overdue'; readonly actions: readonly ListedAction[] }
  /** Cells whose rating calls for an action, and that no open one takes up. */
  | { readonly kind: 'unplanned'; readonly cells: readonly PriorityCell[] }
  /** What the reference group lacks, by the programme. */
  | { readonly kind: 'group'; readonly message: string }
  | { readonly kind: 'fallen'; readonly since: SchoolYear; readonly cells: readonly MovedCell[] }
  | { readonly kind: 'audit'; readonly year: SchoolYear; readonly open: number; readonly of: number }
  | { readonly kind: 'grid'; readonly year: SchoolYear; readonly missing: number; readonly of: number }
  /** Cells with the worst of the ratings that call for an action, and no better a grid ago. */
  | { readonly kind: 'stuck'; readonly cells: readonly PriorityCell[] }
  | { readonly kind: 'undated'; readonly actions: readonly ListedAction[] }
  /** Complete, but says no impact. */
  | { readonly kind: 'unproven'; readonly actions: readonly ListedAction[] }
  | { readonly kind: 'evidence'; readonly items: readonly ItemFacts[] }
  | { readonly kind: 'late'; readonly deadlines: readonly Deadline[] }
  | { readonly kind: 'mark'; readonly mark: MarkFacts }
  /** What may always be asked: who was heard, what was decided, who takes part. */
  | { readonly kind: 'raised'; readonly since: SchoolYear; readonly cells: readonly MovedCell[] }
  | { readonly kind: 'voice'; readonly latest: EvidenceFile | null }
  | { readonly kind: 'decision'; readonly completed: IsoDate | null }
  | { readonly kind: 'dates'; readonly next: Deadline | null };

/** What has its own place among the concerns. */
const NOT_LATE: readonly Deadline['kind'][] = ['action', 'audit', 'mark', 'badge'];

/**
 * What governors could ask about on a day, the most pressing first; the last three can always be asked. What rests on a
 * file that can't be read is no concern: it can't be told.
 * @param year the school year of the grid that is looked at
 */
export function concernsOn(workspace: Workspace, year: SchoolYear, on: IsoDate): readonly Concern[] {
  const plan = planStanding(workspace, on);
  const found: readonly (Concern | null)[] = [
    some('overdue', plan.overdue),
    unplanned(workspace, year, plan),
    group(workspace, on),
    moved(workspace, year, 'fallen', 'down'),
    audit(workspace, on),
    grid(workspace, year),
    late(workspace, on),
    stuck(workspace, year),
    some('undated', plan.undated),
    some(
      'unproven',
      plan.complete.filter(({ action }) => !filled(action.impact)),
    ),
    evidence(workspace, on),
    moved(workspace, year, 'raised', 'up'),
    mark(workspace, on),
    { kind: 'voice', latest: latestVoice(workspace, on) },
    { kind: 'decision', completed: seen(workspace.grids.get(year))?.completed ?? null },
    { kind: 'dates', next: deadlinesOn(workspace, on).find(({ overdue }) => !overdue) ?? null },
  ];
  return found.filter((concern) => concern !== null);
}

function some(kind: 'overdue' | 'undated' | 'unproven', actions: readonly ListedAction[]): Concern | null {
  return actions.length === 0 ? null : { kind, actions };
}

/** A file of the plan that can't be read may take a cell up. */
function unplanned(workspace: Workspace, year: SchoolYear, plan: PlanStanding): Concern | null {
  const cells = plan.unreadable.length > 0 ? [] : unplannedCells(workspace, year);
  return cells.length === 0 ? null : { kind: 'unplanned', cells };
}

/** The cells that call for an action and that no open action takes up, the most pressing first. */
export function unplannedCells(workspace: Workspace, year: SchoolYear): readonly PriorityCell[] {
  return priorities(workspace, year).priorities.flatMap(({ cells }) => cells);
}

function stuck(workspace: Workspace, year: SchoolYear): Concern | null {
  const all = priorities(workspace, year, { all: true }).priorities.flatMap(({ cells }) => cells);
  const same = all.filter((cell) => cell.stuck);
  const cells = same.filter(({ rating }) => rating === same[0]?.rating);
  return cells.length === 0 ? null : { kind: 'stuck', cells };
}

function group(workspace: Workspace, on: IsoDate): Concern | null {
  const [first] = workspace.programme.strands.keys();
  const verdict =
    first === undefined
      ? undefined
      : badgeFacts(workspace, first, on).verdicts.find(({ requirement }) => requirement === 'reference-group');
  return verdict?.outcome === 'unmet' ? { kind: 'group', message: verdict.message } : null;
}

function moved(workspace: Workspace, year: SchoolYear, kind: 'fallen' | 'raised', move: 'up' | 'down'): Concern | null {
  const { since, cells: all } = movedCells(workspace, year);
  const cells = all.filter((cell) => cell.move === move);
  return since === null || cells.length === 0 ? null : { kind, since, cells };
}

function audit(workspace: Workspace, on: IsoDate): Concern | null {
  const year = yearOn(workspace, on);
  const audits = workspace.audits.get(year);
  const open = openElements(workspace, year).filter(({ id }) => audits?.get(id)?.state !== 'unreadable');
  const isTold = !unreadableIn(workspace).includes('audit');
  return open.length === 0 || !isTold
    ? null
    : { kind: 'audit', year, open: open.length, of: workspace.programme.elements.size };
}

function grid(workspace: Workspace, year: SchoolYear): Concern | null {
  const { cells, overall } = gridFacts(workspace, year);
  const missing = overall.counts.missing ?? 0;
  const isTold = workspace.grids.get(year)?.state !== 'unreadable' && !unreadableIn(workspace).includes('grid');
  return missing === 0 || !isTold ? null : { kind: 'grid', year, missing, of: cells.length };
}

function evidence(workspace: Workspace, on: IsoDate): Concern | null {
  const items = evidenceItems(workspace, on).filter((item) => isAgeing(item) && item.isUnused !== true);
  return items.length === 0 ? null : { kind: 'evidence', items };
}

function late(workspace: Workspace, on: IsoDate): Concern | null {
  const deadlines = deadlinesOn(workspace, on).filter(({ overdue, kind }) => overdue && !NOT_LATE.includes(kind));
  return deadlines.length === 0 ? null : { kind: 'late', deadlines };
}

function mark(workspace: Workspace, on: IsoDate): Concern | null {
  const facts = markFacts(workspace, on);
  return workspace.awards.state === 'unreadable' || facts.state === 'achieved' || facts.deadline === null
    ? null
    : { kind: 'mark', mark: facts };
}

function latestVoice(workspace: Workspace, on: IsoDate): EvidenceFile | null {
  const items = [...workspace.evidence.values()].flatMap((known) => (known.state === 'known' ? [known.value] : []));
  const voices = items.filter(({ kind, date }) => VOICES.includes(kind) && date <= on);
  return voices.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))[0] ?? null;
}
