import { seen } from '../../model/known.ts';
import { actionsFor, type NamedAction, summaryOn } from '../../workspace/select.ts';
import type { Question } from './requirement.ts';

/**
 * The actions that a claim rests on: those the strand's Accreditation Summary names, or before it names any, the
 * strand's completed ones. With the files that can't be read.
 */
export function reportedActions({ workspace, strand, on }: Question): {
  readonly actions: readonly NamedAction[];
  readonly unreadable: readonly string[];
} {
  const { actions, unreadable } = actionsFor(workspace, strand);
  const { summary } = summaryOn(workspace, strand, on);
  if (summary.state === 'unreadable') return { actions: [], unreadable: [summary.file] };
  const named = seen(summary)?.actions ?? [];
  if (named.length === 0)
    return {
      actions: actions.filter(({ action }) => action.status === 'complete'),
      unreadable,
    };
  const known = named.map((id) => [id, workspace.actions.get(id)] as const);
  return {
    actions: known.flatMap(([id, action]) =>
      action?.state === 'known' ? [{ id, file: action.file, action: action.value }] : [],
    ),
    unreadable: known.flatMap(([, action]) => (action?.state === 'unreadable' ? [action.file] : [])),
  };
}
