import type { PlanFilter } from '../../facts/plan-list.ts';
import { didYouMean, exactly } from '../../model/nearest.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { schemaAt } from '../../source/schema-at.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { flag, type Input, text, texts } from '../command.ts';
import { allNamed, elementNamed, type Named, strandNamed } from '../named.ts';

/** What narrows a list of actions down. */
export const FILTER_OPTIONS = [
  ['--strand <strand>', 'only actions for this strand; may be given several times', 'many'],
  ['--element <element>', 'only actions for this element; may be given several times', 'many'],
  ['--lead <text>', 'only actions whose lead has this text in it'],
  ['--status <status>', 'planned, in-progress, complete or stopped; may be given several times', 'many'],
  ['--open', 'only actions that are planned or in progress'],
  ['--overdue', 'only open actions past the day they were due'],
  ['--improvement-plan <text>', 'only actions whose priority of the School Improvement Plan has this text in it'],
] as const;

/** Reads the options that narrow the list down; the filter has only what was given. */
export function readFilter(
  { programme }: Workspace,
  input: Input,
): { readonly filter: PlanFilter } | { readonly refusal: Outcome } {
  const strands = allNamed(texts(input, 'strand'), (word) => strandNamed(programme, word));
  if ('refusal' in strands) return strands;
  const elements = allNamed(texts(input, 'element'), (word) => elementNamed(programme, word));
  if ('refusal' in elements) return elements;
  const statuses = allNamed(texts(input, 'status'), statusNamed);
  if ('refusal' in statuses) return statuses;
  const lead = text(input, 'lead');
  const improvementPlan = text(input, 'improvementPlan');
  return {
    filter: {
      ...(strands.ids.length === 0 ? {} : { strands: strands.ids }),
      ...(elements.ids.length === 0 ? {} : { elements: elements.ids }),
      ...(statuses.ids.length === 0 ? {} : { statuses: statuses.ids }),
      ...(lead === undefined ? {} : { lead }),
      ...(improvementPlan === undefined ? {} : { improvementPlan }),
      ...(flag(input, 'open') ? { isOpen: true } : {}),
      ...(flag(input, 'overdue') ? { isOverdue: true } : {}),
    },
  };
}

function statusNamed(word: string): Named {
  const known = (schemaAt('action', ['status'])?.enum ?? []).map((each) => [each, each] as const);
  const id = exactly(word, known);
  return id === null ? { refusal: unusable(`${word} is not a status of an action.`, didYouMean(word, known)) } : { id };
}
