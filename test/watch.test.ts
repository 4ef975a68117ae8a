import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { inFolder, lem } from './support/scenario.ts';

const EXAMPLE = fileURLToPath(new URL('../examples/ribble-bank', import.meta.url));
const BIN = fileURLToPath(new URL('../bin/lem.js', import.meta.url));
const PASSPORTS = 'plan/adjustment-passports.yaml';

/** In milliseconds, from a save to the end of the report that follows: what was asked for, and what a busy machine gets. */
const ASKED = 300;
const PATIENCE = 15_000;

/** A `lem check --watch` that runs. */
interface Watching {
  /** Waits until what was printed since the last call matches, and gives it. */
  readonly next: (pattern: RegExp) => Promise<string>;
  readonly printed: () => string;
  /** Presses Ctrl-C and gives the exit code. */
  readonly stop: () => Promise<number | null>;
}

async function watching(
  school: string,
  words: readonly string[],
  use: (watching: Watching) => Promise<void>,
): Promise<void> {
  const child: ChildProcess = spawn(process.execPath, [BIN, 'check', '--watch', '--on', '2026-06-08', ...words], {
    cwd: school,
    env: { PATH: process.env.PATH, HOME: school, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let seen = 0;
  child.stdout?.on('data', (data) => (printed += String(data)));
  child.stderr?.on('data', (data) => (printed += String(data)));
  const ended = new Promise<number | null>((settle) => child.on('exit', (code) => settle(code)));
  const next = async (pattern: RegExp): Promise<string> => {
    for (const until = performance.now() + PATIENCE; performance.now() < until; await pause(5)) {
      const match = pattern.exec(printed.slice(seen));
      if (match === null) continue;
      const part = printed.slice(seen, seen + match.index + match[0].length);
      seen += part.length;
      return part;
    }
    throw new Error(`Nothing like ${pattern} in: ${printed.slice(seen)}`);
  };
  const stop = (): Promise<number | null> => {
    child.kill('SIGINT');
    return ended;
  };
  try {
    await next(/Watching for changes; Ctrl-C ends it\.\n/);
    await use({ next, stop, printed: () => printed.slice(seen) });
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}

async function inSchool(use: (school: string) => Promise<void>): Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lem école ')));
  try {
    cpSync(EXAMPLE, folder, { recursive: true });
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function swapped(school: string, from: string, to: string): string {
  const text = readFileSync(join(school, PASSPORTS), 'utf8');
  if (!text.includes(from)) throw new Error(`no ${from}`);
  return text.replace(from, to);
}

const CLEAN = /\n\d\d:\d\d:\d\d\n✓ \d+ files checked at level draft: nothing to mend\.\n/;
const FAULTY =
  /\n\d\d:\d\d:\d\d\nplan\/adjustment-passports\.yaml:\d+:\d+ error plan\/unknown-strand\n[\s\S]*1 error in \d+ files.*\n/;

test('a save is checked at once, one that changes nothing is not, and Ctrl-C ends it well', async () => {
  await inSchool(async (school) => {
    await watching(school, [], async ({ next, stop, printed }) => {
      const times: number[] = [];
      const sound = readFileSync(join(school, PASSPORTS), 'utf8');
      for (const [text, pattern] of [
        [swapped(school, '[disability]', '[disabilty]'), FAULTY],
        [sound, CLEAN],
        [swapped(school, '[disability]', '[disabilit]'), FAULTY],
        [sound, CLEAN],
      ] as const) {
        const from = performance.now();
        writeFileSync(join(school, PASSPORTS), text);
        await next(pattern);
        times.push(performance.now() - from);
      }
      expect(Math.min(...times)).toBeLessThan(ASKED);
      writeFileSync(join(school, PASSPORTS), sound);
      writeFileSync(join(school, 'notes.txt'), 'not for lem');
      await pause(400);
      expect(printed()).toBe('');
      expect(await stop()).toBe(0);
    });
  });
}, 60_000);

test('files put in place by renaming, and folders that come, go and come again, are seen', async () => {
  await inSchool(async (school) => {
    await watching(school, [], async ({ next }) => {
      writeFileSync(join(school, 'plan/.swap'), swapped(school, '[disability]', '[disabilty]'));
      renameSync(join(school, 'plan/.swap'), join(school, PASSPORTS));
      await next(FAULTY);
      writeFileSync(join(school, 'plan/.swap'), swapped(school, '[disabilty]', '[disability]'));
      renameSync(join(school, 'plan/.swap'), join(school, PASSPORTS));
      await next(CLEAN);
      for (let round = 0; round < 2; round++) {
        mkdirSync(join(school, 'audit/2026-27'));
        writeFileSync(join(school, 'audit/2026-27/learning-and-teaching.yaml'), 'element: learning\n');
        await next(/audit\/2026-27\/learning-and-teaching\.yaml:\d+:\d+ error[\s\S]*errors? in .*\n/);
        writeFileSync(
          join(school, 'audit/2026-27/learning-and-teaching.yaml'),
          'element: learning-and-teaching\nstatus: draft\n',
        );
        await next(CLEAN);
        rmSync(join(school, 'audit/2026-27'), { recursive: true });
        await next(CLEAN);
      }
      // Gone and there again before anyone looks: what is watched must be the new folder.
      const audit = 'element: pupil-involvement\nstatus: draft\n';
      mkdirSync(join(school, 'audit/2026-27'));
      writeFileSync(join(school, 'audit/2026-27/pupil-involvement.yaml'), audit);
      await next(CLEAN);
      rmSync(join(school, 'audit/2026-27'), { recursive: true });
      mkdirSync(join(school, 'audit/2026-27'));
      writeFileSync(join(school, 'audit/2026-27/pupil-involvement.yaml'), 'element: pupils\n');
      await next(/audit\/2026-27\/pupil-involvement\.yaml:\d+:\d+ error[\s\S]*errors? in .*\n/);
      writeFileSync(join(school, 'audit/2026-27/pupil-involvement.yaml'), audit);
      await next(CLEAN);
      rmSync(join(school, 'audit/2026-27'), { recursive: true });
      await next(CLEAN);
      renameSync(join(school, 'plan'), join(school, 'plan-away'));
      await next(/error summary\/unknown-action[\s\S]* in \d+ files checked.*\n/);
      renameSync(join(school, 'plan-away'), join(school, 'plan'));
      await next(CLEAN);
      writeFileSync(join(school, PASSPORTS), swapped(school, '[disability]', '[disabilty]'));
      await next(FAULTY);
    });
  });
}, 90_000);

test('a workspace that can’t be used for a while does not end it; JSON stays JSON', async () => {
  await inSchool(async (school) => {
    await watching(school, ['--format', 'json'], async ({ next, stop }) => {
      renameSync(join(school, 'lem.yaml'), join(school, 'lem.away'));
      await next(/lem: This is not a workspace: .*\n/);
      renameSync(join(school, 'lem.away'), join(school, 'lem.yaml'));
      const part = await next(/"findings": \[\]\n\}\n/);
      expect(JSON.parse(part.slice(part.indexOf('{')))).toMatchObject({ summary: { error: 0 } });
      expect(await stop()).toBe(0);
    });
  });
}, 60_000);

test.each([
  [['--watch', '--fix'], '--watch does not go with --fix.'],
  [['--watch', '--fix-dry-run'], '--watch does not go with --fix-dry-run.'],
  [['--fix', '--fix-dry-run'], '--fix does not go with --fix-dry-run.'],
] as const)('%j is refused', (words, said) => {
  inFolder((folder) => {
    cpSync(EXAMPLE, folder, { recursive: true });
    const { exit, err } = lem(folder, ['check', ...words]);
    expect({ exit, err }).toEqual({ exit: 2, err: `lem: ${said}\n  Use one after the other.\n` });
  });
});

test('where there is no workspace there is nothing to watch', () => {
  inFolder((folder) => {
    expect(lem(folder, ['check', '--watch'])).toMatchObject({ exit: 2, out: '' });
  });
});
