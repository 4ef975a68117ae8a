import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { write } from '../../src/shell/write.ts';
import { inFolder } from '../support/scenario.ts';

const APP = new URL('../../dist/app.js', import.meta.url).href;
const OLD = { 'a.yaml': 'a: 1\n', 'b.yaml': 'b: 1\n' };
const CHANGES = [
  { path: 'a.yaml', content: 'a: 2\n', expected: 'a: 1\n' },
  { path: 'b.yaml', content: 'b: 2\n', expected: 'b: 1\n' },
  { path: 'c.yaml', content: 'c: 2\n', expected: null },
];
const NEW = { 'a.yaml': 'a: 2\n', 'b.yaml': 'b: 2\n', 'c.yaml': 'c: 2\n' };

const held = (folder: string): { readonly [name: string]: string } =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

/** Saves in a process of its own, whose file system is another than this one. @returns what was said, and what is there */
function savedWith(patch: string, there: { readonly [name: string]: string } = OLD) {
  return inFolder((folder) => {
    for (const [name, text] of Object.entries(there)) writeFileSync(join(folder, name), text);
    const script = `
      import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      const fail = (code) => { throw Object.assign(new Error(code), { code }); };
      let calls = 0;
      const { renameSync } = fs;
      ${patch}
      syncBuiltinESMExports();
      const { save } = await import(${JSON.stringify(APP)});
      const saved = save({ into: process.cwd(), files: ${JSON.stringify(CHANGES)}, replace: true });
      console.log(saved.state, saved.message ?? '');`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { said: stdout.trim(), there: held(folder) };
  });
}

describe('where a file can’t have two names', () => {
  const noLinks = "fs.linkSync = () => fail('EPERM');";

  test('writing goes as well', () => {
    expect(savedWith(noLinks)).toEqual({ said: 'saved', there: NEW });
  });

  test('what is there already stays, and all is taken back after a failure', () => {
    const there = { ...OLD, 'c.yaml': 'mine\n' };
    const said = 'not-saved c.yaml was made meanwhile, so nothing was written.';
    expect(savedWith(noLinks, there)).toEqual({ said, there });
    const atThird = `fs.renameSync = (...all) => (++calls === 3 ? fail('EIO') : renameSync(...all));`;
    expect(savedWith(noLinks + atThird).there).toEqual(OLD);
  });
});

describe('where Windows holds a file that another program has open', () => {
  const windows = "Object.defineProperty(process, 'platform', { value: 'win32' });";

  test('for a moment, it is written a moment later', () => {
    const patch = `fs.renameSync = (...all) => (++calls < 4 ? fail('EPERM') : renameSync(...all));`;
    expect(savedWith(windows + patch)).toEqual({ said: 'saved', there: NEW });
  });

  test('for longer, all is as it was, and that is said', () => {
    const patch = `fs.renameSync = (from, to) => (to.endsWith('b.yaml') ? fail('EBUSY') : renameSync(from, to));`;
    const said = 'not-saved The files could not be written: another program has a file open.';
    expect(savedWith(windows + patch)).toEqual({ said, there: OLD });
  });
});

test('what is no file is not put out of the way', () => {
  inFolder((folder) => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const pipe = [{ path: 'pipe', content: 'x' }];
    expect(() => write({ into: folder, files: pipe, replace: true })).toThrow('pipe is no file that can be written');
    expect(statSync(join(folder, 'pipe')).isFIFO()).toBe(true);
  });
});

test('folders that were made for what could not be written are gone again', () => {
  inFolder((folder) => {
    mkdirSync(join(folder, 'inside/plan'), { recursive: true });
    writeFileSync(join(folder, 'inside/there.txt'), 'old');
    const files = [
      { path: 'plan/deep/er/a.txt', content: 'new' },
      { path: 'there.txt', content: 'new' },
    ];
    const failing = (into: string, paths: typeof files) => () =>
      write({ into: join(folder, into), replace: false, files: paths });
    expect(failing('inside', files)).toThrow('there.txt is already there.');
    expect(failing('inside', [{ path: '../outside/deep/a.txt', content: 'x' }])).toThrow('outside of this folder');
    expect(failing('new/folder', [{ path: '../../outside/a.txt', content: 'x' }])).toThrow('outside of this folder');
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['inside', 'inside/plan', 'inside/there.txt']);
  });
});
