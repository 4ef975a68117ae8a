import { err, type Line, run } from '../../model/block.ts';
import type { Plain } from '../../model/edit.ts';
import type { AwardsFile, Visit } from '../../model/files.generated.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { at } from '../../model/place.ts';
import { awardsBeforeSummary } from '../../rules/awards/before-summary.ts';
import { awardsDecidedAtAdvisory } from '../../rules/awards/decided-at-advisory.ts';
import { awardsInFuture } from '../../rules/awards/in-future.ts';
import { awardsOutOfOrder } from '../../rules/awards/out-of-order.ts';
import { awardsTooManyStrands } from '../../rules/awards/too-many-strands.ts';
import { locate } from '../../source/locate.ts';
import { afterAward, awardLines } from '../../views/award.ts';
import { type Conflict, type Recording, recordResponse } from '../../workspace/record-response.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import { addEntry, readable } from '../calendar/add-entry.ts';
import { newFindings } from '../calendar/objection.ts';
import { changing, DRY_RUN_OPTION, next, type TextChange, wrote } from '../change.ts';
import { argument, type Command, folderOf, type Input, ON_OPTION, text } from '../command.ts';
import { editFile } from '../edit-file.ts';
import { openHere } from '../load.ts';
import { answersOther, forAnother } from './answers-here.ts';
import { changedSince, commentsNow } from './comments-now.ts';
import { findSubmission } from './find-submission.ts';
import { readResponse } from './read-response.ts';

export const applyAward: Command = {
  summary:
    'Records in awards.yaml what the Equality team decided on a submission, once and only where its response answers what this school sent. A response bears no signature: that it comes from the team is for the school to know.',
  args: [['<file>', 'the response that the team sent']],
  options: [
    ['--submission <file>', 'the archive that it answers (default: the one that lem submit left in build)'],
    ON_OPTION,
    DRY_RUN_OPTION,
  ],
  examples: [
    ['lem award apply response.yaml', 'record what was decided, and show what was said'],
    ['lem award apply response.yaml --dry-run', 'show as a diff what would change'],
    ['lem award apply response.yaml --submission sent.zip', 'where the archive is not in build'],
  ],
  run: apply,
};

/** What keeps a visit from being recorded, and what only is to be said of it. */
const OBJECTIONS = [
  [awardsInFuture, 'Apply it once the visit has taken place, or ask the team for another.'],
  [awardsDecidedAtAdvisory, 'Ask the team for another: only a visit for accreditation decides.'],
] as const;
const REMARKS = [awardsTooManyStrands, awardsBeforeSummary, awardsOutOfOrder];

async function apply(world: World, input: Input): Promise<Outcome> {
  const here = openHere(world, input);
  if ('refusal' in here) return here.refusal;
  const { root, workspace, on } = here;
  const awards = readable(workspace.awards);
  if ('refusal' in awards) return awards.refusal;
  // As git has it: with -C, what is named is named from there.
  const there = { ...world, cwd: folderOf(world, input) };
  const read = readResponse(there, argument(input, 0) ?? '');
  if ('refusal' in read) return read.refusal;
  const { response } = read;
  const other = forAnother(workspace, read);
  if (other !== null) return other;
  const found = await findSubmission(there, root, response.submission, text(input, 'submission'));
  if ('refusal' in found) return found.refusal;
  const unfit = answersOther(workspace, found.opened.manifest, read);
  if (unfit !== null) return unfit;
  const recording = recordResponse(awards.value, response);
  if (recording.state === 'otherwise') return conflicting(workspace, recording.conflicts);
  const changed = withVisit(workspace, awards.value, recording);
  for (const [rule, remedy] of OBJECTIONS) {
    const [finding] = newFindings(rule, workspace, changed, on);
    if (finding !== undefined) return unusable(finding.message, remedy);
  }
  const change = changeOf(workspace, awards.value?.visits.length ?? 0, recording);
  if (change !== null && 'refusal' in change) return change.refusal;
  const { file } = workspace.awards;
  const said: readonly Line[] = [
    change === null ? `${file} has all of this already: nothing was changed.` : wrote(file),
    '',
    ...awardLines(changed, response, commentsNow(workspace, read), on, world.terminal.width),
    next(afterAward(changed, response, on)),
  ];
  const outcome = changing(world, input, { root, texts: change === null ? [] : [change], said });
  const remarks = [
    ...changedSince(world, workspace, read, found.opened),
    ...otherAssessor(recording.visit, response.visit.assessor),
    ...REMARKS.flatMap((rule) => newFindings(rule, workspace, changed, on)).map(({ message }) => message),
  ];
  if (remarks.length === 0) return outcome;
  return { ...outcome, report: [...outcome.report, err(...remarks.map((each): Line => [run('! ', 'warn'), each]))] };
}

type Recorded = Exclude<Recording, { readonly state: 'otherwise' }>;

/** The workspace as it becomes. */
function withVisit(workspace: Workspace, awards: AwardsFile | null, recorded: Recorded): Workspace {
  const visits = [...(awards?.visits ?? [])];
  if (recorded.state === 'new') visits.push(recorded.visit);
  else visits[recorded.index] = recorded.visit;
  return { ...workspace, awards: { state: 'known', file: workspace.awards.file, value: { visits } } };
}

/** What is written; null where nothing is. */
function changeOf(
  workspace: Workspace,
  count: number,
  recorded: Recorded,
): TextChange | null | { readonly refusal: Outcome } {
  const { file } = workspace.awards;
  if (recorded.state === 'same') return null;
  if (recorded.state === 'more') return editFile(workspace, file, recorded.parts);
  return addEntry(workspace, file, 'visits', count, recorded.visit as unknown as Plain);
}

/** awards.yaml says otherwise: each place where it does, and nothing is changed. */
function conflicting({ sources, awards: { file } }: Workspace, conflicts: readonly Conflict[]): Outcome {
  const source = sources.get(file);
  const lines = conflicts.map(({ path, message }): Line => {
    const { line, column } = source === undefined ? { line: 1, column: 1 } : locate(source, at(file, ...path));
    return [run('lem: ', 'bad'), `${file}:${line}:${column} ${message}`];
  });
  const remedy = `Nothing was written. Ask the team which holds; lem writes over nothing that ${file} says.`;
  return { exit: 1, report: [err(...lines, [run(`  ${remedy}`, 'dim')])] };
}

/** That somebody else stands in awards.yaml as the assessor, which stays. */
function otherAssessor({ assessor }: Visit, told: string | undefined): readonly string[] {
  return told === undefined || assessor === told
    ? []
    : ['The response names another assessor; the one recorded stays.'];
}
