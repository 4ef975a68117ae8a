import { seen } from '../model/known.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { pathOf, roleOf, WORKSPACE_FILE } from './layout.ts';
import type { Workspace } from './workspace.ts';

/** The files that say how every other is to be read. */
const FOUNDATIONS: readonly string[] = [WORKSPACE_FILE, 'programme.yaml'];

/** Whether a change reaches every file of the workspace. */
export function reachesAll(changed: readonly string[]): boolean {
  return changed.some((file) => FOUNDATIONS.includes(file) || file.startsWith('editions/'));
}

/**
 * The files that findings may have come to or gone from with a change: those that changed, and those that refer to
 * them or are judged by them. Files that are no longer there count, as others may still name them.
 * @param changed paths in the workspace
 * @param year the school year that counts
 */
export function dependents(workspace: Workspace, changed: readonly string[], year: SchoolYear): ReadonlySet<string> {
  const found = new Set<string>();
  const roles = new Map([...workspace.sources.keys()].map((file) => [file, JSON.stringify(roleOf(file))]));
  for (const file of changed) {
    found.add(file);
    const [folder, item = ''] = file.split('/');
    const role = roleOf(file);
    if (folder === 'evidence' && item !== '') {
      found.add(pathOf.evidence(item));
      for (const each of namingEvidence(workspace, item)) found.add(each);
    }
    if (role === null) continue;
    // The same thing under two names is a finding in the one of them that comes later.
    for (const [other, its] of roles) if (its === JSON.stringify(role)) found.add(other);
    if (role.kind === 'action') {
      for (const each of namingAction(workspace, role.id ?? '')) found.add(each);
      found.add(gridOf(workspace, year)); // an action covers its cells
    }
    if (role.kind === 'audit') found.add(gridOf(workspace, role.year ?? ''));
    if (role.kind === 'grid') {
      const after = [...workspace.grids.keys()].filter((each) => each > (role.year ?? '')).sort()[0];
      if (after !== undefined) found.add(gridOf(workspace, after)); // its cells are held against last year's
    }
    if (role.kind === 'awards') for (const each of namingRecommendations(workspace)) found.add(each);
    if (role.kind === 'summary') found.add(workspace.awards.file); // an award rests on a summary
  }
  return found;
}

function gridOf(workspace: Workspace, year: SchoolYear): string {
  return workspace.grids.get(year)?.file ?? pathOf.grid(year);
}

/** The files in which a judgement, an action or a claim names an evidence item. */
function* namingEvidence({ audits, actions, summaries }: Workspace, item: string): Iterable<string> {
  for (const audit of [...audits.values()].flatMap((files) => [...files.values()])) {
    const judgements = Object.values(seen(audit)?.judgements ?? {});
    if (judgements.some(({ evidence }) => evidence?.includes(item))) yield audit.file;
  }
  for (const action of actions.values()) if (seen(action)?.evidence?.includes(item)) yield action.file;
  for (const summary of [...summaries.values()].flatMap((files) => [...files.values()])) {
    if (seen(summary)?.outcomes?.some(({ evidence }) => evidence?.includes(item))) yield summary.file;
  }
}

function* namingAction({ summaries }: Workspace, action: string): Iterable<string> {
  for (const summary of [...summaries.values()].flatMap((files) => [...files.values()])) {
    if (seen(summary)?.actions?.includes(action)) yield summary.file;
  }
}

/** The files of actions that name what the Equality team recommended. */
function* namingRecommendations({ actions }: Workspace): Iterable<string> {
  for (const action of actions.values()) if (seen(action)?.recommendations !== undefined) yield action.file;
}
