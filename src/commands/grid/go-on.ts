import { openElements } from '../../facts/audit-open.ts';
import { uncoveredCells } from '../../facts/coverage.ts';
import { gridSuggestions } from '../../facts/grid-suggestions.ts';
import { seen } from '../../model/known.ts';
import type { SchoolYear } from '../../model/school-year.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { missing } from './answer-cell.ts';

/** A year that somebody works on. */
interface Year {
  readonly workspace: Workspace;
  readonly year: SchoolYear;
  /** How the commands that come next name the year, where it was named. */
  readonly yearFlag: string;
}

/** The command to go on with in a year: first its audit, then the grid, then the plan. */
export function goOn(at: Year): string {
  const { workspace, year, yearFlag } = at;
  const audits = openElements(workspace, year).map(({ id }) => ({ id, audit: workspace.audits.get(year)?.get(id) }));
  const [open] = audits;
  if (open === undefined) return afterAudit(at);
  if (audits.some(({ audit }) => audit === undefined || audit.state === 'absent')) return `lem audit start ${year}`;
  const [draft, ...more] = audits.filter(({ audit }) => audit?.state === 'known');
  if (draft === undefined) return `lem check ${open.audit?.file}`;
  return `lem audit answer${more.length === 0 ? ` ${draft.id}` : ''}${yearFlag}`;
}

/** The command to go on with once the audit is complete. */
export function afterAudit(at: Year): string {
  const { workspace, year, yearFlag } = at;
  const { programme, grids } = workspace;
  if (gridSuggestions(workspace, year).some((cell) => missing(programme, cell) !== null))
    return `lem grid answer${yearFlag}`;
  return seen(grids.get(year))?.completed === undefined ? `lem grid complete${yearFlag}` : afterGrid(at);
}

/** The command to go on with once the grid is complete. */
export function afterGrid({ workspace, year, yearFlag }: Year): string {
  return uncoveredCells(workspace, year).length > 0 ? `lem plan suggest${yearFlag}` : 'lem status';
}
