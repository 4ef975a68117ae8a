import { readFileSync } from 'node:fs';
import { cwd, env, exit, stderr, stdout } from 'node:process';
import { COMMANDS } from './commands/index.ts';
import type { Block } from './model/block.ts';
import { type Exit, type Outcome, unusable, type Watch } from './model/outcome.ts';
import type { World } from './world.ts';

/**
 * The whole program: reads the command line, runs the command, writes its files, prints its report.
 * This is the one place where an exception ends: it is a fault of lem or of the machine, never of what was written.
 * @param argv the words after `lem`
 * @returns the exit code
 */
export async function main(argv: readonly string[]): Promise<Exit> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    stdout.write(`${version()}\n`);
    return 0;
  }
  stdout.on('error', endOfPipe);
  try {
    if (argv[0] === 'complete') return await settle((await import('./complete.ts')).completed(cwd(), argv.slice(1)));
    const world = ahead(argv);
    const { run } = await import('./cli.ts');
    const outcome = await run(argv, { width: width(), version: version(), world });
    return await settle(outcome);
  } catch (error) {
    return fault(error);
  }
}

/**
 * Begins to load what a command will ask for while the command line is still being read: one need not wait for the
 * other.
 * @returns the world, once it is asked for
 */
function ahead(argv: readonly string[]): () => Promise<World> {
  let made: Promise<World> | null = null;
  const world = (): Promise<World> => {
    made ??= import('./app.ts').then(({ makeWorld }) => makeWorld(width()));
    return made;
  };
  const entry = COMMANDS.find(({ name }) => argv.includes(name));
  if (entry === undefined || argv.some((word) => word === '--help' || word === '-h')) return world;
  // What fails here fails again where it is waited for.
  world().catch(() => undefined);
  return world;
}

/** Carries an outcome out: the files first, so that a report never speaks of what could not be written. */
async function settle(outcome: Outcome): Promise<Exit> {
  const print = await printerFor(outcome);
  if (outcome.changes !== undefined && outcome.changes.files.length > 0) {
    const { save } = await import('./app.ts');
    const saved = save(outcome.changes);
    if (saved.state === 'not-saved') return settle(unusable(saved.message, saved.remedy));
  }
  for (const block of outcome.report) print(block);
  return outcome.watch === undefined ? outcome.exit : watchOn(outcome.watch);
}

/** Settles what every change comes to, until the user has had enough. */
async function watchOn(folder: Watch): Promise<Exit> {
  const { watch } = await import('./app.ts');
  try {
    const watched = await watch(folder, async () => {
      const outcome = await folder.again();
      if (outcome !== null) await settle(outcome);
    });
    if (watched.state === 'stopped') return 0;
    return await settle(unusable(`${folder.root} can’t be watched: ${watched.message}.`, folder.otherwise));
  } finally {
    const last = await folder.end?.();
    if (last !== undefined) await settle(last);
  }
}

/** Colour is loaded only where something is in colour: help and what is meant for files go out as they are. */
async function printerFor({ report, changes }: Outcome): Promise<(block: Block) => void> {
  if (changes === undefined && report.every(({ kind }) => kind === 'text')) {
    return (block) => void (block.kind === 'text' && stdout.write(block.text));
  }
  const { printer } = await import('./app.ts');
  return printer(stdout, stderr, env);
}

/** The terminal's width in columns; 80 where there is none. */
function width(): number {
  return Math.max(40, stdout.columns ?? 80);
}

function version(): string {
  return (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version;
}

function fault(error: unknown): Exit {
  const text =
    error instanceof Error ? (env.LEM_DEBUG ? (error.stack ?? error.message) : error.message) : String(error);
  stderr.write(
    `lem: A fault of lem itself: ${text}\n  Nothing was changed. Please report it, with what you typed; LEM_DEBUG=1 shows more.\n`,
  );
  return 3;
}

/** A reader that stops early, as `lem check | head` does, is no fault. */
function endOfPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  exit(0);
}
