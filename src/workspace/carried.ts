import type { AuditFile, GridFile, MappingFile, SummaryFile } from '../model/files.generated.ts';
import { type Known, seen } from '../model/known.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { carryAudits } from './carry-audit.ts';
import { carryVisits } from './carry-awards.ts';
import { carryGrid } from './carry-grid.ts';
import { becomes, type Mapping, mappingOf, type Route, wayFrom } from './mapping.ts';
import type { Workspace } from './workspace.ts';

const known = new WeakMap<Workspace, Workspace>();

/**
 * The workspace with every audit, grid, decision and summary in the words of its present edition: those made against an
 * earlier one are read through the mappings. Files of an edition from which no mapping leads here stay as they are.
 */
export function carried(workspace: Workspace): Workspace {
  const made = known.get(workspace) ?? (hasEarlier(workspace) ? carry(workspace) : workspace);
  known.set(workspace, made);
  known.set(made, made);
  return made;
}

/** The edition a year’s grid was made against: its own word, or that of the year’s audits. */
export function editionOfGrid({ grids, audits, programme }: Workspace, year: SchoolYear): string {
  const own = seen(grids.get(year))?.edition;
  if (own !== undefined) return own;
  const others = [...(audits.get(year)?.values() ?? [])].flatMap((audit) => seen(audit)?.edition ?? []);
  return others.find((edition) => edition !== programme.id) ?? programme.id;
}

function hasEarlier({ route, audits, grids, awards, summaries }: Workspace): boolean {
  if (route.size === 0) return false;
  const editions = [
    ...[...audits.values()].flatMap((year) => [...year.values()].map((file) => seen(file)?.edition)),
    ...[...summaries.values()].flatMap((year) => [...year.values()].map((file) => seen(file)?.edition)),
    ...[...grids.values()].map((grid) => seen(grid)?.edition),
    ...(seen(awards)?.visits ?? []).map(({ edition }) => edition),
  ];
  return editions.some((edition) => edition !== undefined && route.has(edition));
}

function carry(workspace: Workspace): Workspace {
  const { programme, route } = workspace;
  return {
    ...workspace,
    audits: new Map([...workspace.audits].map(([year, files]) => [year, auditsOf(workspace, files)])),
    grids: new Map([...workspace.grids].map(([year, grid]) => [year, gridOf(workspace, year, grid)])),
    summaries: new Map([...workspace.summaries].map(([year, files]) => [year, summariesOf(workspace, files)])),
    awards: mapped(workspace.awards, (awards) => {
      let visits = awards.visits.map((visit) => ({ visit, edition: visit.edition ?? programme.id }));
      for (const mapping of inTurn(route)) visits = [...carryVisits(visits, mappingIn(workspace, mapping))];
      return { ...awards, visits: visits.map(({ visit }) => visit) };
    }),
  };
}

function auditsOf(
  workspace: Workspace,
  files: ReadonlyMap<string, Known<AuditFile>>,
): Workspace['audits'] extends ReadonlyMap<string, infer F> ? F : never {
  const { route, programme } = workspace;
  const present = new Map(files);
  let earlier = new Map<string, Map<string, Known<AuditFile>>>();
  for (const [element, audit] of files) {
    const edition = seen(audit)?.edition;
    if (edition === undefined || !route.has(edition)) continue;
    present.delete(element);
    earlier.set(edition, (earlier.get(edition) ?? new Map()).set(element, audit));
  }
  for (const step of inTurn(route)) {
    const left = earlier.get(step.from);
    if (left === undefined) continue;
    const entered = carryAudits(left, mappingIn(workspace, step), programme);
    const there = step.to === programme.id ? present : (earlier.get(step.to) ?? new Map());
    for (const [element, audit] of entered) if (!there.has(element)) there.set(element, audit);
    earlier = new Map(earlier).set(step.to, there);
  }
  return present;
}

function gridOf(workspace: Workspace, year: SchoolYear, grid: Known<GridFile>): Known<GridFile> {
  const way = wayFrom(editionOfGrid(workspace, year), workspace.route);
  return mapped(grid, (value) =>
    way.reduce((so, step) => carryGrid(so, mappingIn(workspace, step), workspace.programme), value),
  );
}

function summariesOf(
  { route }: Workspace,
  files: ReadonlyMap<string, Known<SummaryFile>>,
): ReadonlyMap<string, Known<SummaryFile>> {
  const isEarlier = (file: Known<SummaryFile>): boolean => route.has(seen(file)?.edition ?? '');
  const present = new Map([...files].filter(([, file]) => !isEarlier(file)));
  for (const [strand, file] of files) {
    if (!isEarlier(file)) continue;
    for (const id of strandsFrom(route, seen(file)?.edition ?? '', strand))
      if (!present.has(id))
        present.set(
          id,
          mapped(file, (value) => ({ ...value, strand: id })),
        );
  }
  return present;
}

/** What a strand of an earlier edition has become. */
export function strandsFrom(route: Route, edition: string, strand: string): readonly string[] {
  return wayFrom(edition, route).reduce<readonly string[]>(
    (ids, step) => ids.flatMap((id) => becomes(mappingOf(step, null).strands, id)),
    [strand],
  );
}

/** The mappings of a route, those farthest off first. */
function inTurn(route: Route): readonly MappingFile[] {
  return [...route.values()].sort((a, b) => b.steps - a.steps).map(({ mapping }) => mapping);
}

function mappingIn({ editions }: Workspace, mapping: MappingFile): Mapping {
  return mappingOf(mapping, editions.get(mapping.from) ?? null);
}

function mapped<T>(file: Known<T>, change: (value: T) => T): Known<T> {
  if (file.state === 'known') return { ...file, value: change(file.value) };
  return file.state === 'unreadable' && file.partial !== null ? { ...file, partial: change(file.partial) } : file;
}
