import { type Line, run } from '../../model/block.ts';
import { isDate } from '../../model/calendar.ts';
import type { Decision, ResponseFile } from '../../model/files.generated.ts';
import { visible } from '../../model/visible.ts';
import { wrap } from '../../model/width.ts';
import { claimLines, DECIDED } from '../../views/review.ts';
import type { Choice, Prompts, World } from '../../world.ts';
import { saysNothing } from '../interview/says-nothing.ts';
import { type Answered, usualDay } from './answered.ts';
import { askComments } from './ask-comments.ts';
import { claimOf, reasonNeeded, unfitDay } from './objections.ts';

type Decisions = ResponseFile['decisions'];
type Recommendations = NonNullable<ResponseFile['recommendations']>;

/** Asks the Equality team what it answers to a submission. @returns the answer, or null where the user broke off */
export async function askResponse(world: World, prompts: Prompts, answered: Answered): Promise<ResponseFile | null> {
  const { manifest, digest } = answered;
  const visit = await askVisit(prompts, answered);
  if (visit === null) return null;
  const decisions = await askDecisions(world, prompts, answered);
  if (decisions === null) return null;
  const comments = await askComments(prompts, answered);
  if (comments === null) return null;
  const recommendations = await askRecommendations(prompts, answered);
  if (recommendations === null) return null;
  await prompts.show('');
  const notes = await prompts.text({ message: 'Notes of the visit (Enter to leave them out):' });
  if (notes === null) return null;
  return {
    ...{ format: 1, kind: 'response', submission: digest, school: manifest.school, programme: manifest.programme.id },
    visit: { ...visit, notes },
    decisions,
    comments,
    recommendations,
  };
}

async function askVisit(prompts: Prompts, answered: Answered): Promise<ResponseFile['visit'] | null> {
  const usual = usualDay(answered);
  const date = await prompts.text({
    message: 'The day of the visit:',
    ...(unfitDay(answered, usual) === null ? { default: usual } : {}),
    check: (answer) => {
      const day = answer.trim();
      if (!isDate(day)) return 'Write the date with the year first, such as 2026-06-25.';
      return unfitDay(answered, day)?.message ?? null;
    },
  });
  if (date === null) return null;
  const assessor = await prompts.text({ message: 'Who visited, by role or name (Enter to leave it out):' });
  return assessor === null ? null : { date: date.trim(), kind: 'accreditation', assessor };
}

const UNDECIDED = '';

/** Goes through the strands that are claimed, until at least one is decided. */
async function askDecisions(world: World, prompts: Prompts, answered: Answered): Promise<Decisions | null> {
  const claimed = answered.manifest.strands;
  for (;;) {
    const decided = new Map<string, Decision>();
    for (const [index, { strand }] of claimed.entries()) {
      const position = claimed.length === 1 ? '' : `strand ${index + 1} of ${claimed.length}`;
      const stop = { on: answered.manifest.on, position };
      await prompts.show(...claimLines(answered.workspace, strand, stop, world.terminal.width), '');
      const decision = await askDecision(prompts, answered, strand);
      if (decision === null) return null;
      if (decision !== UNDECIDED) decided.set(strand, decision);
    }
    if (decided.size > 0) return Object.fromEntries(decided);
    await prompts.show('', ...fitted(world, 'Nothing is decided yet: a response decides at least one strand.'));
  }
}

async function askDecision(
  prompts: Prompts,
  answered: Answered,
  strand: string,
): Promise<Decision | typeof UNDECIDED | null> {
  const isReady = claimOf(answered, strand)?.eligible === true;
  const decision = await prompts.choose({
    message: 'The decision:',
    choices: [
      ...Object.entries(DECIDED).map(([value, name]) => ({ value, name })),
      { value: UNDECIDED, name: '(leave it undecided)' },
    ],
    default: isReady ? 'awarded' : 'further-evidence',
  });
  if (decision === null || decision === UNDECIDED) return decision;
  const taken = decision as Decision['decision'];
  const isNeeded = reasonNeeded(answered, strand, taken) !== null;
  const because = await prompts.text({
    message: isNeeded ? 'Why, as the school is to read it:' : 'Why (Enter to leave it out):',
    check: (answer) => (isNeeded && saysNothing(answer) ? 'This is needed.' : null),
  });
  return because === null ? null : { decision: taken, because };
}

const NO_STRAND = '';

/** What the team recommends, one after another. */
async function askRecommendations(prompts: Prompts, { workspace }: Answered): Promise<Recommendations | null> {
  const strands: readonly Choice[] = [
    { value: NO_STRAND, name: '(no one strand)' },
    ...[...workspace.programme.strands.values()].map(({ id, title }) => ({ value: id, name: visible(title) })),
  ];
  const given: Recommendations[number][] = [];
  await prompts.show('');
  for (;;) {
    const message = `${given.length === 0 ? 'A recommendation' : 'Another recommendation'} (Enter to go on):`;
    const text = await prompts.text({ message });
    if (text === null) return null;
    if (saysNothing(text)) return given;
    const strand = await prompts.choose({ message: 'The strand it is about:', choices: strands });
    if (strand === null) return null;
    given.push({ text, ...(strand === NO_STRAND ? {} : { strand }) });
  }
}

function fitted({ terminal }: World, text: string): readonly Line[] {
  return wrap(text, terminal.width - 2).map((line) => [run(line, 'warn')]);
}
