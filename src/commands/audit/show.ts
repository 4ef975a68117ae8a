import { auditProgress } from '../../facts/audit-progress.ts';
import { out } from '../../model/block.ts';
import type { Outcome } from '../../model/outcome.ts';
import { elementLines } from '../../views/audit-element.ts';
import { progressLines } from '../../views/audit-progress.ts';
import { progressJson } from '../../views/audit-progress-json.ts';
import type { World } from '../../world.ts';
import { next } from '../change.ts';
import { argument, type Command, flag, type Input, JSON_OPTION, ON_OPTION, YEAR_OPTION } from '../command.ts';
import { afterAudit } from '../grid/go-on.ts';
import { elementNamed } from '../named.ts';
import { auditRequest, yearFlag } from './year.ts';

export const showAudit: Command = {
  summary: 'Shows how far a year’s audit has come, by element and by person; with an element, its statements.',
  args: [['[element]', 'an element’s id or title']],
  options: [YEAR_OPTION, ON_OPTION, JSON_OPTION],
  examples: [
    ['lem audit show', 'what is judged and what is still open'],
    ['lem audit show learning-and-teaching', 'an element’s statements with their judgements'],
    ['lem audit show --year 2025-26 --json', 'an earlier year, for programs'],
  ],
  run: show,
};

function show(world: World, input: Input): Outcome {
  const request = auditRequest(world, input);
  if ('refusal' in request) return request.refusal;
  const { workspace, on, audit } = request;
  const word = argument(input, 0);
  const named = word === undefined ? null : elementNamed(audit.programme, word);
  if (named !== null && 'refusal' in named) return named.refusal;
  const elements = auditProgress(audit).filter(({ element }) => named === null || element.id === named.id);
  if (flag(input, 'json')) return { exit: 0, report: [{ kind: 'json', value: progressJson(audit, elements) }] };
  const { width } = world.terminal;
  const years = yearFlag(workspace, audit.year, on);
  const [only] = elements;
  if (named !== null && only !== undefined)
    return { exit: 0, report: [out(...elementLines(audit, only, years, width))] };
  const isDone = elements.every(({ state, status }) => state === 'known' && status === 'complete');
  const then = isDone ? [next(afterAudit({ workspace, year: audit.year, yearFlag: years }))] : [];
  return { exit: 0, report: [out(...progressLines(audit, elements, years, width), ...then)] };
}
