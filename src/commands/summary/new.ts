import { out, run } from '../../model/block.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { readSchoolYear, type SchoolYear } from '../../model/school-year.ts';
import { draftSummary } from '../../workspace/draft-summary.ts';
import { pathOf } from '../../workspace/layout.ts';
import { yearOn } from '../../workspace/select.ts';
import type { World } from '../../world.ts';
import { argument, type Command, dayOf, type Input, ON_OPTION, text } from '../command.ts';
import { loadWorkspace } from '../load.ts';
import { unknownStrand } from './strand.ts';

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
  const day = dayOf(world, input);
  if ('refusal' in day) return day.refusal;
  const loaded = loadWorkspace(world, input);
  if ('refusal' in loaded) return loaded.refusal;
  const { root, workspace } = loaded;
  const strand = argument(input, 0) ?? '';
  const refusal = unknownStrand(workspace.programme, strand);
  if (refusal !== null) return refusal;
  const year = yearFrom(text(input, 'year'), yearOn(workspace, day.on));
  if (year === null) return unusable(`${text(input, 'year')} is not a school year.`, 'Write it like --year 2026-27.');
  const path = pathOf.summary(year, strand);
  if (world.files.exists(world.files.resolve(root, path))) {
    return unusable(
      `${path} is already there, and lem does not write over it.`,
      `Edit it, or see it with lem summary render ${strand}.`,
    );
  }
  const { content, actions, left } = draftSummary(workspace, strand, year, day.on);
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

function yearFrom(asked: string | undefined, usual: SchoolYear): SchoolYear | null {
  return asked === undefined ? usual : readSchoolYear(asked);
}
