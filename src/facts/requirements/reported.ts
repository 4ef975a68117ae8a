import { seen } from '../../model/known.ts';
import { actionsFor, type NamedAction, summaryOn } from '../../workspace/select.ts';
import type { Question } from './requirement.ts';

/** The actions that a claim rests on. */
export interface Reported {
  readonly actions: readonly NamedAction[];
  /** The files that can't be read and might tell of more. */
  readonly unreadable: readonly string[];
  /** The Accreditation Summary that names them; null where none does yet. */
  readonly named: string | null;
}

/**
 * The actions that a claim rests on: those the strand's Accreditation Summary names, or before it names any, the
 * strand's completed ones.
 */
export function reportedActions({ workspace, strand, on }: Question): Reported {
  const { actions, unreadable } = actionsFor(workspace, strand);
  const { summary } = summaryOn(workspace, strand, on);
  if (summary.state === 'unreadable') return { actions: [], unreadable: [summary.file], named: summary.file };
  const named = seen(summary)?.actions ?? [];
  if (named.length === 0) {
    const complete = actions.filter(({ action }) => action.status === 'complete');
    return { actions: complete, unreadable, named: null };
  }
  const known = named.map((id) => [id, workspace.actions.get(id)] as const);
  return {
    actions: known.flatMap(([id, action]) =>
      action?.state === 'known' ? [{ id, file: action.file, action: action.value }] : [],
    ),
    unreadable: known.flatMap(([, action]) => (action?.state === 'unreadable' ? [action.file] : [])),
    named: summary.file,
  };
}
