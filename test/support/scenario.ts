import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BIN = join(ROOT, 'bin/lem.js');
/** What lem remembers in the tests is not what it remembers for the user. */
const CACHE = join(tmpdir(), 'lem-test-cache');

/** A step of a scenario: a command with all it should print and its exit code, or a file to write or remove first. */
export type Step =
  | { readonly kind: 'run'; readonly line: string; readonly printed: readonly string[]; readonly exit: number }
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'copy'; readonly example: string };

/**
 * Reads a scenario. `$ lem …` is a command, what follows is what it prints, and `? n` its exit code (left out: 0).
 * `> path` begins a file, whose lines start with `|`; `$ rm path` removes one; `@ example` copies an example in. `> file` after a command
 * says that what it prints does not matter here.
 * Lines that start with `#` before a step say what it shows.
 */
export function readScenario(text: string): readonly Step[] {
  const steps: Step[] = [];
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.startsWith('$ rm ')) steps.push({ kind: 'remove', path: line.slice('$ rm '.length) });
    else if (line.startsWith('$ ')) {
      const printed: string[] = [];
      let exit = 0;
      while (at + 1 < lines.length && !/^([$>@] |# )/.test(lines[at + 1] ?? '')) {
        at++;
        const next = lines[at] ?? '';
        if (/^\? \d$/.test(next)) {
          exit = Number(next.slice(2));
          break;
        }
        printed.push(next);
      }
      while (printed.at(-1) === '') printed.pop();
      steps.push({ kind: 'run', line: line.slice(2), printed, exit });
    } else if (line.startsWith('> ')) {
      const content: string[] = [];
      while ((lines[at + 1] ?? '').startsWith('|')) content.push((lines[++at] ?? '').slice(1).replace(/^ /, ''));
      steps.push({ kind: 'write', path: line.slice(2), text: `${content.join('\n')}\n` });
    } else if (line.startsWith('@ ')) steps.push({ kind: 'copy', example: line.slice(2) });
  }
  return steps;
}

/** What a command came to. */
export interface Ran {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `lem` as a process of its own, at 80 columns and without colour. */
export function lem(folder: string, args: readonly string[], env: { readonly [name: string]: string } = {}): Ran {
  const { PATH = '', HOME = '', LEM_BROWSER } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH,
      HOME,
      XDG_CACHE_HOME: CACHE,
      NO_COLOR: '1',
      ...(LEM_BROWSER === undefined ? {} : { LEM_BROWSER }),
      ...env,
    },
  });
  return { exit: status, out: stdout, err: stderr };
}

/** The words of a command line, with quotes as a shell reads them. */
function words(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
}

/** A temporary folder whose path has a space and an accent in it, for the length of a callback. */
export function inFolder<T>(use: (folder: string) => T): T {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lem école ')));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A command's step with what really happened. */
export interface Played {
  readonly step: Extract<Step, { kind: 'run' }>;
  readonly printed: readonly string[];
  readonly exit: number | null;
}

/** Runs a scenario's steps in a folder; `cd` goes to another for the steps that follow. */
export function play(steps: readonly Step[], folder: string): readonly Played[] {
  let here = folder;
  return steps.flatMap((step): readonly Played[] => {
    if (step.kind === 'write') {
      mkdirSync(dirname(join(here, step.path)), { recursive: true });
      writeFileSync(join(here, step.path), step.text);
    } else if (step.kind === 'remove') rmSync(join(here, step.path), { recursive: true });
    else if (step.kind === 'copy') cpSync(join(ROOT, 'examples', step.example), here, { recursive: true });
    else {
      const [program, ...args] = words(step.line);
      if (program === 'cd') {
        here = join(here, args[0] ?? '');
        return [{ step, printed: [], exit: 0 }];
      }
      if (program !== 'lem') throw new Error(`A scenario runs lem and nothing else: ${step.line}`);
      const kept = args.indexOf('>');
      const ran = lem(here, kept === -1 ? args : args.slice(0, kept));
      if (kept !== -1) return [{ step, printed: [], exit: ran.exit }];
      const printed = `${ran.out}${ran.err}`.replaceAll(folder, '<folder>').split('\n');
      while (printed.at(-1) === '') printed.pop();
      return [{ step, printed, exit: ran.exit }];
    }
    return [];
  });
}
