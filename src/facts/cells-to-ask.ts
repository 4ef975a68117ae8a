import type { IsoDate } from '../model/calendar.ts';
import type { DissentingJudgement, EvidenceFile } from '../model/files.generated.ts';
import { seen } from '../model/known.ts';
import { concerns, needsAction } from '../model/programme.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { carried } from '../workspace/carried.ts';
import { actionsFor, isOpen } from '../workspace/select.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { covers } from './coverage.ts';
import { cellOf, judgementOf } from './grid.ts';
import type { ListedAction } from './plan-list.ts';
import { filled } from './requirements/requirement.ts';

/** A statement that the audit judged to call for an action, and why. */
export interface AskedStatement {
  readonly id: string;
  readonly rating: string;
  readonly because: string | null;
  /** Who did not agree. */
  readonly dissent: readonly DissentingJudgement[];
  readonly evidence: readonly string[];
}

/** What there is to ask about an element of a strand. */
export interface AskedCell {
  readonly element: string;
  readonly rating: string | null;
  /** Whether its rating calls for an action. */
  readonly isPressing: boolean;
  readonly because: string | null;
  /** The worst judged first. */
  readonly statements: readonly AskedStatement[];
  /** Who judged the element, by name or role. */
  readonly assessors: readonly string[];
  /** Open actions that take it up. */
  readonly actions: readonly ListedAction[];
  /** Items that can be seen or were seen on a walk. */
  readonly sights: readonly string[];
  /** Files that can’t be read and may say more. */
  readonly unreadable: readonly string[];
}

/** Kinds of evidence of what can be seen in a school. */
const SIGHTS: readonly EvidenceFile['kind'][] = ['observation', 'photo'];

/** Every element of a strand, in the programme’s order. @param year the school year of the grid and the audit */
export function cellsToAsk(workspace: Workspace, strand: string, year: SchoolYear, on: IsoDate): readonly AskedCell[] {
  const { programme } = workspace;
  const grid = carried(workspace).grids.get(year);
  const { actions, unreadable } = actionsFor(workspace, strand);
  return [...programme.elements.keys()].map((element): AskedCell => {
    const { rating, because } = cellOf(seen(grid), element, strand);
    const audit = carried(workspace).audits.get(year)?.get(element);
    return {
      element,
      rating,
      isPressing: rating !== null && needsAction(programme, rating),
      because,
      statements: statementsOf(workspace, element, strand, year),
      assessors: seen(audit)?.assessors ?? [],
      actions: actions
        .filter(({ action }) => isOpen(action) && covers(action, element, strand))
        .map((each) => ({ ...each, isOverdue: each.action.due !== undefined && each.action.due < on })),
      sights: sightsOf(workspace, element, strand),
      unreadable: [
        ...(grid?.state === 'unreadable' ? [grid.file] : []),
        ...(audit?.state === 'unreadable' ? [audit.file] : []),
        ...unreadable,
      ],
    };
  });
}

function statementsOf(
  workspace: Workspace,
  element: string,
  strand: string,
  year: SchoolYear,
): readonly AskedStatement[] {
  const { programme } = workspace;
  const audit = seen(carried(workspace).audits.get(year)?.get(element));
  const rank = ({ rating }: AskedStatement): number => programme.ranks.get(rating) ?? 0;
  return (programme.elements.get(element)?.statements ?? [])
    .flatMap((statement): readonly AskedStatement[] => {
      const rating = concerns(statement, strand) ? judgementOf(audit, statement.id, strand) : null;
      if (rating === null || !needsAction(programme, rating)) return [];
      const { because, dissent = [], evidence = [] } = audit?.judgements?.[statement.id] ?? {};
      return [{ id: statement.id, rating, because: filled(because) ? because : null, dissent, evidence }];
    })
    .sort((a, b) => rank(a) - rank(b));
}

function sightsOf(workspace: Workspace, element: string, strand: string): readonly string[] {
  return [...workspace.evidence].flatMap(([id, known]) => {
    const item = seen(known);
    const isHere = item?.strands?.includes(strand) && item.elements?.includes(element);
    return item !== null && isHere && SIGHTS.includes(item.kind) ? [id] : [];
  });
}
