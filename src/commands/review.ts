import { type Block, err, type Line, out, run } from '../model/block.ts';
import { inWords } from '../model/calendar.ts';
import type { ResponseFile } from '../model/files.generated.ts';
import { type Outcome, unusable } from '../model/outcome.ts';
import { plainWord } from '../model/plain-word.ts';
import { wrap } from '../model/width.ts';
import { responseLines, shownLines } from '../views/review.ts';
import { faultsOf, signatureWords, type Verification, verificationLines } from '../views/verification.ts';
import { draftResponse } from '../workspace/draft-response.ts';
import type { World } from '../world.ts';
import { changing, DRY_RUN_OPTION, wrote } from './change.ts';
import { argument, type Command, flag, folderOf, type Input, text } from './command.ts';
import { type Answered, answeredOf } from './review/answered.ts';
import { askResponse } from './review/ask.ts';
import { reviewForm } from './review/form.ts';
import { givenResponse } from './review/given.ts';
import { claimOf } from './review/objections.ts';
import { type Target, targetAt, targetOf } from './review/target.ts';
import { tidied } from './review/tidied.ts';
import { SIGNERS_OPTION, verified } from './verify/verified.ts';

export const command: Command = {
  summary:
    'Answers a submission that verifies, for the Equality team: decides on each strand, comments on places in the files, recommends. Asks, or takes a file, and writes the response to send to the school.',
  args: [['<file>', 'the archive that lem submit made']],
  options: [
    ['--from <file>', 'ask nothing: take the answers from this YAML file'],
    SIGNERS_OPTION,
    ['--out <file>', 'write the response to this file (default: beside the archive)'],
    DRY_RUN_OPTION,
  ],
  examples: [
    ['lem review submission.zip', 'asks, shows the response, and writes it once you agree'],
    ['lem review submission.zip > review.yaml', 'a form to fill in for what comes next'],
    ['lem review submission.zip --from review.yaml', 'asks nothing, and says what can’t be right'],
  ],
  run: review,
};

async function review(world: World, input: Input): Promise<Outcome> {
  const read = await verified(world, input);
  if ('refusal' in read) return read.refusal;
  const { verification, workspace } = read;
  const { manifest } = verification;
  const head = verificationLines(verification, world.terminal.width);
  if (workspace === null || faultsOf(verification).length > 0)
    return { exit: 1, report: [out(...head, '', 'Nothing was written: what was altered is not answered.')] };
  if (manifest.on > world.today)
    return unusable(
      `The submission is as on ${inWords(manifest.on)}, which is to come.`,
      'Answer it from that day on, or set the clock of this machine right.',
    );
  const answered = answeredOf(verification, workspace, world.today);
  const target = targetOf(world, input);
  if ('refusal' in target) return target.refusal;
  const from = text(input, 'from');
  if (from !== undefined) {
    const given = givenResponse(world, folderOf(world, input), from, answered);
    return 'refusal' in given
      ? given.refusal
      : written(world, input, { answered, verification, target }, given.response);
  }
  if (!world.terminal.interactive) return formOf(input, answered);
  return interview(world, input, { answered, verification, target }, head);
}

/** A submission, what verifying it came to, and where its response goes. */
interface Reviewing {
  readonly answered: Answered;
  readonly verification: Verification;
  readonly target: Target;
}

/** Where nobody can be asked, the form of a review file is what helps. */
function formOf(input: Input, answered: Answered): Outcome {
  const bundle = plainWord(argument(input, 0) ?? '', 'file');
  const refusal = unusable(
    'This is an interview, and there is no terminal to ask in.',
    'Above is a form: keep it in a file, fill it in, and name that file with --from.',
  );
  const form = reviewForm(answered, `lem review ${bundle} --from <file>`);
  return { ...refusal, report: [{ kind: 'text', text: form }, ...refusal.report] };
}

async function interview(world: World, input: Input, reviewing: Reviewing, head: readonly Line[]): Promise<Outcome> {
  const prompts = await world.prompts();
  await prompts.show(...head, '');
  const brokenOff = unusable('Nothing was written: the questions were broken off.', 'Begin again with lem review.');
  const answer = await askResponse(world, prompts, reviewing.answered);
  if (answer === null) return brokenOff;
  const response = tidied(reviewing.answered, answer);
  const content = draftResponse(response);
  await prompts.show('', [run('The response', 'strong')], '', ...shownLines(content, world.terminal.width), '');
  let { target } = reviewing;
  for (;;) {
    const place = target.of(response, content);
    if (!('refusal' in place)) break;
    // What was answered is not lost for a name that is taken.
    await prompts.show(...place.refusal.report.flatMap((block) => (block.kind === 'lines' ? block.lines : [])));
    const other = await prompts.text({ message: 'Another file to write it to:', check: needed });
    if (other === null) return brokenOff;
    target = targetAt(world, input, other.trim());
  }
  if (!flag(input, 'dryRun')) {
    const agreed = await prompts.confirm({ message: 'Write it?', default: true });
    if (agreed === null) return brokenOff;
    if (!agreed) return { exit: 0, report: [out('Nothing was written.')] };
  }
  return written(world, input, { ...reviewing, target }, answer);
}

function needed(answer: string): string | null {
  return answer.trim() === '' ? 'This is needed.' : null;
}

/** The outcome of a response that nothing stands against. */
function written(
  world: World,
  input: Input,
  { answered, verification, target }: Reviewing,
  answer: ResponseFile,
): Outcome {
  const response = tidied(answered, answer);
  const content = draftResponse(response);
  const place = target.of(response, content);
  if ('refusal' in place) return place.refusal;
  const { shown, root, name, before } = place;
  const { width } = world.terminal;
  const notes = [
    ...verification.untold,
    signatureWords(verification.signature) ?? [],
    'Send it to the school: lem award apply records it there.',
  ].flat();
  const said: readonly Line[] =
    before === content
      ? [`${shown} says this already: nothing was changed.`]
      : [
          wrote(shown),
          ...responseLines(response, verification.badges, width),
          ...notes.flatMap((note) => wrap(note, width - 2)).map((line) => `  ${line}`),
        ];
  const outcome = changing(world, input, { root, texts: [{ path: name, before, after: content }], said });
  return { ...outcome, report: [...outcome.report, ...warnings(answered, response)] };
}

/** What is awarded though the submission does not show that every requirement is met. */
function warnings(answered: Answered, { decisions }: ResponseFile): readonly Block[] {
  const { strands } = answered.workspace.programme;
  const lines = Object.entries(decisions).flatMap(([strand, { decision }]): readonly Line[] => {
    const claim = claimOf(answered, strand);
    if (decision !== 'awarded' || claim?.eligible === true) return [];
    const open = claim?.requirements.filter(({ met }) => met !== true).map(({ id }) => id) ?? [];
    const title = strands.get(strand)?.title ?? strand;
    return [
      [run('! ', 'warn'), `${title} is awarded though not every requirement is shown to be met: ${open.join(', ')}.`],
    ];
  });
  return lines.length === 0 ? [] : [err(...lines)];
}
