import { auditProgress, type ElementProgress } from '../../facts/audit-progress.ts';
import { out } from '../../model/block.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { wrap } from '../../model/width.ts';
import { assignmentLines } from '../../views/audit-progress.ts';
import type { World } from '../../world.ts';
import { changing, DRY_RUN_OPTION, next, type TextChange, wrote } from '../change.ts';
import { type Command, type Input, ON_OPTION, texts, YEAR_OPTION } from '../command.ts';
import { editFile } from '../edit-file.ts';
import { goOn } from '../grid/go-on.ts';
import { saysNothing } from '../interview/says-nothing.ts';
import { allNamed, elementNamed } from '../named.ts';
import { type AuditRequest, auditRequest, yearFlag } from './year.ts';

export const assignAudit: Command = {
  summary: 'Says who judges elements, in place of who did so far; without an element, who has which.',
  args: [['[elements...]', 'ids or titles of elements']],
  options: [
    ['--to <who>', 'a role or a name, never a pupil’s; several one by one, or with commas between', 'many'],
    YEAR_OPTION,
    ON_OPTION,
    DRY_RUN_OPTION,
  ],
  examples: [
    ['lem audit assign', 'who has which element'],
    ['lem audit assign pupil-involvement --to "Year 4 teacher" --to parent', 'give an element to two people'],
    ['lem audit assign learning-and-teaching curriculum-and-resources --to SENDCo', 'give two elements to one'],
  ],
  run: assign,
};

function assign(world: World, input: Input): Outcome {
  const request = auditRequest(world, input);
  if ('refusal' in request) return request.refusal;
  const { root, workspace, audit } = request;
  const { width } = world.terminal;
  const elements = auditProgress(audit);
  const words = Array.isArray(input.args[0]) ? input.args[0].map(String) : [];
  const given = texts(input, 'to');
  if (words.length === 0) {
    if (given.length > 0) return unusable('--to needs an element.', 'Name it first: lem audit assign <element> --to …');
    return {
      exit: 0,
      report: [out(...assignmentLines(audit, elements, width), '', next(following(request, elements)))],
    };
  }
  const named = allNamed(words, (word) => elementNamed(audit.programme, word));
  if ('refusal' in named) return named.refusal;
  if (named.ids.length === 0) return unusable('No element was named.', 'lem audit assign lists them.');
  const who = [...new Set(given.flatMap((each) => each.split(',')).map((each) => each.trim()))].filter(
    (each) => !saysNothing(each),
  );
  if (who.length === 0)
    return unusable(
      `Nobody was named for ${named.ids.join(', ')}.`,
      'Say who judges it with --to, such as --to "Year 4 teacher" --to parent.',
    );
  const chosen = elements.filter(({ element }) => named.ids.includes(element.id));
  const changes: TextChange[] = [];
  for (const { file, state } of chosen) {
    if (state === 'absent')
      return unusable(`There is no ${file} yet.`, `Write what is missing with lem audit start ${audit.year}.`);
    const change = editFile(workspace, file, [{ path: ['assessors'], value: who }]);
    if ('refusal' in change) return change.refusal;
    changes.push(change);
  }
  const others = elements.filter((each) => !chosen.includes(each));
  return changing(world, input, {
    root,
    texts: changes,
    said: [
      ...changes.filter(({ before, after }) => before !== after).map(({ path }) => wrote(path)),
      ...chosen
        .flatMap(({ element }) => wrap(`${element.title}, ${audit.year}: ${who.join(', ')}`, width - 2))
        .map((line) => `  ${line}`),
      next(following(request, others)),
    ],
  });
}

/** The command to go on with: the next element that nobody has; once all are shared out, to judge them. */
function following({ workspace, audit: { year }, on }: AuditRequest, elements: readonly ElementProgress[]): string {
  const flag = yearFlag(workspace, year, on);
  const nobody = elements.find(({ state, assessors }) => state === 'known' && assessors.length === 0);
  if (nobody === undefined) return goOn({ workspace, year, yearFlag: flag });
  return `lem audit assign ${nobody.element.id} --to …${flag}`;
}
