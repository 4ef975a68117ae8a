import { evidenceItems, isAgeing } from '../../facts/evidence-items.ts';
import { err, out } from '../../model/block.ts';
import type { Outcome } from '../../model/outcome.ts';
import { evidenceLines } from '../../views/evidence-list.ts';
import { evidenceJson } from '../../views/evidence-list-json.ts';
import type { World } from '../../world.ts';
import { type Command, flag, type Input, JSON_OPTION, ON_OPTION, text } from '../command.ts';
import { openHere } from '../load.ts';
import { strandNamed } from '../named.ts';
import { oneOf } from './given-item.ts';

export const listEvidence: Command = {
  summary: 'Lists the evidence items: what each is, what names it, and what keeps it from counting.',
  options: [
    ['--unused', 'only those that nothing names'],
    ['--ageing', 'only those too old to count, or soon'],
    ['--strand <strand>', 'only those about this strand'],
    ['--kind <evidence-kind>', 'only those of this kind'],
    ON_OPTION,
    JSON_OPTION,
  ],
  examples: [
    ['lem evidence list', 'every item, with what names it'],
    ['lem evidence list --ageing --on 2027-06-24', 'what will be too old for a visit on that day'],
    ['lem evidence list --strand disability --json', 'the items of a strand, for programs'],
  ],
  run: list,
};

function list(world: World, input: Input): Outcome {
  const here = openHere(world, input);
  if ('refusal' in here) return here.refusal;
  const { workspace } = here;
  const kind = oneOf('kind', text(input, 'kind'));
  if ('refusal' in kind) return kind.refusal;
  const word = text(input, 'strand');
  const strand = word === undefined ? null : strandNamed(workspace.programme, word);
  if (strand !== null && 'refusal' in strand) return strand.refusal;
  const all = evidenceItems(workspace, here.on);
  const shown = all.filter(
    (each) =>
      (!flag(input, 'unused') || each.isUnused === true) &&
      (!flag(input, 'ageing') || isAgeing(each)) &&
      (strand === null || each.item?.strands?.includes(strand.id)) &&
      (kind.word === undefined || each.item?.kind === kind.word),
  );
  if (flag(input, 'json'))
    return { exit: 0, report: [{ kind: 'json', value: evidenceJson(workspace.programme, shown, here.on) }] };
  if (all.length === 0)
    return { exit: 0, report: [err('There is no evidence yet. Add some: lem evidence add <file>')] };
  return { exit: 0, report: [out(...evidenceLines(shown, all.length, here.on, world.terminal.width))] };
}
