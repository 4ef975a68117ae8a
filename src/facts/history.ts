import type { IsoDate } from '../model/calendar.ts';
import { type Known, seen } from '../model/known.ts';
import { concerns } from '../model/programme.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { READING_LIST } from '../workspace/layout.ts';
import { isOpen, yearOn } from '../workspace/select.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { BadgeFacts, BadgeState } from './eligibility.ts';
import { gridFacts, judgementOf } from './grid.ts';
import { badgesOn } from './progress.ts';
import type { RollUp } from './rollup.ts';

/** How many actions are still to come or going on, and how many are complete; stopped ones are neither. */
export interface ActionCount {
  readonly open: number;
  readonly complete: number;
}

/** How many statements are judged, of how many. */
export interface AuditCount {
  readonly judged: number;
  readonly statements: number;
}

/** Where a school stood on a day. Each part is null where it can't be told, as where a file of it can't be read. */
export interface Standing {
  readonly year: SchoolYear;
  readonly overall: Rolled | null;
  readonly strands: readonly StrandStanding[];
  readonly held: number | null;
  readonly actions: ActionCount | null;
  readonly audit: AuditCount | null;
}

/** The same of one strand, in the order of the programme that held on the day. */
export interface StrandStanding {
  readonly strand: string;
  readonly grid: Rolled | null;
  readonly badge: BadgeState | null;
  /** The actions that name the strand. */
  readonly actions: ActionCount | null;
  /** The statements that concern the strand. */
  readonly audit: AuditCount | null;
}

export type Rolled = Pick<RollUp, 'rating' | 'complete' | 'provisional'>;

/** Where the school stood, by the workspace as it was then and the programme it worked to. */
export function standingOn(workspace: Workspace, on: IsoDate): Standing {
  const year = yearOn(workspace, on);
  const isGridTold = isWhole(workspace, 'grid', [workspace.grids.get(year)]);
  const grid = gridFacts(workspace, year);
  const rolled = ({ rating, complete, provisional }: RollUp): Rolled | null =>
    isGridTold ? { rating, complete, provisional } : null;
  const badges = badgesOn(workspace, on);
  const isAwardsTold = workspace.awards.state !== 'unreadable';
  return {
    year,
    overall: rolled(grid.overall),
    strands: grid.strands.map(({ strand, ...roll }, index) => ({
      strand,
      grid: rolled(roll),
      badge: badgeState(workspace, badges[index]),
      actions: actionsOf(workspace, strand),
      audit: auditOf(workspace, year, strand),
    })),
    held: isAwardsTold ? badges.filter(({ state }) => state === 'held').length : null,
    actions: actionsOf(workspace),
    audit: auditOf(workspace, year),
  };
}

/** The files that can't be read, and the folders that something else stands in the place of, such as a link. */
export function unreadableIn(workspace: Workspace): readonly string[] {
  const { settings, referenceGroup, awards, calendar, audits, grids, actions, evidence, summaries } = workspace;
  const files: readonly Known<unknown>[] = [
    ...[settings, referenceGroup, awards, calendar],
    ...[...audits.values(), ...summaries.values()].flatMap((year) => [...year.values()]),
    ...[...grids.values(), ...actions.values(), ...evidence.values()],
  ];
  const unreadable = files.filter(({ state }) => state === 'unreadable').map(({ file }) => file);
  return [...unreadable, ...unreadableFolders(workspace)].sort();
}

/** What is in such a folder can't be told. */
function unreadableFolders({ sources }: Workspace): readonly string[] {
  return Object.keys(READING_LIST.folders).filter((folder) => sources.has(folder));
}

/** A badge's state; null where it rests on what can't be told. Once it is awarded, only awards.yaml counts. */
function badgeState(workspace: Workspace, badge: BadgeFacts | undefined): BadgeState | null {
  const { awards, calendar } = workspace;
  if (badge === undefined || awards.state === 'unreadable') return null;
  const { state, eligible } = badge;
  if (state === 'held' || state === 'submitted') return state;
  if (calendar.state === 'unreadable') return null;
  const isOpenYet = state === 'working-towards' || state === 'not-started' || state === 'ready';
  return isOpenYet && (eligible === null || unreadableFolders(workspace).length > 0) ? null : state;
}

function actionsOf(workspace: Workspace, strand?: string): ActionCount | null {
  const known = [...workspace.actions.values()];
  if (!isWhole(workspace, 'plan', known)) return null;
  const actions = known
    .flatMap((each) => seen(each) ?? [])
    .filter(({ strands }) => strand === undefined || strands.includes(strand));
  return {
    open: actions.filter(isOpen).length,
    complete: actions.filter(({ status }) => status === 'complete').length,
  };
}

/** The statements of a year's audit that are judged for a strand, or for every strand they concern. */
function auditOf(workspace: Workspace, year: SchoolYear, strand?: string): AuditCount | null {
  const { programme } = workspace;
  const audits = workspace.audits.get(year);
  const elements = [...programme.elements.values()];
  if (
    !isWhole(
      workspace,
      'audit',
      elements.map(({ id }) => audits?.get(id)),
    )
  )
    return null;
  let judged = 0;
  let statements = 0;
  for (const element of elements) {
    const audit = seen(audits?.get(element.id));
    for (const statement of element.statements) {
      const strands = (strand === undefined ? [...programme.strands.keys()] : [strand]).filter((each) =>
        concerns(statement, each),
      );
      if (strand !== undefined && strands.length === 0) continue;
      statements++;
      if (strands.every((each) => judgementOf(audit, statement.id, each) !== null)) judged++;
    }
  }
  return { judged, statements };
}

/** Whether all of a folder's files that count can be read. */
function isWhole(workspace: Workspace, folder: string, files: readonly (Known<unknown> | undefined)[]): boolean {
  return !unreadableFolders(workspace).includes(folder) && files.every((file) => file?.state !== 'unreadable');
}
