import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { kept, rekeep } from './support/memory.ts';
import { inFolder, lem } from './support/scenario.ts';

const EXAMPLE = fileURLToPath(new URL('../examples/ribble-bank', import.meta.url));

/** A copy of the sample school, a cache of its own, and how to check it. */
function inSchool(use: (school: string, cache: string, check: (...args: string[]) => string) => void): void {
  inFolder((folder) => {
    const school = join(folder, 'school');
    const cache = join(folder, 'cache');
    cpSync(EXAMPLE, school, { recursive: true });
    mkdirSync(cache);
    use(
      school,
      cache,
      (...args) => lem(school, ['check', '--on', '2026-06-08', ...args], { XDG_CACHE_HOME: cache }).out,
    );
  });
}

test('a workspace in which nothing was found is known again, and looked at anew after any change', () => {
  inSchool((school, cache, check) => {
    const first = check();
    expect(kept(cache)).toHaveLength(1);
    expect(check()).toBe(first);
    const path = join(school, 'plan/everyday-language.yaml');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('strands: [', 'strands: [disabilty, '));
    expect(check()).toContain('plan/unknown-strand');
    writeFileSync(path, text);
    expect(check()).toBe(first);
    writeFileSync(join(school, 'evidence/jobs-display/jobs-display.jpg'), 'another');
    expect(check()).toContain('evidence/file-changed');
  });
});

test('what is remembered is really used: the number of files is the one that was kept', () => {
  inSchool((_school, cache, check) => {
    check();
    const [path = ''] = kept(cache);
    rekeep(path, (text) => text.replace(/63$/, '64'));
    expect(check()).toContain('64 files');
    expect(check('--level', 'ready')).not.toContain('64 files');
    expect(check('--level', 'submission')).not.toContain('64 files');
    expect(check('plan')).not.toContain('64 files');
  });
});

test('what is remembered and is not all there, or not as it was kept, is as good as nothing', () => {
  inSchool((_school, cache, check) => {
    const first = check();
    const [path = ''] = kept(cache);
    const before = readFileSync(path, 'utf8');
    for (const damaged of [before.slice(0, -1), before.slice(0, 70), '', before.replace(/63$/, '64'), `${before}0`]) {
      writeFileSync(path, damaged);
      expect(check()).toBe(first);
    }
  });
});

test('a check of some rules or files, and one for a submission, are not remembered', () => {
  inSchool((_school, cache, check) => {
    check('--rule', 'plan/overdue');
    check('plan');
    check('--level', 'submission');
    expect(kept(cache)).toEqual([]);
  });
});

test('a cache that can’t be written or read is as good as none', () => {
  inSchool((school, cache) => {
    writeFileSync(join(cache, 'equality-mark'), 'a file where a folder should be');
    expect(lem(school, ['check', '--on', '2026-06-08'], { XDG_CACHE_HOME: cache })).toMatchObject({ exit: 0, err: '' });
  });
});
