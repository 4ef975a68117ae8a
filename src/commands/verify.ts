import { out } from '../model/block.ts';
import type { Outcome } from '../model/outcome.ts';
import { faultsOf, verificationJson, verificationLines } from '../views/verification.ts';
import type { World } from '../world.ts';
import { type Command, flag, type Input, JSON_OPTION } from './command.ts';
import { SIGNERS_OPTION, verified } from './verify/verified.ts';

export const command: Command = {
  summary:
    'Checks a submission without a network: that every file is as it was sent, that what is claimed follows from the files, and who signed it. Exit code 0: verified, 1: altered, 2: it can’t be checked.',
  args: [['<file>', 'the archive that lem submit made']],
  options: [SIGNERS_OPTION, JSON_OPTION],
  examples: [
    ['lem verify submission.zip', 'is it whole, and do its claims hold?'],
    ['lem verify submission.zip --signers schools.txt', 'and is it signed by one of these?'],
  ],
  run: verify,
};

async function verify(world: World, input: Input): Promise<Outcome> {
  const read = await verified(world, input);
  if ('refusal' in read) return read.refusal;
  const { verification } = read;
  return {
    exit: faultsOf(verification).length === 0 ? 0 : 1,
    report: flag(input, 'json')
      ? [{ kind: 'json', value: verificationJson(verification) }]
      : [out(...verificationLines(verification, world.terminal.width))],
  };
}
