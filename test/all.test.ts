import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { school } from './bench/county.mjs';
import { kept, rekeep } from './support/memory.ts';
import { inFolder, lem } from './support/scenario.ts';

interface Report {
  readonly summary: { readonly files: number; readonly error: number };
  readonly findings: readonly { readonly file: string }[];
}

const DAY = ['--on', '2026-06-08', '--format', 'json'];
const SCHOOLS = [0, 1, 7, 57, 2, 107];

/** A few schools of a county, three of them with a slip, one in a folder deeper down, and something that is no school. */
function inCounty(use: (folder: string, names: readonly string[]) => void): void {
  inFolder((folder) => {
    const names = SCHOOLS.map((number, index) => (index === 3 ? `district/school ${number}` : `school ${number}`));
    SCHOOLS.forEach((number, index) => {
      for (const [path, text] of Object.entries(school(number))) {
        const target = join(folder, names[index] ?? '', path);
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, String(text));
      }
    });
    mkdirSync(join(folder, 'minutes'));
    writeFileSync(join(folder, 'minutes/june.md'), 'No school.\n');
    use(folder, [...names].sort());
  });
}

test.each(['draft', 'submission'])(
  '--all finds at level %s what a check of each school finds, in the same order every time',
  (level) => {
    inCounty((folder, names) => {
      const args = ['check', '--all', '--level', level, ...DAY];
      const ran = lem(folder, args);
      const all = JSON.parse(ran.out) as Report;
      const single = names.map(
        (name) => JSON.parse(lem(join(folder, name), ['check', '--level', level, ...DAY]).out) as Report,
      );
      expect(all.findings).toEqual(
        names.flatMap((name, index) =>
          (single[index]?.findings ?? []).map((finding) => ({ ...finding, file: `${name}/${finding.file}` })),
        ),
      );
      expect(all.summary).toMatchObject({ files: 240, error: 3 });
      expect(ran.exit).toBe(1);
      expect(lem(folder, args).out).toBe(ran.out);
    });
  },
);

test('--all knows again what has not changed, and nothing else', () => {
  inCounty((folder, names) => {
    inFolder((cache) => {
      const check = (...words: string[]): string =>
        lem(folder, ['check', '--all', ...DAY, ...words], { XDG_CACHE_HOME: cache }).out;
      check('--level', 'submission');
      expect(kept(cache)).toEqual([]);
      const first = check();
      expect(check()).toBe(first);
      const [path = '', ...more] = kept(cache);
      expect(more).toEqual([]);
      const before = readFileSync(path, 'utf8');
      // What is kept is used, for the school that it is of.
      rekeep(path, (text) => text.replace('"files":40', '"files":41'));
      expect(JSON.parse(check()).summary.files).toBe(241);
      expect(JSON.parse(check('--level', 'ready')).summary.files).toBe(240);
      writeFileSync(path, before);
      // One school is changed, one is gone: the others are as they were.
      const plan = join(folder, names[1] ?? '', 'plan/action-4.yaml');
      writeFileSync(plan, readFileSync(plan, 'utf8').replace('disability', 'disabilty'));
      rmSync(join(folder, names[5] ?? ''), { recursive: true });
      const changed = JSON.parse(check());
      expect(changed.summary.files).toBe(200);
      expect(changed.findings).toContainEqual(expect.objectContaining({ file: `${names[1]}/plan/action-4.yaml` }));
      expect(readFileSync(path, 'utf8').split('\n').length).toBe(2 + 2 * 5);
      expect(check()).toBe(lem(folder, ['check', '--all', ...DAY]).out);
    });
  });
});

test('--all shows the line in the file of the school it is in', () => {
  inCounty((folder) => {
    const { out } = lem(folder, ['check', '--all', '--on', '2026-06-08']);
    expect(out).toContain('district/school 57/plan/action-3.yaml:3:');
    expect(out).toContain('disabilty');
    expect(out).toContain('3 errors in 240 files');
  });
});

test('--all goes with no option that is for one workspace, and needs a workspace', () => {
  inFolder((folder) => {
    expect(lem(folder, ['check', '--all'])).toMatchObject({ exit: 2, out: '' });
    for (const option of [['--watch'], ['--fix'], ['--changed'], ['--baseline', 'b.json'], ['plan']]) {
      expect(lem(folder, ['check', '--all', ...option])).toMatchObject({ exit: 2, out: '' });
    }
  });
});
