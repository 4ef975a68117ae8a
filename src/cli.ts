import { Command as Commander, CommanderError } from 'commander';
import type { Command, Input } from './commands/command.ts';
import { COMMANDS, loadCommand } from './commands/index.ts';
import { nearest } from './model/nearest.ts';
import { type Outcome, unusable } from './model/outcome.ts';
import type { World } from './world.ts';

/** What reading a command line takes; the world is made only once a command runs in it. */
export interface Setting {
  /** The terminal's width in columns. */
  readonly width: number;
  readonly version: string;
  readonly world: () => Promise<World>;
}

/**
 * Reads the command line, loads the one command it names and runs it.
 * @param words the words after `lem`
 * @returns the command's outcome; a command line that can't be used is an outcome too
 */
export async function run(words: readonly string[], { width, version, world }: Setting): Promise<Outcome> {
  // As git and make have it, -C may also come first.
  const argv = words[0] === '-C' && words[1] !== undefined ? [...words.slice(2), ...words.slice(0, 2)] : words;
  const texts: string[] = [];
  const write = (text: string): void => void texts.push(text);
  let outcome: Outcome | null = null;
  const name = argv.find((word) => !word.startsWith('-'));
  const entry = COMMANDS.find((command) => command.name === (name === 'help' ? argv[argv.indexOf('help') + 1] : name));
  if (name !== undefined && entry === undefined && name !== 'help') return unknownCommand(name);

  const program = new Commander('lem');
  program
    .description('The Lancashire Equality Mark in a folder of plain files: audit, grid, plan, badges and summaries.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', AFTER);
  program.configureHelp({ helpWidth: width, subcommandTerm: (command) => command.name() });
  const settle = (result: Outcome): void => {
    outcome = result;
  };
  for (const each of COMMANDS) {
    if (each === entry) build(program.command(each.name), await loadCommand(each.name), each.summary, world, settle);
    else program.command(each.name).description(each.summary);
  }
  quieten(program, write, width);
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { exit: 0, report: [{ kind: 'text', text: texts.join('') }] };
    if (error.code === 'commander.help')
      return { exit: name === undefined ? 0 : 2, report: [{ kind: 'text', text: texts.join('') }] };
    return unusable(error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' '), remedy(entry, program, argv));
  }
  return outcome ?? { exit: 0, report: [{ kind: 'text', text: texts.join('') || program.helpInformation() }] };
}

const AFTER = `
Every command has --help with examples, and -C <dir> to work in another folder.
Exit codes: 0 fine, 1 findings or not eligible, 2 can't be used, 3 a fault of lem.`;

function build(
  commander: Commander,
  command: Command,
  summary: string,
  world: Setting['world'],
  settle: (outcome: Outcome) => void,
): void {
  commander.description(command.summary).summary(summary);
  commander.addHelpText('after', examples(command));
  for (const [verb, child] of Object.entries(command.verbs ?? {}))
    build(commander.command(verb), child, child.summary, world, settle);
  const { run } = command;
  if (run === undefined) return;
  // What comes after a verb is the verb’s own, also where its noun has an option of the same name.
  if (command.verbs !== undefined) for (const each of [commander.parent, commander]) each?.enablePositionalOptions();
  for (const [name, description] of command.args ?? []) commander.argument(name, description);
  for (const [flags, description, many] of command.options ?? []) {
    if (many === undefined) commander.option(flags, description);
    else
      commander.option(flags, description, (value, before: readonly string[] | undefined) => [
        ...(before ?? []),
        value,
      ]);
  }
  commander.option('-C <dir>', 'work in this folder');
  commander.action(async () => {
    const input: Input = { args: commander.processedArgs, options: commander.opts() };
    settle(await run(await world(), input));
  });
}

function examples({ examples }: Command): string {
  return `\nExamples:\n${examples.map(([line, what]) => `  ${line}\n      ${what}`).join('\n')}`;
}

function quieten(commander: Commander, write: (text: string) => void, helpWidth: number): void {
  commander.exitOverride().configureOutput({
    writeOut: write,
    writeErr: write,
    outputError: () => undefined,
    getOutHelpWidth: () => helpWidth,
    getErrHelpWidth: () => helpWidth,
  });
  commander.showSuggestionAfterError(true);
  for (const child of commander.commands) quieten(child, write, helpWidth);
}

/** Where the help of a command line is that can't be used: that of the verb it names, of its noun, or of all. */
function remedy(entry: { readonly name: string } | undefined, program: Commander, argv: readonly string[]): string {
  if (entry === undefined) return 'lem --help lists the commands.';
  const noun = program.commands.find((command) => command.name() === entry.name);
  const verb = noun?.commands.find((command) => command.name() === argv[argv.indexOf(entry.name) + 1]);
  return `lem ${entry.name}${verb === undefined ? '' : ` ${verb.name()}`} --help shows how it is used.`;
}

function unknownCommand(name: string): Outcome {
  const near = nearest(
    name,
    COMMANDS.map((command) => command.name),
  );
  return unusable(
    `There is no command ${name}.`,
    near === null ? 'lem --help lists the commands.' : `Did you mean lem ${near}?`,
  );
}
