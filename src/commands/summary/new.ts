import { out, run } from '../../model/block.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { draftSummary } from '../../workspace/draft-summary.ts';
import { pathOf } from '../../workspace/layout.ts';
import type { World } from '../../world.ts';
import { argument, type Command, type Input, ON_OPTION, text } from '../command.ts';
import { openHere } from '../load.ts';
import { strandNamed, yearNamed } from '../named.ts';

export const newSummary: Command = {
  summary: 'Draft a strand’s Accreditation Summary from the plan, the grid and the evidence.',
  args: [['<strand>', 'a strand’s id']],
  options: [
    ON_OPTION,
    ['--year <year>', 'file it under this school year (default: that of the audit and grid that count)'],
  ],
  examples: [
    ['lem summary new disability', 'write accreditation/<year>/disability.yaml'],
    ['lem summary new race --year 2026-27', 'file it under that school year'],
  ],
  run: draft,
};

function draft(world: World, input: Input): Outcome {
  const here = openHere(world, input);
  if ('refusal' in here) return here.refusal;
  const { root, workspace } = here;
  const asked = strandNamed(workspace.programme, argument(input, 0) ?? '');
  if ('refusal' in asked) return asked.refusal;
  const strand = asked.id;
  const named = yearNamed(workspace, text(input, 'year'), here.on);
  if ('refusal' in named) return named.refusal;
  const { year } = named;
  const path = pathOf.summary(year, strand);
  if (world.files.exists(world.files.resolve(root, path))) {
    return unusable(
      `${path} is already there, and lem does not write over it.`,
      `Edit it, or see it with lem summary render ${strand}.`,
    );
  }
  const { content, actions, left } = draftSummary(workspace, strand, year, here.on);
  const drafted =
    actions === 0
      ? 'No action of this strand is complete yet, so there is little in it.'
      : `Drafted from ${actions === 1 ? '1 complete action' : `${actions} complete actions`}.`;
  return {
    exit: 0,
    report: [
      out(
        [run('✓ ', 'good'), run(path, 'strong')],
        `  ${drafted} Reword it: it should sound like your school.`,
        ...(left.length === 0 ? [] : [`  Not an outcome yet, so not claimed: ${left.join(', ')}.`]),
        [run('  → ', 'accent'), `lem summary render ${strand}`],
      ),
    ],
    changes: { into: root, files: [{ path, content }], replace: false },
  };
}
