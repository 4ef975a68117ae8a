import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inFolder, lem, type Ran } from './support/scenario.ts';

const EXAMPLE = fileURLToPath(new URL('../examples/ribble-bank', import.meta.url));
const DAY = ['--on', '2026-06-08'];

const IDENTITY = [
  '-c',
  'user.name=A. Khan',
  '-c',
  'user.email=office@ribblebank.example',
  '-c',
  'commit.gpgsign=false',
];

function git(folder: string, ...words: readonly string[]): string {
  return execFileSync('git', [...IDENTITY, '-c', 'protocol.file.allow=always', ...words], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1' },
  });
}

function commit(folder: string): void {
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'as it is');
}

function swap(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  writeFileSync(path, text.replace(from, to));
}

/** Every finding of a check, as rule and file. */
function found({ out, err }: Ran): readonly string[] {
  if (!out.startsWith('{')) throw new Error(`${out}${err}`);
  const { findings } = JSON.parse(out) as { findings: readonly { readonly rule: string; readonly file: string }[] };
  return findings.map(({ rule, file }) => `${rule} ${file}`);
}

function checked(ran: Ran): number {
  return (JSON.parse(ran.out) as { summary: { files: number } }).summary.files;
}

function check(folder: string, ...words: readonly string[]): Ran {
  return lem(folder, ['check', ...DAY, '--format', 'json', ...words]);
}

/** The sample school in a repository of its own, or in a folder of one, committed. */
function inRepository(use: (school: string, top: string) => void, below = ''): void {
  inFolder((top) => {
    const school = join(top, below);
    mkdirSync(school, { recursive: true });
    cpSync(EXAMPLE, school, { recursive: true });
    git(top, 'init', '-q', '-b', 'main');
    commit(top);
    use(school, top);
  });
}

const PASSPORTS = 'plan/adjustment-passports.yaml';
const LANGUAGE = 'plan/everyday-language.yaml';

test('only what changed is shown: staged, not staged and new, though other files have faults too', () => {
  inRepository((school) => {
    swap(join(school, 'plan/every-adult-trained.yaml'), 'status: planned', 'status: plan');
    commit(school);
    expect(found(check(school))).toContain('schema/wrong-value plan/every-adult-trained.yaml');
    expect(check(school, '--changed')).toMatchObject({ exit: 0 });
    expect(checked(check(school, '--changed'))).toBe(0);
    swap(join(school, PASSPORTS), '[disability]', '[disabilty]');
    git(school, 'add', PASSPORTS);
    swap(join(school, LANGUAGE), 'status: in-progress', 'status: going on');
    writeFileSync(join(school, 'plan/é à.yaml'), 'title: New\nstrands: [rase]\nstatus: planned\n');
    expect(found(check(school, '--changed')).filter((each) => each.includes('plan/'))).toEqual([
      `plan/unknown-strand ${PASSPORTS}`,
      `schema/wrong-value ${LANGUAGE}`,
      'plan/unknown-strand plan/é à.yaml',
    ]);
    expect(check(school, '--changed').exit).toBe(1);
    expect(found(check(school, 'plan/é à.yaml', '--changed'))).toEqual(['plan/unknown-strand plan/é à.yaml']);
  });
});

test('a base brings in what its commits changed since they parted, and not what the base itself has got since', () => {
  inRepository((school) => {
    git(school, 'checkout', '-qb', 'branch');
    swap(join(school, PASSPORTS), '[disability]', '[disabilty]');
    commit(school);
    git(school, 'checkout', '-q', 'main');
    swap(join(school, LANGUAGE), 'status: in-progress', 'status: going on');
    commit(school);
    git(school, 'checkout', '-q', 'branch');
    expect(found(check(school, '--changed'))).toEqual([]);
    expect(found(check(school, '--changed', 'main'))).toContain(`plan/unknown-strand ${PASSPORTS}`);
    expect(found(check(school, '--changed=main')).join()).not.toContain(LANGUAGE);
    writeFileSync(join(school, 'plan/new.yaml'), 'title: New\n');
    expect(found(check(school, '--changed', 'main'))).toContain('schema/missing-key plan/new.yaml');
  });
});

test.each([
  ['an action that is gone: the summary that names it', 'plan/told-what-happened-next.yaml', 'summary/unknown-action'],
  ['an evidence item that is gone: who names it', 'evidence/class-book-counts', 'summary/unknown-evidence'],
] as const)('%s', (_what, path, rule) => {
  inRepository((school) => {
    if (!existsSync(join(school, path))) throw new Error(`There is no ${path}`);
    rmSync(join(school, path), { recursive: true });
    const shown = found(check(school, '--changed'));
    expect(shown.some((each) => each.startsWith(rule))).toBe(true);
    expect(shown.filter((each) => each.startsWith(rule))).toEqual(
      found(check(school)).filter((each) => each.startsWith(rule)),
    );
  });
});

test('what was recommended is gone: the action that names it', () => {
  inRepository((school) => {
    swap(join(school, LANGUAGE), 'status:', 'recommendations: [Share it.]\nstatus:');
    swap(join(school, 'awards.yaml'), 'recommendations:\n', 'recommendations:\n      - { text: Share it. }\n');
    commit(school);
    swap(join(school, 'awards.yaml'), 'Share it.', 'Share all of it.');
    expect(found(check(school, '--changed'))).toEqual([`plan/unknown-recommendation ${LANGUAGE}`]);
  });
});

test('an audit: the grid of its year; the settings: everything', () => {
  inRepository((school) => {
    swap(join(school, 'plan/every-adult-trained.yaml'), 'status: planned', 'status: plan');
    commit(school);
    const audit = join(school, 'audit/2025-26/learning-and-teaching.yaml');
    writeFileSync(audit, readFileSync(audit, 'utf8').replaceAll(/rating: (green|amber)/g, 'rating: red'));
    const shown = found(check(school, '--changed'));
    expect(shown).toContain('grid/differs-unexplained grid/2025-26.yaml');
    expect(shown.join()).not.toContain('every-adult-trained');
    writeFileSync(join(school, 'lem.yaml'), `${readFileSync(join(school, 'lem.yaml'), 'utf8')}# more\n`);
    expect(found(check(school, '--changed'))).toEqual(found(check(school)));
  });
});

test('a school in a folder of a larger repository, with a space and an accent in it', () => {
  inRepository((school, top) => {
    writeFileSync(join(top, 'lem.yaml.txt'), 'not of the school\n');
    swap(join(school, PASSPORTS), '[disability]', '[disabilty]');
    expect(found(check(school, '--changed'))).toContain(`plan/unknown-strand ${PASSPORTS}`);
    expect(
      found(lem(top, ['check', ...DAY, '--format', 'json', '-C', 'schools/Ribble Bank é', '--changed', 'HEAD'])),
    ).toContain(`plan/unknown-strand ${PASSPORTS}`);
  }, 'schools/Ribble Bank é');
});

test('a repository without a commit: everything is new', () => {
  inFolder((school) => {
    cpSync(EXAMPLE, school, { recursive: true });
    git(school, 'init', '-q');
    expect(checked(check(school, '--changed'))).toBe(checked(check(school)));
    expect(check(school, '--changed', 'main')).toMatchObject({
      exit: 2,
      err: expect.stringContaining('knows no branch'),
    });
  });
});

test('what git can’t say is said in a line, with exit code 2', () => {
  inRepository((school, top) => {
    const refused = (folder: string, words: readonly string[], said: string, env = {}): void => {
      const { exit, out, err } = lem(folder, ['check', ...words], env);
      expect({ exit, out, err }).toEqual({ exit: 2, out: '', err: expect.stringMatching(/^lem: .*\n( {2}.*\n)?$/) });
      expect(err).toContain(said);
    };
    refused(school, ['--changed', 'no-such-branch'], 'git knows no branch, tag or commit no-such-branch.');
    refused(school, ['--changed=--output=stolen'], 'is not a base');
    refused(school, ['--changed=-p'], 'is not a base');
    refused(school, ['--changed='], 'git knows no branch');
    refused(school, ['--changed', '--update-baseline', '--baseline', 'b.json'], 'whole workspace');
    expect(existsSync(join(school, 'stolen'))).toBe(false);
    const empty = join(top, 'no programs');
    mkdirSync(empty);
    refused(school, ['--changed'], 'git is not there', { PATH: empty });
    rmSync(join(top, '.git'), { recursive: true });
    refused(school, ['--changed'], 'not in a git repository');
  });
});

test('a shallow clone that lacks the base says how to get it', () => {
  inRepository((school, top) => {
    git(school, 'checkout', '-qb', 'branch');
    swap(join(school, PASSPORTS), '[disability]', '[race]');
    commit(school);
    const clone = join(top, 'clone');
    git(top, 'clone', '-q', '--depth', '1', '--branch', 'branch', '--no-single-branch', `file://${top}`, clone);
    const { exit, err } = check(clone, '--changed', 'origin/main');
    expect({ exit, err }).toEqual({ exit: 2, err: expect.stringContaining('This clone is shallow') });
    expect(err).toContain('git fetch --unshallow');
    expect(check(clone, '--changed').exit).toBe(0);
  });
});

test('no program that a stranger’s repository names is run', () => {
  inRepository((school, top) => {
    const program = join(top, '.git/evil.sh');
    const trace = join(top, '.git/trace');
    writeFileSync(program, `#!/bin/sh\necho "$0" "$@" >> '${trace}'\ncat\n`);
    chmodSync(program, 0o755);
    const hooks = join(top, '.git/evil-hooks');
    mkdirSync(hooks);
    for (const hook of ['post-index-change', 'reference-transaction', 'fsmonitor-watchman', 'pre-auto-gc'])
      symlinkSync(program, join(hooks, hook));
    const quoted = `'${program}'`;
    for (const [name, value] of [
      ['core.fsmonitor', quoted],
      ['core.hooksPath', hooks],
      ['core.pager', quoted],
      ['core.editor', quoted],
      ['diff.external', quoted],
      ['diff.evil.command', quoted],
      ['diff.evil.textconv', quoted],
      ['filter.evil.clean', quoted],
      ['filter.evil.smudge', quoted],
      ['filter.other.process', quoted],
      ['filter.other.required', 'true'],
    ] as const)
      git(top, 'config', name, value);
    mkdirSync(join(top, '.git/info'), { recursive: true });
    writeFileSync(join(top, '.git/info/attributes'), 'plan/*.yaml filter=evil diff=evil\naudit/** filter=other\n');
    // Of the same length, so that git has to read it.
    swap(join(school, PASSPORTS), '[disability]', '[disabilitx]');
    swap(join(school, 'audit/2025-26/learning-and-teaching.yaml'), 'status: complete', 'status: complete # yes');
    for (const words of [['--changed'], ['--changed', 'HEAD']]) {
      const { exit, err } = check(school, ...words);
      expect({ exit, err }).toEqual({ exit: expect.any(Number), err: '' });
      expect(exit).toBeLessThan(2);
    }
    expect(existsSync(trace) ? readFileSync(trace, 'utf8') : '').toBe('');
    // The trap is a trap: git itself falls into it.
    try {
      git(top, '-c', 'core.fsmonitor=false', 'status');
    } catch {
      // what is no filter at all fails as one
    }
    expect(existsSync(trace)).toBe(true);
  });
});

test('variables of a git that called lem, as in a hook, do not lead to another repository', () => {
  inRepository((school) => {
    inFolder((other) => {
      git(other, 'init', '-q');
      swap(join(school, PASSPORTS), '[disability]', '[disabilty]');
      const env = {
        GIT_DIR: join(other, '.git'),
        GIT_INDEX_FILE: join(other, 'index'),
        GIT_EXTERNAL_DIFF: '/bin/false',
      };
      const ran = lem(school, ['check', ...DAY, '--format', 'json', '--changed'], env);
      expect(found(ran)).toContain(`plan/unknown-strand ${PASSPORTS}`);
      expect(checked(ran)).toBe(checked(check(school, '--changed')));
    });
  });
});
