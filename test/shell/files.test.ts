import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { files } from '../../src/shell/files.ts';
import { write } from '../../src/shell/write.ts';
import { READING_LIST } from '../../src/workspace/layout.ts';
import { inFolder, lem } from '../support/scenario.ts';

function workspace(folder: string): void {
  writeFileSync(join(folder, 'lem.yaml'), 'format: 1\nprogramme: lem-5\nschool: { name: Ribble Bank }\n');
  for (const name of ['plan', 'evidence/item', 'grid', 'audit/2026-27'])
    mkdirSync(join(folder, name), { recursive: true });
}

/** What stands in the way of reading a path, as the rule that says so. */
function fault(folder: string, path: string): string | undefined {
  const entry = files.list(folder, READING_LIST).entries.get(path);
  return entry?.kind === 'bad' ? entry.code : entry?.kind;
}

describe('what is on disk', () => {
  test('is read once, with / between folders, and what is no file of lem is left alone', () => {
    inFolder((folder) => {
      workspace(folder);
      writeFileSync(join(folder, 'plan/passports.yaml'), 'title: Passports\n');
      writeFileSync(join(folder, 'plan/notes.txt'), 'notes');
      writeFileSync(join(folder, 'plan/.hidden.yaml'), 'title: Hidden\n');
      writeFileSync(join(folder, 'evidence/item/evidence.yaml'), 'title: Item\n');
      writeFileSync(join(folder, 'evidence/item/photo.jpg'), 'jpeg');
      mkdirSync(join(folder, 'evidence/item/deeper'));
      writeFileSync(join(folder, 'evidence/item/deeper/table.csv'), 'a,b\n');
      const { entries, assets } = files.list(folder, READING_LIST);
      expect([...entries.keys()].sort()).toEqual(['evidence/item/evidence.yaml', 'lem.yaml', 'plan/passports.yaml']);
      expect([...assets.keys()].sort()).toEqual(['evidence/item/deeper/table.csv', 'evidence/item/photo.jpg']);
      const sha256 = createHash('sha256').update('jpeg').digest('hex');
      expect(assets.get('evidence/item/photo.jpg')).toEqual({ size: 4, sha256 });
    });
  });

  const ENDLESS = '/proc/self/pagemap';
  (existsSync(ENDLESS) ? test : test.skip)('is read no further than it may be, whatever it says of its size', () => {
    expect(statSync(ENDLESS).size).toBe(0);
    expect(files.readGiven(ENDLESS, 1_000_000)).toEqual({ state: 'too-large', size: 1_000_001 });
    expect(files.readText(ENDLESS)).toMatchObject({ kind: 'bad', code: 'file/too-large' });
    expect(files.readGiven('/proc/self/status', 1_000_000).state).toBe('read');
    inFolder((folder) => {
      for (const size of [0, 1, 99_999, 100_000, 100_001]) {
        const [path, bytes] = [join(folder, String(size)), Buffer.alloc(size, 'lem')];
        writeFileSync(path, bytes);
        const read = size > 100_000 ? { state: 'too-large', size } : { state: 'read', bytes };
        expect(files.readGiven(path, 100_000)).toEqual(read);
      }
    });
  });

  test('may stand in the wrong way: each is said as what it is', () => {
    inFolder((folder) => {
      workspace(folder);
      mkdirSync(join(folder, 'plan/folder.yaml'));
      writeFileSync(join(folder, 'plan/latin.yaml'), Buffer.from('title: Caf\xe9\n', 'latin1'));
      writeFileSync(join(folder, 'plan/large.yaml'), Buffer.alloc(4_000_001, 'x'));
      writeFileSync(join(folder, 'plan/short.yml'), 'title: Short\n');
      symlinkSync('/etc/hostname', join(folder, 'plan/link.yaml'));
      symlinkSync(folder, join(folder, 'grid/loop'));
      symlinkSync('/etc', join(folder, 'accreditation'));
      symlinkSync('/etc/hostname', join(folder, 'evidence/item/outside.txt'));
      execFileSync('mkfifo', [join(folder, 'plan/pipe.yaml'), join(folder, 'evidence/item/pipe.txt')]);
      expect(fault(folder, 'plan/folder.yaml')).toBe('file/unexpected');
      expect(fault(folder, 'plan/latin.yaml')).toBe('file/not-text');
      expect(fault(folder, 'plan/large.yaml')).toBe('file/too-large');
      expect(fault(folder, 'plan/short.yml')).toBe('file/unexpected');
      expect(fault(folder, 'plan/link.yaml')).toBe('file/unexpected');
      expect(fault(folder, 'plan/pipe.yaml')).toBe('file/unexpected');
      expect(fault(folder, 'accreditation')).toBe('file/unexpected');
      expect([...files.list(folder, READING_LIST).assets.keys()]).toEqual([]);
      const checked = lem(folder, ['check', '--format', 'json']);
      expect(checked.exit).toBe(1);
      expect(checked.err).toBe('');
    });
  });

  test('may have a byte order mark, or lines that end with CRLF', () => {
    inFolder((folder) => {
      workspace(folder);
      writeFileSync(
        join(folder, 'lem.yaml'),
        '\ufeffformat: 1\r\nprogramme: lem-5\r\nschool: { name: Ribble Bank }\r\n',
      );
      expect(lem(folder, ['check']).exit).toBe(0);
    });
  });
});

describe('writing', () => {
  test('is all or nothing, and leaves nothing lying about', () => {
    inFolder((folder) => {
      writeFileSync(join(folder, 'there.txt'), 'old');
      const changes = {
        into: folder,
        replace: false,
        files: [
          { path: 'new.txt', content: 'new' },
          { path: 'there.txt', content: 'new' },
        ],
      };
      expect(() => write(changes)).toThrow('there.txt is already there.');
      expect(readdirSync(folder)).toEqual(['there.txt']);
      expect(readFileSync(join(folder, 'there.txt'), 'utf8')).toBe('old');
      write({ ...changes, replace: true });
      expect(readdirSync(folder).sort()).toEqual(['new.txt', 'there.txt']);
      expect(readFileSync(join(folder, 'there.txt'), 'utf8')).toBe('new');
    });
  });

  test('never leads out of its folder, by name or by a link', () => {
    inFolder((folder) => {
      mkdirSync(join(folder, 'inside'));
      mkdirSync(join(folder, 'outside'));
      symlinkSync(join(folder, 'outside'), join(folder, 'inside/link'));
      utimesSync(join(folder, 'outside'), 0, 0);
      for (const path of ['../outside/a.txt', 'link/a.txt', 'link/deep/er/a.txt', '../outside/deep/a.txt']) {
        expect(() => write({ into: join(folder, 'inside'), replace: true, files: [{ path, content: 'x' }] })).toThrow(
          'outside of this folder',
        );
      }
      expect(readdirSync(join(folder, 'outside'))).toEqual([]);
      // No folder was made there for a moment either.
      expect(statSync(join(folder, 'outside')).mtimeMs).toBe(0);
    });
  });
});

test('no control character of a file reaches the terminal', () => {
  inFolder((folder) => {
    workspace(folder);
    const hostile = '\u001b]0;owned\u0007\u009b31m\u202e';
    writeFileSync(join(folder, 'plan/x.yaml'), `title: x # ${hostile}\nstrands: [ra${hostile}ce]\nstatus: planned\n`);
    const { out: json } = lem(folder, ['check', '--format', 'json']);
    expect(json).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    expect(JSON.parse(json).summary.error).toBe(1);
    for (const { out, err } of [
      lem(folder, ['check']),
      lem(folder, ['badges', hostile]),
      lem(folder, ['check', hostile]),
    ]) {
      expect(out + err).toContain('␛]0;owned␇\\u009b31m\\u202e');
      expect(out + err).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    }
  });
});
