import { markFacts } from '../../facts/mark.ts';
import { badgesOn } from '../../facts/progress.ts';
import { type Line, run } from '../../model/block.ts';
import type { IsoDate } from '../../model/calendar.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { seen } from '../../model/known.ts';
import type { Entry, Listing } from '../../model/listing.ts';
import { wrap } from '../../model/width.ts';
import { diagnose } from '../../rules/run.ts';
import type { StandingOn } from '../../views/migration.ts';
import type { Assembly } from '../../workspace/assemble.ts';
import { ids, wayFrom } from '../../workspace/mapping.ts';
import { editorFiles } from '../../workspace/scaffold-editor.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import { type TextChange, wrote } from '../change.ts';
import { assembleWith } from '../load.ts';
import type { Moving } from './moving.ts';

/** How many files are told one by one. */
const MOST_TOLD = 12;

/** What is on disk once the changes are made. */
export function listingAfter(listing: Listing, changes: readonly TextChange[]): Listing {
  const entries = new Map<string, Entry>(listing.entries);
  for (const { path, after, removed } of changes) {
    if (removed) entries.delete(path);
    else entries.set(path, { kind: 'text', text: after });
  }
  // Of what would be on disk no digest has been taken.
  return { ...listing, entries, digests: new Map() };
}

/** The badges and the Mark of a workspace on a day. */
export function standingOf(workspace: Workspace, on: IsoDate): StandingOn {
  return { programme: workspace.programme, badges: badgesOn(workspace, on), mark: markFacts(workspace, on) };
}

/** How a strand that is new can be judged this year already, where this year’s audit stays as it was made. */
export function reopenLines(after: Workspace, { year, to }: Moving, width: number): readonly Line[] {
  const audits = [...(after.audits.get(year)?.values() ?? [])];
  const earlier = audits.flatMap((audit) => seen(audit)?.edition ?? []).find((edition) => after.route.has(edition));
  const fresh = [...after.programme.strands.values()].filter(({ id }) =>
    wayFrom(earlier ?? to, after.route).some(({ strands }) =>
      strands.some((turn) => turn.from === undefined && ids(turn.to).includes(id)),
    ),
  );
  if (fresh.length === 0) return [];
  const titles = fresh.map(({ title }) => title).join(', ');
  const told = `The audit of ${year} stays as it was made, against ${earlier}; ${titles} can be judged in the next. To judge it in ${year} already: lem migrate programme ${to} --reopen.`;
  return ['', ...wrap(told, width)];
}

/** What `lem check` will find that it did not before. */
export function newErrors(world: World, before: Listing, after: Assembly, on: IsoDate): readonly Line[] {
  const errors = (assembly: Assembly): readonly Diagnostic[] =>
    diagnose(assembly, { level: 'draft', on }).filter(({ severity }) => severity === 'error');
  const key = ({ rule, file, message }: Diagnostic): string => [rule, file, message].join('\n');
  const known = new Set(errors(assembleWith(world, before)).map(key));
  return errors(after)
    .filter((each) => !known.has(key(each)))
    .map(({ file, line, column, message }): Line => [run('! ', 'warn'), `${file}:${line}:${column} ${message}`]);
}

/** The schemas that editors use, where the workspace has them: they name the programme’s strands and elements. */
export function editorChanges(world: World, root: string, { programme }: Workspace): readonly TextChange[] {
  return editorFiles(programme).flatMap(([path, after]): readonly TextChange[] => {
    const there = path.startsWith('.lem/') ? world.files.readText(world.files.resolve(root, path)) : null;
    return there?.kind === 'text' && there.text !== after ? [{ path, before: there.text, after }] : [];
  });
}

/** The files that were written; many are told by their folders. */
export function toldChanges(changes: readonly TextChange[]): readonly Line[] {
  const line = ({ path, removed }: TextChange): Line =>
    removed ? [run('✓ ', 'good'), `${path} taken away`] : wrote(path);
  if (changes.length <= MOST_TOLD) return changes.map(line);
  const folders = new Map<string, number>();
  for (const { path } of changes) {
    const folder = path.split('/').length > 1 ? `${path.split('/')[0]}/` : path;
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  return [...folders].map(
    ([folder, count]): Line =>
      folder.endsWith('/') ? [...wrote(folder), count === 1 ? '  1 file' : `  ${count} files`] : wrote(folder),
  );
}
