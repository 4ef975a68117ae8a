import type { IsoDate } from '../model/calendar.ts';
import type { EvidenceFile } from '../model/files.generated.ts';
import { type Known, seen } from '../model/known.ts';
import type { Asset, Entry, Listing } from '../model/listing.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { assetPath, pathOf, roleOf } from './layout.ts';
import { actionsFor, summaryOn, yearOn } from './select.ts';
import type { Workspace } from './workspace.ts';

/** An evidence item of which only the pointer is sent, because somebody else holds it, and the files that stay out. */
export interface Withheld {
  readonly item: string;
  readonly files: readonly ({ readonly path: string } & Asset)[];
}

/** The files that the claims of some strands rest on, by their paths in the workspace, sorted. */
export interface Submitted {
  readonly texts: readonly string[];
  readonly assets: readonly string[];
  readonly withheld: readonly Withheld[];
}

/**
 * What goes into a submission, and no more: the school, its reference group, its calendar and awards, the audit and the
 * grids that count, and of each strand its actions, its Accreditation Summary and the evidence that these name. What
 * somebody holds elsewhere stays out but for the note of who holds it.
 */
export function submittedFiles(workspace: Workspace, strands: readonly string[], on: IsoDate): Submitted {
  const years = new Set<SchoolYear>([yearOn(workspace, on)]);
  const texts = new Set<string>();
  const items = new Set<string>();
  for (const strand of strands) {
    const { year, summary } = summaryOn(workspace, strand, on);
    years.add(year);
    const known = seen(summary);
    if (known !== null) texts.add(pathOf.summary(year, strand));
    const named = new Set(known?.actions ?? []);
    for (const { id } of actionsFor(workspace, strand).actions) named.add(id);
    for (const id of named) {
      const action = workspace.actions.get(id);
      if (action === undefined) continue;
      texts.add(pathOf.action(id));
      for (const item of seen(action)?.evidence ?? []) items.add(item);
    }
    for (const { evidence = [] } of known?.outcomes ?? []) for (const item of evidence) items.add(item);
  }
  const latest = [...years].sort().at(-1) ?? yearOn(workspace, on);
  // A summary shows the year before beside the present one.
  const lastTwo = (of: Iterable<SchoolYear>) =>
    [...of]
      .filter((year) => year <= latest)
      .sort()
      .slice(-2);
  const [grids, audits] = [workspace.grids, workspace.audits].map((all) => new Set([...lastTwo(all.keys()), ...years]));
  for (const path of workspace.sources.keys()) {
    const role = roleOf(path);
    if (role === null) continue;
    if (ALWAYS.has(role.kind)) texts.add(path);
    if (role.kind === 'grid' && grids?.has(role.year ?? '')) texts.add(path);
    if (role.kind === 'audit' && audits?.has(role.year ?? '')) texts.add(path);
  }
  const assets = new Set<string>();
  const withheld: Withheld[] = [];
  for (const id of [...items].sort()) {
    const item = workspace.evidence.get(id);
    if (item === undefined) continue;
    texts.add(pathOf.evidence(id));
    const files = filesOf(workspace, id, item);
    if (isHeldElsewhere(item)) {
      withheld.push({ item: id, files: files.map(({ file, asset }) => ({ path: file, ...asset })) });
      continue;
    }
    for (const { path } of files) assets.add(path);
  }
  return { texts: [...texts].sort(), assets: [...assets].sort(), withheld };
}

/** What every claim rests on. */
const ALWAYS: ReadonlySet<string> = new Set([
  'workspace',
  'reference-group',
  'awards',
  'calendar',
  'programme',
  'mapping',
]);

/** The files of an item that are there. */
function filesOf({ assets }: Workspace, id: string, item: Known<EvidenceFile>) {
  return (seen(item)?.files ?? []).flatMap(({ path: file }) => {
    const path = assetPath(id, file);
    const asset = path === null ? undefined : assets.get(path);
    return path === null || asset === undefined ? [] : [{ file, path, asset }];
  });
}

function isHeldElsewhere(item: Known<EvidenceFile>): boolean {
  const holder = seen(item)?.holder;
  return holder !== undefined && holder !== null;
}

/**
 * A submission's files as a listing. Those that stay out are told by the fingerprints that were sent of them, so that what
 * rests on their being there is judged the same on both sides.
 */
export function submittedListing(
  texts: ReadonlyMap<string, Entry>,
  assets: ReadonlyMap<string, Asset>,
  digests: ReadonlyMap<string, string>,
  withheld: readonly Withheld[],
): Listing {
  const elsewhere = withheld.flatMap(({ item, files }) =>
    files.flatMap(({ path: file, size, sha256 }): [string, Asset][] => {
      const path = assetPath(item, file);
      return path === null ? [] : [[path, { size, sha256 }]];
    }),
  );
  return { entries: texts, assets: new Map([...assets, ...elsewhere]), digests };
}
