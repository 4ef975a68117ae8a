import { execFile, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { alone, BUSY } from '../../src/shell/lock.ts';

const run = promisify(execFile);
const FAULTY = new URL('../support/faulty-fs.mjs', import.meta.url).href;
const SAVING = fileURLToPath(new URL('../support/saving.mjs', import.meta.url));
const COUNTING = fileURLToPath(new URL('../support/counting.mjs', import.meta.url));
const LEM = fileURLToPath(new URL('../../bin/lem.js', import.meta.url));

let folder = '';
beforeEach(async () => {
  folder = realpathSync(await mkdtemp(join(tmpdir(), 'lem école ')));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What the claims to the folder begin with. */
const prefix = (): string =>
  `lem-${createHash('sha256').update(folder.normalize().toLowerCase()).digest('hex').slice(0, 16)}-`;
const claims = (): readonly string[] => readdirSync(tmpdir()).filter((name) => name.startsWith(prefix()));

describe('several at once', () => {
  const PROCESSES = 12;
  const TIMES = 15;

  test(`${PROCESSES} processes change the same file ${TIMES} times each, and no change is lost`, async () => {
    const names = Array.from({ length: PROCESSES }, (_, index) => `p${index}`);
    writeFileSync(
      join(folder, 'count.yaml'),
      `${[...names, 'total'].map((name) => `${name}: 0 # of ${name}`).join('\n')}\n`,
    );
    const ran = await Promise.all(
      names.map((name) => run(process.execPath, [COUNTING, 'count.yaml', name, String(TIMES)], { cwd: folder })),
    );
    const counts = names.map((name) => `${name}: ${TIMES} # of ${name}\n`).join('');
    expect(readFileSync(join(folder, 'count.yaml'), 'utf8')).toBe(`${counts}total: ${PROCESSES * TIMES} # of total\n`);
    // They did get in one another’s way.
    expect(ran.reduce((sum, { stdout }) => sum + Number(stdout), 0)).toBeGreaterThan(0);
    expect(readdirSync(folder)).toEqual(['count.yaml']);
    expect(claims()).toEqual([]);
  }, 300_000);

  test('make the same new file: one does, the others are told', async () => {
    const saving = (now: string) =>
      run(process.execPath, [SAVING, 'once', JSON.stringify([{ path: 'plan/new.yaml', old: null, now }])], {
        cwd: folder,
      });
    const ran = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(async (now) => ({ now, ...(await saving(now)) })));
    const saved = ran.filter(({ stdout }) => JSON.parse(stdout).state === 'saved');
    expect(saved.map(({ now }) => now)).toEqual([readFileSync(join(folder, 'plan/new.yaml'), 'utf8')]);
    for (const each of ran)
      if (!saved.includes(each))
        expect(each.stdout).toContain('plan/new.yaml was made meanwhile, so nothing was written.');
    expect(readdirSync(join(folder, 'plan'))).toEqual(['new.yaml']);
  }, 300_000);

  test('mend the same files with lem check --fix: each is mended, and who comes second is told', async () => {
    const action = (strand: string): string => `title: A\nstrands: [${strand}]\nstatus: planned\n`;
    const names = Array.from({ length: 30 }, (_, index) => `plan/a${index}.yaml`);
    mkdirSync(join(folder, 'plan'));
    writeFileSync(join(folder, 'lem.yaml'), 'format: 1\nprogramme: lem-5\nschool: { name: Ribble Bank }\n');
    for (const name of names) writeFileSync(join(folder, name), action('rase'));
    const mending = () =>
      new Promise<{ exit: number | null; err: string }>((settle) => {
        const child = spawn(process.execPath, [LEM, 'check', '--fix'], {
          cwd: folder,
          stdio: ['ignore', 'ignore', 'pipe'],
        });
        let err = '';
        child.stderr.on('data', (chunk) => {
          err += chunk;
        });
        child.on('close', (exit) => settle({ exit, err }));
      });
    const ran = await Promise.all(Array.from({ length: 6 }, mending));
    expect(ran.some(({ exit }) => exit === 0)).toBe(true);
    for (const { exit, err } of ran)
      if (exit !== 0)
        expect([exit, err]).toEqual([
          2,
          expect.stringMatching(/was changed meanwhile, so nothing was[\s\S]*Run the command again/),
        ]);
    for (const name of names) expect(readFileSync(join(folder, name), 'utf8')).toBe(action('race'));
  }, 300_000);
});

describe('a claim', () => {
  const claimOf = (pid: number): string => {
    const claim = `${prefix()}${pid}-0123456789ab.lock`;
    writeFileSync(join(tmpdir(), claim), '');
    return claim;
  };
  const isFree = (): boolean => {
    try {
      alone(folder, () => undefined, 60);
      return true;
    } catch (error) {
      expect(error).toMatchObject({ code: BUSY, message: 'Another lem is still writing here' });
      return false;
    }
  };
  afterEach(() => {
    for (const claim of claims()) rmSync(join(tmpdir(), claim));
  });

  test('of a process that goes on stands in the way, until it is too old to be its own', () => {
    const claim = claimOf(process.ppid);
    expect(isFree()).toBe(false);
    expect(claims()).toEqual([claim]);
    const hourAgo = Date.now() / 1000 - 3600;
    utimesSync(join(tmpdir(), claim), hourAgo, hourAgo);
    expect(isFree()).toBe(true);
    expect(claims()).toEqual([]);
  });

  test('of a process that is gone does not, even if it had the number of this one', () => {
    for (const pid of [spawnSync(process.execPath, ['-e', '']).pid, process.pid]) {
      claimOf(pid);
      expect(isFree()).toBe(true);
      expect(claims()).toEqual([]);
    }
  });

  test('that its process was killed over is removed by the next', () => {
    const temporary = join(folder, 'tmp');
    mkdirSync(temporary);
    const saving = (fault: string) =>
      spawnSync(process.execPath, ['--import', FAULTY, SAVING, 'once', '[{"path":"a.yaml","old":null,"now":"a"}]'], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, LEM_FAULT: fault, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
      });
    let left = 0;
    for (const at of [4, 8, 12]) {
      expect(saving(`kill:${at}`).signal).toBe('SIGKILL');
      left = Math.max(left, readdirSync(temporary).length);
      rmSync(join(folder, 'a.yaml'), { force: true });
      expect(JSON.parse(saving('none:0').stdout)).toEqual({ state: 'saved' });
      expect(readdirSync(temporary)).toEqual([]);
      rmSync(join(folder, 'a.yaml'));
    }
    expect(left).toBe(1);
  }, 300_000);

  test('is gone after an error too', () => {
    const fails = (): void => {
      throw new Error('so');
    };
    expect(() => alone(folder, fails)).toThrow('so');
    expect(claims()).toEqual([]);
  });

  test('that can’t be laid down stands in nobody’s way', () => {
    const nowhere = join(folder, 'nowhere');
    const saved = spawnSync(process.execPath, [SAVING, 'once', '[{"path":"a.yaml","old":null,"now":"a"}]'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, TMPDIR: nowhere, TEMP: nowhere, TMP: nowhere },
    });
    expect(JSON.parse(saved.stdout)).toEqual({ state: 'saved' });
  });
});
