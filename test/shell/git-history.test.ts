import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { files } from '../../src/shell/files.ts';
import { openHistory } from '../../src/shell/git/history.ts';
import { entriesOf } from '../../src/shell/git/tree.ts';
import { keeper } from '../../src/shell/keeper.ts';
import { READING_LIST } from '../../src/workspace/layout.ts';
import type { Repository } from '../../src/world.ts';
import { type HistoryRepo, historyRepo } from '../support/history-repo.ts';

const MOST = 100;
// A commit is a process or two, and slow where others work too.
import.meta.jest.setTimeout(60_000);

/** Opens what git remembers of a folder, for a while. */
async function reading<T>(folder: string, use: (repository: Repository) => Promise<T> | T, most = MOST): Promise<T> {
  const history = await openHistory(folder, most);
  if (history.state === 'none') throw new Error(history.message);
  try {
    return await use(history);
  } finally {
    history.close();
  }
}

/** The files of a commit's workspace, by path: the text, or the code of what is wrong. */
async function entriesIn(repo: HistoryRepo, commit: string, folder = ''): Promise<{ [path: string]: string }> {
  const listing = await reading(repo.path(), (repository) => repository.list(commit, folder, READING_LIST));
  if (listing === null) throw new Error('not to be had');
  return Object.fromEntries(
    [...listing.entries].map(([path, entry]) => [
      path,
      entry.kind === 'text' ? entry.text : `${entry.code}: ${entry.message}`,
    ]),
  );
}

describe.each(['sha1', 'sha256'])('a repository with %s', (format) => {
  const repo = historyRepo(format);

  test('what is read of a commit is what is read of its files on disk, evidence and its fingerprints too', async () => {
    repo.school('school one');
    repo.put('school one/evidence/access-walk/deep/er/photo.bin', Buffer.from([0, 1, 2, 255, 10, 10]));
    repo.put('school one/evidence/access-walk/empty.csv', '');
    repo.put('school one/evidence/access-walk/notes.yaml', 'an asset: and no file of lem\n');
    repo.put('school one/plan/.hidden.yaml', 'x: 1\n');
    repo.put('school one/plan/other.yml', 'x: 1\n');
    repo.put('school one/build/out.yaml', 'x: 1\n');
    const commit = repo.commit('2026-01-10');
    const read = await reading(repo.path(), (repository) => repository.list(commit, 'school one', READING_LIST));
    const onDisk = files.list(repo.path('school one'), READING_LIST);
    expect(onDisk.entries.size).toBeGreaterThan(50);
    expect(onDisk.assets.size).toBeGreaterThan(20);
    expect(read).toEqual(onDisk);
    expect([...onDisk.entries.keys()].filter((path) => path.includes('/.'))).toEqual([]);
  });

  test('commits come newest first, each followed to its first parent, with the day of who committed it', async () => {
    const first = repo.commit('2026-01-10T23:30:00-05:00');
    repo.git('checkout', '-qb', 'branch');
    repo.put('a', '1');
    repo.commit('2026-01-11');
    repo.git('checkout', '-q', 'main');
    repo.put('b', '1');
    const second = repo.commit('2026-01-12T00:30:00+13:00');
    repo.git('merge', '-q', '--no-ff', '-m', 'merge', 'branch');
    const merge = repo.git('rev-parse', 'HEAD').trim();
    await reading(repo.path(), ({ commits, next, older, folder }) => {
      expect(commits.map(({ id }) => id)).toEqual([merge, second, first]);
      expect(commits.slice(1)).toEqual([
        { id: second, day: '2026-01-12', seconds: Date.UTC(2026, 0, 11, 11, 30) / 1000 },
        { id: first, day: '2026-01-10', seconds: Date.UTC(2026, 0, 11, 4, 30) / 1000 },
      ]);
      expect({ next, older, folder }).toEqual({ next: null, older: 'none', folder: '' });
    });
  });
});

describe('a repository', () => {
  const repo = historyRepo();

  test('no more commits are looked at than are asked for, and the one before them is known', async () => {
    const [first, second, third] = ['2026-01-01', '2026-01-02', '2026-01-03'].map((day) => repo.commit(day));
    const seen = (most: number) =>
      reading(
        repo.path(),
        ({ commits, next, older }) => ({ ids: commits.map(({ id }) => id), next: next?.id ?? null, older }),
        most,
      );
    expect(await seen(3)).toEqual({ ids: [third, second, first], next: null, older: 'none' });
    expect(await seen(2)).toEqual({ ids: [third, second], next: first, older: 'more' });
  });

  test('the same names stand for the same where they hold the same', async () => {
    repo.put('docs/school/lem.yaml', 'a: 1\n');
    repo.put('docs/school/plan/x.yaml', 'a: 1\n');
    const first = repo.commit('2026-01-01');
    repo.put('docs/school/README.md', 'more');
    repo.put('other', 'more');
    const second = repo.commit('2026-01-02');
    repo.put('docs/school/plan/x.yaml', 'a: 2\n');
    const third = repo.commit('2026-01-03');
    await reading(repo.path('docs/school'), async ({ folder, stamp }) => {
      expect(folder).toBe('docs/school');
      const of = (commit: string) => stamp(commit, folder, ['lem.yaml', 'plan']);
      expect(await of(first)).toMatchObject({ state: 'there', parts: { length: 2 } });
      expect(await of(second)).toEqual(await of(first));
      expect(await of(third)).not.toEqual(await of(first));
      expect(await stamp(first, 'docs/none', ['lem.yaml'])).toEqual({ state: 'absent' });
      expect(await stamp(first, 'docs/school/lem.yaml', ['lem.yaml'])).toEqual({ state: 'absent' });
    });
  });

  test('a file’s entry is the same wherever and whenever it stands, so that it is parsed once', async () => {
    repo.put('lem.yaml', 'a: 1\n');
    repo.put('calendar.yaml', 'a: 1\n');
    const first = repo.commit('2026-01-01');
    repo.put('awards.yaml', 'b: 1\n');
    const second = repo.commit('2026-01-02');
    await reading(repo.path(), async ({ list, read }) => {
      const [before, after] = [await list(first, '', READING_LIST), await list(second, '', READING_LIST)];
      const entry = before?.entries.get('lem.yaml');
      expect(entry).toEqual({ kind: 'text', text: 'a: 1\n' });
      expect(before?.entries.get('calendar.yaml')).toBe(entry);
      expect(after?.entries.get('lem.yaml')).toBe(entry);
      expect(await read(second, '', 'lem.yaml')).toBe(entry);
      expect(await read(first, '', 'awards.yaml')).toBeNull();
    });
  });

  test('links and other repositories are not followed, and what is no small UTF-8 text is not taken for one', async () => {
    repo.put('lem.yaml', '\ufeffformat: 1\n');
    repo.put('secret.yaml', 'secret: 1\n');
    mkdirSync(repo.path('plan'));
    symlinkSync('../secret.yaml', repo.path('plan/link.yaml'));
    symlinkSync('plan', repo.path('accreditation'));
    repo.put('plan/large.yaml', `a: ${'x'.repeat(1_000_001)}\n`);
    repo.put('plan/fits.yaml', `a: ${'x'.repeat(999_996)}\n`);
    repo.put('plan/bytes.yaml', Buffer.from([0xff, 0xfe, 0x41]));
    repo.put('audit', 'a file\n');
    repo.put('evidence/walk/evidence.yaml', 'title: x\n');
    symlinkSync('/etc/passwd', repo.path('evidence/walk/passwd.txt'));
    const inner = repo.commit('2026-01-01');
    repo.git('update-index', '--add', '--cacheinfo', `160000,${inner},grid`);
    repo.git('update-index', '--add', '--cacheinfo', `160000,${inner},evidence/walk/module`);
    repo.git('update-index', '--add', '--cacheinfo', `160000,${inner},calendar.yaml`);
    repo.git('commit', '-qm', 'modules');
    const commit = repo.git('rev-parse', 'HEAD').trim();
    const { 'plan/fits.yaml': fits, ...entries } = await entriesIn(repo, commit);
    expect(fits).toHaveLength(1_000_000);
    expect(entries).toEqual({
      'lem.yaml': 'format: 1\n',
      'plan/link.yaml': 'file/unexpected: This is a link, and lem does not follow links.',
      'plan/large.yaml': 'file/too-large: This file is larger than lem reads.',
      'plan/bytes.yaml': 'file/not-text: This file is not UTF-8 text.',
      audit: 'file/unexpected: A file stands where lem keeps a folder.',
      accreditation: 'file/unexpected: This is a link, and lem does not follow links.',
      grid: 'file/unexpected: This is a repository of its own.',
      'calendar.yaml': 'file/unexpected: This is a repository of its own.',
      'evidence/walk/evidence.yaml': 'title: x\n',
    });
    const listing = await reading(repo.path(), ({ list }) => list(commit, '', READING_LIST));
    expect([...(listing?.assets.keys() ?? [])]).toEqual([]);
  });

  test('what Git LFS keeps: an evidence file’s size and fingerprint are in its pointer, and a text is not to be had', async () => {
    const sum = 'a'.repeat(64);
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${sum}\nsize 123456\n`;
    repo.put('lem.yaml', pointer);
    repo.put('evidence/walk/photo.jpg', pointer);
    const commit = repo.commit('2026-01-01');
    expect((await entriesIn(repo, commit))['lem.yaml']).toMatch(/^file\/not-text: Git LFS keeps this file/);
    const listing = await reading(repo.path(), ({ list }) => list(commit, '', READING_LIST));
    expect(listing?.assets.get('evidence/walk/photo.jpg')).toEqual({ size: 123456, sha256: sum });
  });

  test('names with line feeds, quotes, tabs and bytes that are no UTF-8 are names like others', async () => {
    const odd = 'a\n"b"\t\u001b[31m é';
    repo.put(`${odd}/lem.yaml`, 'format: 1\n');
    repo.put(`${odd}/evidence/${odd}/${odd}.csv`, 'a,b\n');
    const commit = repo.commit('2026-01-01');
    await reading(repo.path(odd), async ({ folder, list, filesNamed }) => {
      expect(folder).toBe(odd);
      const listing = await list(commit, folder, READING_LIST);
      expect([...(listing?.entries.keys() ?? [])]).toEqual(['lem.yaml']);
      expect([...(listing?.assets.keys() ?? [])]).toEqual([`evidence/${odd}/${odd}.csv`]);
      expect((await filesNamed(commit, 'lem.yaml')).map((file) => file.folder)).toEqual([odd]);
    });
  });

  test('the folders with a file of a name: none inside another, none hidden, none that is too deep', async () => {
    for (const folder of ['a/b', 'a/b/inside', 'c', '.hidden', 'node_modules/x', '1/2/3/4/5/6', '1/2/3/4/5/6/7'])
      repo.put(`${folder}/lem.yaml`, `of: ${folder}\n`);
    repo.put('1/2/3/4/5/6/lem.yaml', null);
    const commit = repo.commit('2026-01-01');
    const named = () =>
      reading(repo.path(), async ({ filesNamed }) =>
        (await filesNamed(commit, 'lem.yaml')).map(({ folder }) => folder),
      );
    expect(await named()).toEqual(['a/b', 'c']);
  });

  test('a repository without a commit has none; a folder outside of one, or inside of git’s own, has no history', async () => {
    await reading(repo.path(), ({ commits, older }) =>
      expect({ commits, older }).toEqual({ commits: [], older: 'none' }),
    );
    expect(await openHistory(repo.path('.git'), MOST)).toMatchObject({ state: 'none' });
    rmSync(repo.path('.git'), { recursive: true });
    expect(await openHistory(repo.path(), MOST)).toEqual({
      state: 'none',
      message: 'This is not in a git repository, so it has no history.',
      remedy: 'git init begins one.',
    });
  });

  test('commits have the parents they name: grafts and replacements do not count', async () => {
    const [first, second, third] = ['2026-01-01', '2026-01-02', '2026-01-03'].map((day) => {
      repo.put('a', day);
      return repo.commit(day);
    });
    repo.git('replace', '--graft', third ?? '');
    repo.put('.git/info/grafts', `${third}\n`);
    expect(repo.git('log', '--format=%H')).toBe(`${third}\n`);
    await reading(repo.path(), ({ commits, older }) => {
      expect(commits.map(({ id }) => id)).toEqual([third, second, first]);
      expect(older).toBe('none');
    });
  });

  test('a shallow clone, and one whose older commits are gone, lack what was before', async () => {
    const ids = ['2026-01-01', '2026-01-02', '2026-01-03'].map((day) => {
      repo.put('a', day);
      return repo.commit(day);
    });
    const clone = repo.path('clone');
    repo.git('-c', 'protocol.file.allow=always', 'clone', '-q', '--depth=2', `file://${repo.path()}`, clone);
    const seen = (folder: string, most: number) =>
      reading(folder, ({ commits, older }) => [commits.map(({ id }) => id), older], most);
    expect(await seen(clone, MOST)).toEqual([[ids[2], ids[1]], 'missing']);
    expect(await seen(clone, 1)).toEqual([[ids[2]], 'more']);
    const [gone = ''] = ids;
    rmSync(objectIn(repo, gone));
    const [known, older] = await seen(repo.path(), MOST);
    expect(known).toContain(ids[2]);
    expect(known).not.toContain(gone);
    expect(older).toBe('missing');
  });

  test('an object that is broken or gone takes nothing else with it, and is never taken for one that is not there', async () => {
    repo.school();
    const commit = repo.commit('2026-01-01');
    const broken = ['plan/diversity-week.yaml', 'plan/everyday-language.yaml'];
    for (const path of broken) {
      const object = objectIn(repo, repo.git('rev-parse', `HEAD:${path}`).trim());
      chmodSync(object, 0o644);
      // One that is no object at all, and one that breaks off, on which git ends.
      writeFileSync(object, path === broken[0] ? 'broken' : readFileSync(object).subarray(0, -60));
    }
    rmSync(objectIn(repo, repo.git('rev-parse', 'HEAD:grid/2025-26.yaml').trim()));
    rmSync(objectIn(repo, repo.git('rev-parse', 'HEAD:evidence/writers-display/writers-display.png').trim()));
    const onDisk = files.list(repo.path(), READING_LIST);
    const listing = await reading(repo.path(), ({ list }) => list(commit, '', READING_LIST));
    const lost = new Set([...broken, 'grid/2025-26.yaml']);
    expect([...(listing?.entries ?? [])].filter(([path]) => !lost.has(path))).toEqual(
      [...onDisk.entries].filter(([path]) => !lost.has(path)),
    );
    for (const path of lost)
      expect(listing?.entries.get(path)).toMatchObject({ kind: 'bad', message: 'This file is not in this clone.' });
    expect(listing?.assets.size).toBe(onDisk.assets.size);
    expect(listing?.assets.get('evidence/writers-display/writers-display.png')).toEqual({ size: 0, sha256: null });
  });

  test('a commit a folder of which is gone is lost as a whole', async () => {
    repo.school('school');
    const commit = repo.commit('2026-01-01');
    rmSync(objectIn(repo, repo.git('rev-parse', 'HEAD:school/plan').trim()));
    await reading(repo.path(), async ({ list, stamp }) => {
      expect(await list(commit, 'school', READING_LIST)).toBeNull();
      expect(await stamp(commit, 'school', ['plan'])).toMatchObject({ state: 'there' });
    });
    rmSync(objectIn(repo, repo.git('rev-parse', 'HEAD:school').trim()));
    await reading(repo.path(), async ({ list, stamp }) => {
      expect(await list(commit, 'school', READING_LIST)).toBeNull();
      expect(await stamp(commit, 'school', ['plan'])).toEqual({ state: 'lost' });
    });
  });

  test('no program that a stranger’s repository names is run, and nothing is fetched', async () => {
    const trace = repo.path('.git/trace');
    const program = repo.path('.git/evil.sh');
    writeFileSync(program, `#!/bin/sh\necho "$0" "$@" >> '${trace}'\ncat\n`);
    chmodSync(program, 0o755);
    repo.school();
    repo.put('.gitattributes', '* filter=evil diff=evil merge=evil\n');
    repo.commit('2026-01-01');
    const quoted = `'${program}'`;
    const hooks = repo.path('.git/evil-hooks');
    mkdirSync(hooks);
    for (const hook of ['post-checkout', 'post-index-change', 'reference-transaction', 'pre-auto-gc'])
      symlinkSync(program, join(hooks, hook));
    for (const [name, value] of [
      ...['core.fsmonitor', 'core.pager', 'core.editor', 'core.sshCommand', 'core.gitProxy', 'core.askPass'].map(
        (each) => [each, quoted] as const,
      ),
      ['core.hooksPath', hooks],
      ['core.alternateRefsCommand', quoted],
      ['diff.external', quoted],
      ['diff.evil.textconv', quoted],
      ['diff.evil.command', quoted],
      ['filter.evil.clean', quoted],
      ['filter.evil.smudge', quoted],
      ['filter.evil.process', quoted],
      ['log.showSignature', 'true'],
      ['gpg.program', program],
      ['pager.rev-list', quoted],
      ['pager.cat-file', quoted],
      ['alias.cat-file', `!${quoted}`],
      ['uploadpack.packObjectsHook', quoted],
      ['credential.helper', `!${quoted}`],
      ['extensions.partialClone', 'origin'],
      ['remote.origin.url', `ext::${program} %S`],
      ['remote.origin.promisor', 'true'],
      ['remote.origin.uploadpack', quoted],
      ['core.repositoryFormatVersion', '1'],
    ] as const)
      repo.git('config', name, value);
    // A commit that claims to be signed, so that a log that shows signatures runs the program that checks them.
    const text = repo
      .git('cat-file', 'commit', 'HEAD')
      .replace(/^(committer .*)$/m, '$1\ngpgsig -----BEGIN PGP SIGNATURE-----\n x\n -----END PGP SIGNATURE-----');
    const commit = repo.feed(text, 'hash-object', '-t', 'commit', '-w', '--stdin').trim();
    repo.put('.git/refs/heads/main', `${commit}\n`);
    // What is missing is what a partial clone would fetch.
    rmSync(objectIn(repo, repo.git('rev-parse', 'HEAD:plan/diversity-week.yaml').trim()));
    rmSync(objectIn(repo, repo.git('rev-parse', 'HEAD:evidence/writers-display/writers-display.png').trim()));
    rmSync(trace, { force: true });
    const read = await entriesIn(repo, commit);
    expect(read['plan/diversity-week.yaml']).toContain('not in this clone');
    expect(read['lem.yaml']).toContain('Ribble Bank');
    expect(existsSync(trace) ? readFileSync(trace, 'utf8') : '').toBe('');
    // The traps are traps: git itself falls into them.
    for (const words of [
      ['log', '-1'],
      ['status', '--porcelain'],
    ]) {
      rmSync(trace, { force: true });
      try {
        repo.git(...words);
      } catch {
        // whatever it makes of what the program says
      }
      expect([words, existsSync(trace)]).toEqual([words, true]);
    }
  });

  test('what git says elsewhere does not lead to another repository', async () => {
    repo.put('lem.yaml', 'format: 1\n');
    const commit = repo.commit('2026-01-01');
    const before = process.env.GIT_DIR;
    process.env.GIT_DIR = '/nowhere';
    try {
      await reading(repo.path(), ({ commits }) => expect(commits.map(({ id }) => id)).toEqual([commit]));
    } finally {
      if (before === undefined) delete process.env.GIT_DIR;
      else process.env.GIT_DIR = before;
    }
  });

  test('a commit with no date, or one beyond the calendar, is told apart', async () => {
    const tree = repo.feed('', 'mktree').trim();
    const made = (line: string, parent?: string): string =>
      repo
        .feed(
          `tree ${tree}\n${parent === undefined ? '' : `parent ${parent}\n`}author A <a@b.example> 1 +0000\n${line}\nx\n`,
          ...['hash-object', '-t', 'commit', '-w', '--stdin', '--literally'],
        )
        .trim();
    const none = made('');
    const far = made('committer A <a@b.example> 99999999999999 +0000\n', none);
    repo.put('.git/refs/heads/main', `${far}\n`);
    await reading(repo.path(), ({ commits }) => {
      expect(commits.map(({ id }) => id)).toEqual([far, none]);
      expect(commits.map(({ day }) => day)).toEqual([null, null]);
    });
  });
});

test('a tree that breaks off has the entries before that', () => {
  const id = Buffer.alloc(20, 7);
  const tree = Buffer.concat([
    Buffer.from('100755 a\0'),
    id,
    Buffer.from('40000 b c\0'),
    id,
    Buffer.from('120000 d\0'),
    id,
    Buffer.from('160000 e\0'),
    id,
  ]);
  const hex = id.toString('hex');
  const entries = [
    { name: 'a', kind: 'file', id: hex },
    { name: 'b c', kind: 'folder', id: hex },
    { name: 'd', kind: 'link', id: hex },
    { name: 'e', kind: 'module', id: hex },
  ];
  expect([...entriesOf(tree, 20)]).toEqual(entries);
  for (let length = 0; length < tree.length; length++)
    expect(entries.slice(0, 3)).toEqual(expect.arrayContaining([...entriesOf(tree.subarray(0, length), 20)]));
});

test('no more is kept than a total size; what was not asked for longest goes first', async () => {
  const read: string[] = [];
  const kept = keeper<string>(10, async (id) => {
    read.push(id);
    return { value: `value of ${id}`, size: Number(id[1]) };
  });
  await Promise.all([kept('a4'), kept('b4'), kept('a4')]);
  expect(read).toEqual(['a4', 'b4']);
  expect(await kept('a4')).toBe('value of a4');
  await kept('c4');
  await kept('a4');
  expect(read).toEqual(['a4', 'b4', 'c4']);
  await kept('b4');
  expect(read).toEqual(['a4', 'b4', 'c4', 'b4']);
});

/** Where git keeps a loose object. */
function objectIn(repo: HistoryRepo, id: string): string {
  return repo.path(`.git/objects/${id.slice(0, 2)}/${id.slice(2)}`);
}

describe('a repository made to be large', () => {
  const repo = historyRepo();

  test('folders in one another that stand for any number of files, and for any number of workspaces', async () => {
    const blob = repo.feed('school: { name: X }\n', 'hash-object', '-w', '--stdin').trim();
    let inner = repo.feed(`100644 blob ${blob}\tlem.yaml\n`, 'mktree').trim();
    for (let depth = 0; depth < 6; depth++) {
      const lines = Array.from({ length: 60 }, (_, index) => `040000 tree ${inner}\tx${index}\n`);
      inner = repo.feed(lines.join(''), 'mktree').trim();
    }
    const top = repo.feed(`100644 blob ${blob}\tlem.yaml\n040000 tree ${inner}\tevidence\n`, 'mktree').trim();
    const [bomb = '', workspaces = ''] = [top, inner].map((tree) => repo.git('commit-tree', '-m', 'x', tree).trim());
    const seen = async (commit: string) => {
      repo.put('.git/refs/heads/main', `${commit}\n`);
      return reading(repo.path(), async ({ list, filesNamed }) => ({
        listing: await list(commit, '', READING_LIST),
        found: (await filesNamed(commit, 'lem.yaml')).length,
      }));
    };
    expect(await seen(bomb)).toEqual({ listing: null, found: 1 });
    expect((await seen(workspaces)).found).toBe(10_000);
  });
});
