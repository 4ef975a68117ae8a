import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seen } from '../src/model/known.ts';
import { editIn, putIn, workspaceIn } from './support/edit-in.ts';
import { random, shuffled } from './support/random.ts';
import { inFolder, lem } from './support/scenario.ts';

/** Where the random numbers start: `MERGE_SEED=7 npm test -- merge`. */
const SEED = Number(process.env.MERGE_SEED ?? 20261124);
const EXAMPLE = fileURLToPath(new URL('../examples/ribble-bank', import.meta.url));
const TEMPLATES = fileURLToPath(new URL('../templates/workspace', import.meta.url));
const ORDERS = 5;
const YEAR = '2025-26';

/** git in a folder, as if nobody had set anything up. @throws where it exits with another code than 0 */
type Git = (...words: readonly string[]) => string;

const ENV = {
  PATH: process.env.PATH ?? '',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
};

/** A copy of the sample school in a repository, as lem would have begun it, and git in it. */
function inRepository(use: (folder: string, git: Git) => void): void {
  inFolder((folder) => {
    const git: Git = (...words) => execFileSync('git', words, { cwd: folder, env: ENV, encoding: 'utf8' }).trim();
    cpSync(EXAMPLE, folder, { recursive: true });
    for (const name of ['gitignore', 'gitattributes']) cpSync(`${TEMPLATES}/${name}`, join(folder, `.${name}`));
    git('init', '--quiet', '--initial-branch=main');
    git('add', '.');
    git('commit', '--quiet', '--message=Base');
    use(folder, git);
  });
}

/** What a person does on a branch of their own. */
function onBranch(git: Git, name: string, work: () => void): void {
  git('checkout', '--quiet', '-b', name, 'main');
  work();
  git('add', '.');
  git('commit', '--quiet', `--message=${name}`);
}

/** Judges an element, plans an action and goes on with another, and adds an evidence item: all at random, all their own. */
function ownWork(folder: string, person: number, next: () => number): void {
  const workspace = workspaceIn(folder);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const [element = ''] = [...workspace.programme.elements.keys()].slice(person);
  const [action = ''] = [...workspace.actions.keys()].slice(person);
  const audit = seen(workspace.audits.get(YEAR)?.get(element) ?? { state: 'absent', file: '' });
  const statements = shuffled(Object.keys(audit?.judgements ?? {}), next);
  const ratings = Object.values(audit?.judgements ?? {}).map(({ rating }) => rating ?? '');
  const item = `evidence-of-${person}`;
  putIn(folder, {
    path: `evidence/${item}/evidence.yaml`,
    before: null,
    after: `title: What ${person} saw\nkind: observation\ndate: 2026-03-0${(person % 9) + 1}\nstrands: [race]\nelements: [${element}]\n`,
  });
  putIn(folder, {
    path: `plan/action-of-${person}.yaml`,
    before: null,
    after: `title: What ${person} will do\nstrands: [race]\nelements: [${element}]\nstatus: planned\n`,
  });
  for (const statement of statements.slice(0, 2)) {
    const path = ['judgements', statement];
    editIn(folder, `audit/${YEAR}/${element}.yaml`, [
      { path: [...path, 'rating'], value: pick(ratings) },
      { path: [...path, 'because'], value: `What we saw in ${Math.floor(next() * 100)} lessons.` },
      { path: [...path, 'evidence'], value: [item] },
    ]);
  }
  editIn(folder, `audit/${YEAR}/${element}.yaml`, [{ path: ['judgements', statements[2] ?? '', 'strands'] }]);
  editIn(folder, `plan/${action}.yaml`, [
    { path: ['lead'], value: `Person ${person}` },
    { path: ['evidence'], value: [item] },
  ]);
}

test(`ten people’s own work merges in ${ORDERS} orders without a conflict, to the same files (seed ${SEED})`, () => {
  inRepository((folder, git) => {
    const next = random(SEED);
    const people = Array.from({ length: 10 }, (_, person) => `person-${person}`);
    for (const [person, name] of people.entries()) onBranch(git, name, () => ownWork(folder, person, next));
    const trees = new Set<string>();
    for (let order = 0; order < ORDERS; order++) {
      git('checkout', '--quiet', '--detach', 'main');
      for (const name of shuffled(people, next)) git('merge', '--quiet', '--no-ff', `--message=${name}`, name);
      trees.add(git('rev-parse', 'HEAD^{tree}'));
    }
    expect(trees.size).toBe(1);
    // All that each did is there.
    for (const name of people) {
      const changed = git('diff', '--name-only', 'main', name).split('\n');
      expect(changed.length).toBe(4);
      expect(git('diff', '--name-only', 'HEAD', name, '--', ...changed)).toBe('');
    }
    expect(lem(folder, ['check', '--on', '2026-06-08']).exit).toBe(0);
  });
}, 300_000);

test.each([
  [
    'judgement',
    `audit/${YEAR}/learning-and-teaching.yaml`,
    ['judgements', 'learning-and-teaching.3', 'rating'],
    ['green', 'red'],
  ],
  ['cell', `grid/${YEAR}.yaml`, ['cells', 'learning-and-teaching', 'gender'], ['green', 'red']],
  ['key of an action', 'plan/everyday-language.yaml', ['due'], ['2026-12-01', '2026-12-02']],
])(
  'two people who change the same %s have a conflict, and lem names it',
  (_what, file, path, [ours, theirs]) => {
    inRepository((folder, git) => {
      const before = lem(folder, ['check', '--on', '2026-06-08']);
      for (const [name, value] of Object.entries({ ours, theirs }))
        onBranch(git, name, () => editIn(folder, file, [{ path, value: value ?? '' }]));
      git('checkout', '--quiet', 'ours');
      expect(spawnSync('git', ['merge', 'theirs'], { cwd: folder, env: ENV }).status).toBe(1);
      const { exit, out } = lem(folder, ['check', '--on', '2026-06-08', '--format', 'json']);
      expect(exit).toBe(1);
      const { findings } = JSON.parse(out) as {
        findings: readonly { rule: string; file: string; line: number; message: string }[];
      };
      const line = readFileSync(join(folder, file), 'utf8').split('\n').indexOf('<<<<<<< HEAD') + 1;
      const message = `Two versions of ${path.join(' › ')} stand here, from HEAD and from theirs.`;
      expect(findings.filter((each) => each.file === file)).toMatchObject([{ rule: 'yaml/conflict', line, message }]);
      git('checkout', '--quiet', '--theirs', file);
      expect(readFileSync(join(folder, file), 'utf8')).toContain(theirs);
      expect(lem(folder, ['check', file, '--on', '2026-06-08']).out).not.toContain('yaml/');
      expect(before.exit).toBe(0);
    });
  },
  300_000,
);
