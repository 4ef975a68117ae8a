import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Exit } from '../src/model/outcome.ts';
import { answering } from './support/in-process.ts';
import { photo } from './support/photos.ts';
import { sampleSchool } from './support/school.ts';

const { lem, read, put, path } = sampleSchool();
const FILE = 'evidence/access-walk/evidence.yaml';
const WALK = 'evidence/access-walk/how-we-walked.txt';

const sha256 = (file: string): string =>
  createHash('sha256')
    .update(readFileSync(path(file)))
    .digest('hex');
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');
const review = async (...words: string[]): Promise<{ readonly exit: Exit; readonly text: string }> => {
  const { exit, text } = await lem(['evidence', 'review', ...words]);
  return { exit, text: flat(text) };
};

test('a review says who and when, and takes no other byte of the file along', async () => {
  const before = read(FILE);
  const reviewed = await review('access-walk', '--by', 'A. Khan');
  expect(reviewed).toEqual({ exit: 0, text: `✓ ${FILE} Read through by A. Khan on 2026-06-08. ` });
  expect(read(FILE)).toBe(before?.replace('{ by: J. Patel, on: 2025-06-09 }', '{ by: A. Khan, on: 2026-06-08 }'));
}, 30_000);

test('the fingerprints are taken anew, and what had changed is named', async () => {
  put(WALK, 'Twice round the school.\n');
  expect((await lem(['check', 'evidence/access-walk', '--level', 'ready'])).text).toContain('evidence/file-changed');
  const reviewed = await review('evidence/access-walk/', '--by', 'A. Khan', '--on', '2026-06-05');
  expect(reviewed.text).toContain('how-we-walked.txt had changed since its last review.');
  expect(read(FILE)).toContain(`  - path: how-we-walked.txt\n    sha256: "${sha256(WALK)}"\n`);
  expect(read(FILE)).toContain('on: 2026-06-05 }');
  expect((await lem(['check', 'evidence/access-walk', '--level', 'ready'])).text).not.toContain(
    'evidence/file-changed',
  );
});

test('an item without stamp or fingerprint gets both', async () => {
  put('evidence/new/evidence.yaml', 'title: New # mine\nkind: data\ndate: 2026-06-01\nfiles: [{ path: a.csv }]\n');
  put('evidence/new/a.csv', 'a\n');
  expect((await review('new', '--by', 'A. Khan')).exit).toBe(0);
  const after = read('evidence/new/evidence.yaml') ?? '';
  expect(after).toContain('title: New # mine\n');
  expect(after).toContain(sha256('evidence/new/a.csv'));
  expect(after).toMatch(/reviewed:\s+by: A. Khan\n\s+"?on"?: 2026-06-08\n/);
});

test('no item of several is stamped where one has a file missing', async () => {
  rmSync(path(WALK));
  const before = [read(FILE), read('evidence/staff-survey/evidence.yaml')];
  const refused = await review('staff-survey', 'access-walk', '--by', 'A. Khan');
  expect(refused).toMatchObject({ exit: 2, text: expect.stringContaining('can’t be stamped: how-we-walked.txt.') });
  expect([read(FILE), read('evidence/staff-survey/evidence.yaml')]).toEqual(before);
});

test('a file that lies beside it is pointed out, and listed on demand', async () => {
  put('evidence/access-walk/more/map.txt', 'The map.\n');
  const pointed = await review('access-walk', '--by', 'A. Khan');
  expect(pointed.text).toContain('Beside it and not listed: more/map.txt. To list: --files');
  expect(read(FILE)).not.toContain('map.txt');
  const listed = await review('access-walk', '--by', 'A. Khan', '--files');
  expect(listed.text).toContain('more/map.txt is listed now.');
  expect(read(FILE)).toContain(sha256('evidence/access-walk/more/map.txt'));
  expect((await lem(['check', 'evidence/access-walk', '--level', 'submission'])).text).not.toContain('evidence/file-');
});

test('a photo as a camera wrote it is not listed, and pointed out where it is', async () => {
  writeFileSync(path('evidence/access-walk/ramp.jpg'), await photo('jpeg'));
  const before = read(FILE);
  const refused = await review('access-walk', '--by', 'A. Khan', '--files');
  expect(refused).toMatchObject({ exit: 2, text: expect.stringContaining('lem evidence add <file> --to access-walk') });
  expect(read(FILE)).toBe(before);
  put(FILE, (before ?? '').replace('consent:', '  - path: ramp.jpg\nconsent:'));
  const stamped = await review('access-walk', '--by', 'A. Khan');
  expect(stamped).toMatchObject({
    exit: 0,
    text: expect.stringContaining('! ramp.jpg still holds EXIF, XMP, IPTC, a second picture and comments:'),
  });
});

test('a missing consent is said aloud until it is held', async () => {
  put(FILE, (read(FILE) ?? '').replace('consent: not-needed', 'consent: missing'));
  expect((await review('access-walk', '--by', 'A. Khan')).text).toContain(
    'is missing. Ask for it before you commit or show this. If nobody is in it: --consent not-needed → lem evidence review access-walk --consent held',
  );
  const held = await review('access-walk', '--by', 'A. Khan', '--consent', 'held');
  expect(held.text).not.toContain('missing');
  expect(read(FILE)).toContain('consent: held\n');
});

test('it is asked who, or the one co-ordinator is put down; otherwise it must be said', async () => {
  const { prompts, asked } = answering(() => undefined);
  expect((await lem(['evidence', 'review', 'access-walk'], { prompts })).exit).toBe(0);
  expect(asked).toEqual(['Who has read it through:']);
  expect((await review('staff-survey')).text).toContain('Read through by J. Patel');
  const broken = await lem(['evidence', 'review', 'access-walk'], { prompts: answering(() => null).prompts });
  expect(broken).toMatchObject({ exit: 2, text: expect.stringContaining('broken off') });
  put('lem.yaml', (read('lem.yaml') ?? '').replace(/coordinators:.*/, ''));
  expect(await review('access-walk')).toMatchObject({ exit: 2, text: expect.stringContaining('Say it with --by') });
});

test('an item that can’t be used is refused, and --dry-run writes nothing', async () => {
  const before = read(FILE);
  expect((await review('acess-walk', '--by', 'x')).text).toMatch(
    /no evidence item acess-walk. Did you mean access-walk/,
  );
  const shown = await lem(['evidence', 'review', 'access-walk', '--by', 'A. Khan', '--dry-run']);
  expect(shown).toMatchObject({ exit: 0, text: expect.stringContaining('+reviewed: { by: A. Khan, on: 2026-06-08 }') });
  expect(read(FILE)).toBe(before);
  put(FILE, 'title: "open\n');
  expect(await review('access-walk', '--by', 'x')).toMatchObject({
    exit: 2,
    text: expect.stringContaining('has a fault'),
  });
});
