import { inWords } from '../../model/calendar.ts';
import type { ActionFile, SummaryFile } from '../../model/files.generated.ts';
import { seen } from '../../model/known.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { actionAnchor, type EvidenceRef, type EvidenceShown, refsTo } from './evidence.ts';

/** An action that the summary reports on: where it began, what changed and what difference that made, in Markdown. */
export interface ActionShown {
  /** The target of links to it. */
  readonly anchor: string;
  readonly title: string;
  /** Who led it, when, for which elements, and the priority it served; each part a phrase. */
  readonly about: readonly string[];
  readonly complete: boolean;
  readonly baseline: string | null;
  readonly outcome: string | null;
  readonly impact: string | null;
  readonly evidence: readonly EvidenceRef[];
}

/**
 * The actions that a summary names, in its order; one that the plan lacks is shown by its id alone.
 * @param evidence the summary's index
 */
export function actionsShown(
  { actions, programme }: Workspace,
  summary: SummaryFile,
  evidence: readonly EvidenceShown[],
): readonly ActionShown[] {
  return (summary.actions ?? []).map((id, index): ActionShown => {
    const action = seen(actions.get(id));
    const anchor = actionAnchor(index);
    const none = { complete: false, baseline: null, outcome: null, impact: null, evidence: [] };
    if (action === null) return { anchor, title: id, about: ['Not in the plan'], ...none };
    const elements = (action.elements ?? []).map((element) => programme.elements.get(element)?.title ?? element);
    const about = [
      action.lead === undefined ? null : `Led by ${action.lead}`,
      timeOf(action),
      elements.length === 0 ? null : elements.join(', '),
      action.improvementPlan ?? null,
    ];
    return {
      anchor,
      title: action.title || id,
      about: about.filter((part) => part !== null),
      complete: action.status === 'complete',
      baseline: written(action.baseline),
      outcome: written(action.outcome),
      impact: written(action.impact),
      evidence: refsTo(action.evidence ?? [], evidence),
    };
  });
}

const STATUS: { readonly [status in ActionFile['status']]: string } = {
  planned: 'planned',
  'in-progress': 'in progress',
  complete: 'complete',
  stopped: 'stopped',
};

/** When an action was carried out, or how far it is; null where the file has a fault in just that. */
function timeOf({ start, due, completed, status }: ActionFile): string | null {
  if (status === 'complete')
    return completed === undefined
      ? 'Complete'
      : start === undefined
        ? `Complete on ${inWords(completed)}`
        : `${inWords(start)} to ${inWords(completed)}`;
  const word: string | undefined = STATUS[status];
  if (word === undefined) return null;
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}${due === undefined || status === 'stopped' ? '' : `, due ${inWords(due)}`}`;
}

function written(text: string | undefined): string | null {
  return text === undefined || text.trim() === '' ? null : text;
}
