import type { Line } from '../../model/block.ts';
import { seen } from '../../model/known.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { visible } from '../../model/visible.ts';
import type { World } from '../../world.ts';
import { changing, DRY_RUN_OPTION, type TextChange } from '../change.ts';
import { type Command, flag, type Input, text } from '../command.ts';
import { openHere } from '../load.ts';
import { allNamed, evidenceNamed } from '../named.ts';
import { needed } from './ask-where.ts';
import { oneOf, said, wordsFor } from './given-item.ts';
import type { Loaded } from './item-of.ts';
import { reviewItem } from './review-item.ts';

export const reviewEvidence: Command = {
  summary: 'Stamps evidence items once somebody has read them through: who, when, and the fingerprints of their files.',
  args: [['<items...>', 'the items that were read through']],
  options: [
    ['--by <name>', 'who has read them (default: asks, or the one co-ordinator of lem.yaml)'],
    ['--on <date>', 'the day of the review (default: today)'],
    ['--consent <consent>', `write down the consent, too: ${wordsFor('consent').join(', ')}`],
    ['--files', 'list the files that lie in the item’s folder and are not listed yet'],
    DRY_RUN_OPTION,
  ],
  examples: [
    ['lem evidence review access-walk --by "A. Khan"', 'what A. Khan has read through today'],
    ['lem evidence review jobs-display --consent held', 'the consent has come in'],
  ],
  run: review,
};

async function review(world: World, input: Input): Promise<Outcome> {
  const here = openHere(world, input);
  if ('refusal' in here) return here.refusal;
  const { root, workspace } = here;
  const words = Array.isArray(input.args[0]) ? input.args[0] : [];
  const named = allNamed(words, (word) => evidenceNamed(workspace, word));
  if ('refusal' in named) return named.refusal;
  const consent = oneOf('consent', text(input, 'consent'));
  if ('refusal' in consent) return consent.refusal;
  const by = await reviewer(world, input, here);
  if ('refusal' in by) return by.refusal;
  const reviewed = { by: by.name, on: here.on };

  const texts: TextChange[] = [];
  const lines: Line[] = [];
  for (const id of named.ids) {
    const done = await reviewItem(world, here, id, {
      reviewed,
      consent: consent.word,
      listsFiles: flag(input, 'files'),
    });
    if ('refusal' in done) return done.refusal;
    texts.push(done.change);
    lines.push(...done.said);
  }
  return changing(world, input, { root, texts, said: lines });
}

/** Who has read the items: nobody is put down for it on a guess where there is more than one to choose from. */
async function reviewer(
  world: World,
  input: Input,
  { workspace }: Loaded,
): Promise<{ readonly name: string } | { readonly refusal: Outcome }> {
  const given = said(input, 'by');
  if (given !== undefined) return { name: given };
  const coordinators = seen(workspace.settings)?.coordinators ?? [];
  const only = coordinators.length === 1 ? coordinators[0]?.name || undefined : undefined;
  if (world.terminal.interactive) {
    const prompts = await world.prompts();
    const asked = await prompts.text({
      message: 'Who has read it through:',
      ...(only === undefined ? {} : { default: visible(only) }),
      check: needed,
    });
    if (asked !== null) return { name: asked.trim() };
    return { refusal: unusable('Nothing was written: the question was broken off.', 'Give the answer with --by.') };
  }
  if (only !== undefined) return { name: only };
  return { refusal: unusable('It is not said who has read it through.', 'Say it with --by, such as --by "A. Khan".') };
}
