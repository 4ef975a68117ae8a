import { type Line, out, run } from '../model/block.ts';
import { didYouMean } from '../model/nearest.ts';
import { type Outcome, unusable } from '../model/outcome.ts';
import type { World } from '../world.ts';
import { argument, type Command, type Input } from './command.ts';
import { SHELLS } from './completion/shells.ts';

export const command: Command = {
  summary: 'Lets the shell complete commands, options, ids and years: prints the script, or says where its line goes.',
  args: [['[shell]', `${Object.keys(SHELLS).join(', ')}: print the script for it`]],
  examples: [
    ['lem completion', 'what to add to the start-up file of your shell'],
    ['lem completion bash', 'the script for bash'],
  ],
  run: completion,
};

function completion({ files }: World, input: Input): Outcome {
  const name = argument(input, 0);
  if (name === undefined) return { exit: 0, report: [out(...howTo())] };
  const shell = Object.hasOwn(SHELLS, name) ? SHELLS[name] : undefined;
  if (shell === undefined)
    return unusable(`There is no completion for ${name}.`, didYouMean(name, Object.keys(SHELLS)));
  return { exit: 0, report: [{ kind: 'text', text: files.shipped(shell.script) }] };
}

/** For each shell, the line that its start-up file takes. */
function howTo(): readonly Line[] {
  const lines = Object.values(SHELLS).flatMap(({ title, startsWith, line }): readonly Line[] => [
    [run(title, 'strong'), `  in ${startsWith}`],
    `  ${line}`,
    '',
  ]);
  return [
    'Add a line to the file that your shell reads when it starts, and open a new one:',
    '',
    ...lines,
    'Then Tab completes commands, options, and the ids of the workspace you are in.',
  ];
}
