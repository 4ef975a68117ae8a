import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { write } from '../src/shell/write.ts';
import { random } from './support/random.ts';
import { inFolder, lem } from './support/scenario.ts';

const FAULTY = new URL('./support/faulty-fs.mjs', import.meta.url).href;
const SAVING = fileURLToPath(new URL('./support/saving.mjs', import.meta.url));
const LEM = fileURLToPath(new URL('../bin/lem.js', import.meta.url));
/** Where the random numbers start: `KILL_SEED=7 npm test -- kill`. */
const SEED = Number(process.env.KILL_SEED ?? 20261124);
/** The temporary files of a lem that was killed. */
const LEFT = /(^|\/)\.lem-\d+-\d+\.tmp$/;

/** What stands at each path before and after: two files that change, one that comes, one that comes in new folders. */
const FILES: readonly { readonly path: string; readonly old: string | null; readonly now: string }[] = [
  { path: 'plan/a.yaml', old: '\ufefftitle: A\r\n', now: '\ufefftitle: B # a longer one\r\n' },
  { path: 'lem.yaml', old: 'format: 1\n', now: 'format: 1\nprogramme: lem-5\n' },
  { path: 'plan/new.yaml', old: null, now: `title: ${'New. '.repeat(3000)}\n` },
  { path: 'evidence/photo/deep/photo.txt', old: null, now: 'A photo.' },
];
const GIVEN = JSON.stringify(FILES);

const textAt = (name: string): string | null => (existsSync(name) ? readFileSync(name, 'utf8') : null);
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
const environment = (temporary: string) => ({ ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary });

describe('killed', () => {
  test('at any step of writing, every file is the old or the new one, and a second run finishes', () => {
    const seen = new Set<string>();
    let step = 0;
    for (let isKilled = true; isKilled; ) {
      step++;
      inFolder((folder) => {
        const [school, temporary] = [join(folder, 'school'), join(folder, 'tmp')];
        mkdirSync(join(school, 'plan'), { recursive: true });
        mkdirSync(temporary);
        for (const { path: name, old } of FILES) if (old !== null) writeFileSync(join(school, name), old);
        const { signal, status } = spawnSync(process.execPath, ['--import', FAULTY, SAVING, 'once', GIVEN], {
          cwd: school,
          env: { ...environment(temporary), LEM_FAULT: `kill:${step}` },
        });
        isKilled = signal === 'SIGKILL';
        expect([step, isKilled ? null : 0]).toEqual([step, status]);
        const found = FILES.map(({ path: name, old, now }) => {
          const text = textAt(join(school, name));
          return text === now ? 'new' : text === old ? 'old' : `neither ${text}`;
        });
        seen.add(found.join(' '));
        const others = filesIn(school).filter((name) => FILES.every((file) => file.path !== name));
        expect([step, others.filter((name) => !isKilled || !LEFT.test(name))]).toEqual([step, []]);

        const rest = FILES.map(({ path: name, now }) => {
          const expected = textAt(join(school, name))?.replace('\ufeff', '') ?? null;
          return { path: name, content: now.replace('\ufeff', ''), expected };
        });
        write({ into: school, files: rest, replace: true });
        expect([step, filesIn(school)]).toEqual([step, FILES.map(({ path: name }) => name).sort()]);
        for (const { path: name, now } of FILES) expect([step, textAt(join(school, name))]).toEqual([step, now]);
      });
    }
    expect(step).toBeGreaterThan(50);
    // It was killed before, between and after all the renames.
    const states = [0, 1, 2, 3, 4].map((done) => FILES.map((_, index) => (index < done ? 'new' : 'old')).join(' '));
    expect([...seen]).toEqual(states);
  }, 300_000);

  test(`at a random moment of lem check --fix, so it is with every file (seed ${SEED})`, async () => {
    const next = random(SEED);
    const school = realpathSync(mkdtempSync(join(tmpdir(), 'lem killed ')));
    try {
      const names = Array.from({ length: 25 }, (_, index) => `plan/action-${index}.yaml`);
      const old = (index: number): string => `# Action ${index}.\r\ntitle: A\r\nstrands: [rase]\r\nstatus: planned\r\n`;
      const fixed = (index: number): string => old(index).replace('rase', 'race');
      mkdirSync(join(school, 'plan'));
      writeFileSync(join(school, 'lem.yaml'), 'format: 1\nprogramme: lem-5\nschool: { name: Ribble Bank }\n');
      /** Runs it, and kills it so many milliseconds after its first step of writing. @returns how long it went on from there */
      const mended = (delay: number): Promise<number> =>
        new Promise((settle) => {
          for (const [index, name] of names.entries()) writeFileSync(join(school, name), old(index));
          const child = spawn(process.execPath, [LEM, 'check', '--fix'], { cwd: school, stdio: 'ignore' });
          let began = 0;
          const watcher = watch(join(school, 'plan'), (_, name) => {
            if (began > 0 || name === null || !LEFT.test(name)) return;
            began = performance.now();
            if (delay <= 0) child.kill('SIGKILL');
            else if (Number.isFinite(delay)) setTimeout(() => child.kill('SIGKILL'), delay);
          });
          child.on('exit', () => {
            watcher.close();
            settle(performance.now() - began);
          });
        });
      const whole = await mended(Number.POSITIVE_INFINITY);
      let between = 0;
      for (let round = 0; round < 24; round++) {
        await mended(whole * next() * 0.9);
        const texts = names.map((name) => readFileSync(join(school, name), 'utf8'));
        for (const [index, text] of texts.entries()) expect([old(index), fixed(index)]).toContain(text);
        const others = filesIn(school).filter((name) => name !== 'lem.yaml' && !names.includes(name));
        expect(others.filter((name) => !LEFT.test(name))).toEqual([]);
        if (others.length > 0) between++;
      }
      // It was killed while it wrote, more often than not.
      expect(between).toBeGreaterThan(5);
      writeFileSync(join(school, 'plan/action-0.yaml'), old(0));
      lem(school, ['check', '--fix']);
      for (const [index, name] of names.entries()) expect(readFileSync(join(school, name), 'utf8')).toBe(fixed(index));
      expect(filesIn(school).length).toBe(names.length + 1);
    } finally {
      rmSync(school, { recursive: true, force: true });
    }
  }, 300_000);

  test('leaves nothing that git or lem check would see', () => {
    inFolder((folder) => {
      lem(folder, ['init', '.', '--name', 'Ribble Bank', '--urn', '119999', '--phase', 'primary']);
      const git = (...args: readonly string[]): string => execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
      git('init', '--quiet');
      git('add', '.');
      const before = lem(folder, ['check', '--level', 'submission']);
      mkdirSync(join(folder, 'evidence/photo'), { recursive: true });
      for (const name of ['.', 'plan', 'audit', 'evidence/photo'])
        writeFileSync(join(folder, name, '.lem-123-0.tmp'), 'half');
      expect(
        git('status', '--porcelain')
          .split('\n')
          .filter((line) => !line.startsWith('A ')),
      ).toEqual(['']);
      expect(lem(folder, ['check', '--level', 'submission'])).toEqual(before);
    });
  });
});

interface Tried {
  readonly name: string;
  readonly state: 'saved' | 'not-saved';
  readonly message?: string;
  readonly remedy?: string;
  readonly before: { readonly [path: string]: string | null };
  readonly after: { readonly [path: string]: string | null };
}

/** What came of saving, several times over: all files are the old ones, and nothing else is there, or all are new. */
function triedWith(command: readonly string[], folder: string, temporary: string): readonly Tried[] {
  const [program = '', ...args] = command;
  const printed = execFileSync(program, args, { cwd: folder, encoding: 'utf8', env: environment(temporary) });
  const tried = printed
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Tried);
  for (const { name, state, before, after } of tried) {
    if (state === 'not-saved') expect([name, after]).toEqual([name, before]);
    else expect([name, after]).toMatchObject([name, Object.fromEntries(FILES.map((file) => [file.path, file.now]))]);
    expect([name, Object.keys(after).filter((each) => LEFT.test(each))]).toEqual([name, []]);
  }
  expect(filesIn(temporary)).toEqual([]);
  return tried;
}

describe('on a full disk', () => {
  const inBoth = (use: (folder: string, temporary: string) => void): void =>
    inFolder((folder) => {
      for (const name of ['disk', 'tmp']) mkdirSync(join(folder, name));
      use(join(folder, 'disk'), join(folder, 'tmp'));
    });

  test.each([
    ['ENOSPC', 'the disk is full'],
    ['EIO', 'the disk has a fault'],
    ['EACCES', 'there is no permission'],
  ])('%s at any step of writing leaves all as it was', (code, words) => {
    inBoth((folder, temporary) => {
      const tried = triedWith([process.execPath, SAVING, 'faults', GIVEN, code], folder, temporary);
      const failed = tried.filter(({ state }) => state === 'not-saved');
      expect(failed.length).toBeGreaterThan(25);
      for (const { message, remedy } of failed)
        expect(`${message} ${remedy}`).toMatch(`The files could not be written: ${words}. Nothing was changed.`);
      // Without a claim, without a flush of the folders, and with no fault at all it goes well.
      expect(tried.at(-1)?.state).toBe('saved');
    });
  });

  const KINDS = {
    'a disk that is really full': 'mount -t tmpfs -o size=128k tmpfs . && cd "$PWD" && exec "$@"',
    'a file that may really not be so large': 'ulimit -f 16 && exec "$@"',
  };
  test.each(Object.entries(KINDS))('%s: all stays as it was', (_kind, script) => {
    inBoth((folder, temporary) => {
      // Only where one may have a disk of one's own can it be filled; the limit on a file's length is everywhere.
      const own = script.startsWith('mount') ? ['unshare', '-m'] : [];
      const [program = '', ...args] = [...own, 'sh', '-c', script, 'sh'];
      const isAllowed = spawnSync(program, [...args, 'true'], { cwd: folder }).status === 0;
      if (own.length > 0 && !isAllowed) return;
      const tried = triedWith([program, ...args, process.execPath, SAVING, 'full', GIVEN], folder, temporary);
      const failed = tried.filter(({ state }) => state === 'not-saved');
      expect(failed.length).toBeGreaterThan(2);
      expect(tried.at(-1)?.state).toBe(own.length > 0 ? 'saved' : 'not-saved');
      for (const { message } of failed) expect(message).toMatch(/the disk is full|larger than may be written/);
    });
  });
});
