import { inWords } from '../../model/calendar.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import type { World } from '../../world.ts';
import { changing, DRY_RUN_OPTION } from '../change.ts';
import { argument, type Command, type Input } from '../command.ts';
import { editFile } from '../edit-file.ts';
import { VISIT_OPTIONS, type VisitRequest, visitRequest } from './request.ts';
import { unfitVisit, visitSaid } from './settled.ts';

export const updateVisit: Command = {
  summary: 'Changes a visit that is booked: its day, its strands, or that the audit has been sent.',
  args: [['[day]', 'the day it is booked for (default: the one visit to come)']],
  options: [...VISIT_OPTIONS, DRY_RUN_OPTION],
  examples: [
    ['lem visit update --audit-sent 2027-06-10', 'record that the audit has gone to the team'],
    ['lem visit update 2027-06-24 --date 2027-07-01', 'move a visit to another day'],
  ],
  run: update,
};

function update(world: World, input: Input): Outcome {
  const request = visitRequest(world, input);
  if ('refusal' in request) return request.refusal;
  const { root, workspace, visits, given } = request;
  if (Object.keys(given).length === 0)
    return unusable('It is not said what to change.', 'lem visit update --help lists what can be.');
  const found = visitMeant(request, argument(input, 0));
  if ('refusal' in found) return found.refusal;
  const { index } = found;
  const before = visits[index];
  if (before === undefined) return unusable('There is no such visit.');
  const visit = { ...before, ...given };
  const unfit = unfitVisit(request, visit, index);
  if (unfit !== null) return unfit;
  const parts = Object.entries(given).map(([key, value]) => ({ path: ['visits', index, key], value }));
  const change = editFile(workspace, workspace.calendar.file, parts);
  if ('refusal' in change) return change.refusal;
  return changing(world, input, { root, texts: [change], said: visitSaid(world, request, visit) });
}

/** The visit of a day; where none is named, the one visit that is to come. */
function visitMeant(
  { visits, on }: VisitRequest,
  day: string | undefined,
): { readonly index: number } | { readonly refusal: Outcome } {
  const meant = visits.flatMap(({ date }, index) => ((day === undefined ? date >= on : date === day) ? [index] : []));
  const [index] = meant;
  if (index !== undefined && meant.length === 1) return { index };
  const days = visits.filter(({ date }) => day !== undefined || date >= on).map(({ date }) => date);
  const there = days.length === 0 ? 'Book one with lem visit book.' : `Booked: ${days.sort().join(', ')}.`;
  if (day !== undefined) return { refusal: unusable(`No one visit is booked for ${day}.`, there) };
  return {
    refusal: unusable(
      index === undefined ? `No visit is booked from ${inWords(on)} on.` : 'It is not said which visit is meant.',
      index === undefined ? 'Book one with lem visit book.' : `Name it by its day: ${days.join(', ')}.`,
    ),
  };
}
