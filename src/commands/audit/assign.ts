import { auditProgress } from '../../facts/audit-progress.ts';
import { auditOf } from '../../facts/audit-years.ts';
import { out } from '../../model/block.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { assignmentLines } from '../../views/audit-progress.ts';
import type { World } from '../../world.ts';
import { changing, DRY_RUN_OPTION, next, wrote } from '../change.ts';
import { argument, type Command, type Input, ON_OPTION, texts, YEAR_OPTION } from '../command.ts';
import { editFile } from '../edit-file.ts';
import { elementNamed } from '../named.ts';
import { auditRequest, yearFlag } from './year.ts';

export const assignAudit: Command = {
  summary: 'Says who judges an element, in place of who did so far; without an element, who has which.',
  args: [['[element]', 'an element’s id or title']],
  options: [
    ['--to <who>', 'a role or a name, never a pupil’s; several one by one, or with commas between', 'many'],
    YEAR_OPTION,
    ON_OPTION,
    DRY_RUN_OPTION,
  ],
  examples: [
    ['lem audit assign', 'who has which element'],
    ['lem audit assign pupil-involvement --to "Year 4 teacher" --to parent', 'give an element to two people'],
  ],
  run: assign,
};

function assign(world: World, input: Input): Outcome {
  const request = auditRequest(world, input);
  if ('refusal' in request) return request.refusal;
  const { root, workspace, on, audit } = request;
  const word = argument(input, 0);
  const given = texts(input, 'to');
  const who = [...new Set(given.flatMap((each) => each.split(',')).map((each) => each.trim()))].filter(
    (each) => each !== '',
  );
  if (word === undefined) {
    if (given.length > 0) return unusable('--to needs an element.', 'Name it first: lem audit assign <element> --to …');
    const elements = auditProgress(audit);
    return { exit: 0, report: [out(...assignmentLines(audit, elements, world.terminal.width))] };
  }
  const named = elementNamed(audit.programme, word);
  if ('refusal' in named) return named.refusal;
  if (who.length === 0)
    return unusable(
      `Nobody was named for ${named.id}.`,
      'Say who judges it with --to, such as --to "Year 4 teacher" --to parent.',
    );
  const { file, state } = auditOf(audit, named.id);
  if (state === 'absent')
    return unusable(`There is no ${file} yet.`, `Write what is missing with lem audit start ${audit.year}.`);
  const change = editFile(workspace, file, [{ path: ['assessors'], value: who }]);
  if ('refusal' in change) return change.refusal;
  const title = audit.programme.elements.get(named.id)?.title ?? named.id;
  return changing(world, input, {
    root,
    texts: [change],
    said: [
      ...(change.after === change.before ? [] : [wrote(file)]),
      `  ${title}, ${audit.year}: ${who.join(', ')}`,
      next(`lem audit assign${yearFlag(workspace, audit.year, on)}`),
    ],
  });
}
