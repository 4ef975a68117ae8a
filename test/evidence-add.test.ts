import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Photos } from '../src/world.ts';
import { answering, lemIn, worldIn } from './support/in-process.ts';
import { OWNER, photo, tracesIn } from './support/photos.ts';
import { sampleSchool } from './support/school.ts';

const school = sampleSchool();
const { lem, read, path } = school;
/** Where the user keeps the originals. */
let outside: string;

beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'lem photos é '));
});
afterEach(() => rmSync(outside, { recursive: true, force: true }));

function original(name: string, content: string | Uint8Array): string {
  writeFileSync(join(outside, name), content);
  return join(outside, name);
}

const ITEM = ['--title', 'Our wall of jobs', '--kind', 'photo', '--date', '2026-03-05'];
const DOCUMENT = ['--title', 'Notes', '--kind', 'document', '--date', '2026-03-05'];
const add = (...words: string[]) => lem(['evidence', 'add', ...words]);
const sha256 = (file: string): string =>
  createHash('sha256')
    .update(readFileSync(path(file)))
    .digest('hex');
const items = (): readonly string[] => readdirSync(path('evidence')).sort();

describe('a new item', () => {
  test('has its files beside it, a photo without place and owner, and the original is left as it was', async () => {
    const bytes = await photo('jpeg');
    const wall = original('Wäll.jpg', bytes);
    const notes = original('notes.txt', 'Six posters.\n');
    const added = await add(
      wall,
      notes,
      ...ITEM,
      '--strand',
      'Gender',
      '--strand',
      'race',
      '--element',
      'pupil-involvement',
    );
    expect(added).toMatchObject({ exit: 0, text: expect.stringContaining('✓ evidence/our-wall-of-jobs/Wäll.jpg') });
    expect(added.text).toContain('saved anew without EXIF, XMP, IPTC');
    expect(
      read('evidence/our-wall-of-jobs/evidence.yaml'),
    ).toBe(`# yaml-language-server: $schema=../../.lem/schemas/evidence.json
title: Our wall of jobs
kind: photo
date: 2026-03-05
strands: [gender, race]
elements: [pupil-involvement]
files:
  - path: Wäll.jpg
    sha256: "${sha256('evidence/our-wall-of-jobs/Wäll.jpg')}"
  - path: notes.txt
    sha256: "${sha256('evidence/our-wall-of-jobs/notes.txt')}"
consent: missing
`);
    expect(tracesIn(readFileSync(path('evidence/our-wall-of-jobs/Wäll.jpg')))).toEqual([]);
    expect(read('evidence/our-wall-of-jobs/notes.txt')).toBe('Six posters.\n');
    expect(readFileSync(wall).equals(bytes)).toBe(true);
    const checked = await lem(['check', 'evidence']);
    expect(checked.text).not.toMatch(/ error /);
  }, 30_000);

  test.each([['photo'], ['pupil-voice'], ['staff-voice'], ['parent-voice']])(
    'of the kind %s has no consent until somebody says so, and that is said aloud',
    async (kind) => {
      const added = await add('--holder', 'SENDCo', '--title', 'Talk', '--kind', kind, '--date', '2026-03-05');
      expect(added.text).toContain('! Consent of the people it shows or quotes is missing.');
      expect(read('evidence/talk/evidence.yaml')).toContain('consent: missing\n');
    },
  );

  test('says nothing of consent that was not said', async () => {
    const added = await add('--holder', 'SENDCo', ...DOCUMENT);
    expect(added.text).not.toMatch(/consent/i);
    expect(read('evidence/notes/evidence.yaml')).not.toContain('consent');
  });

  test('that somebody else keeps gets no file', async () => {
    const film = original('film.mp4', Buffer.alloc(20_000_000));
    const added = await add(film, '--holder', 'SENDCo, locked cabinet', ...DOCUMENT, '--reviewed-by', 'Khan, A.');
    expect(added).toMatchObject({ exit: 0, text: expect.stringContaining('film.mp4 was not copied') });
    expect(readdirSync(path('evidence/notes'))).toEqual(['evidence.yaml']);
    expect(read('evidence/notes/evidence.yaml')).toContain(
      'holder: SENDCo, locked cabinet\nreviewed: { by: "Khan, A.", on: 2026-06-08 }\n',
    );
  });

  test('may be a page elsewhere', async () => {
    const page = ['--title', 'Our objectives', '--kind', 'link', '--date', '2026-03-05'];
    expect((await add('--link', 'javascript:alert(1)', ...page)).exit).toBe(2);
    expect((await add('--link', 'https://school.example/#equality', ...page)).exit).toBe(0);
    expect(read('evidence/our-objectives/evidence.yaml')).toContain('link: https://school.example/#equality\n');
  });

  test('gets an id that is free', async () => {
    await add('--holder', 'SENDCo', ...DOCUMENT);
    await add('--holder', 'SENDCo', ...DOCUMENT);
    mkdirSync(path('evidence/notes-3'));
    await add('--holder', 'SENDCo', ...DOCUMENT);
    await add('--holder', 'SENDCo', ...DOCUMENT, '--id', 'autumn-notes');
    expect(items()).toEqual(expect.arrayContaining(['autumn-notes', 'notes', 'notes-2', 'notes-4']));
    expect(await add('--holder', 'SENDCo', ...DOCUMENT, '--id', 'notes')).toMatchObject({
      exit: 2,
      text: expect.stringContaining('There is an evidence item notes already.'),
    });
    expect((await add('--holder', 'SENDCo', ...DOCUMENT, '--id', '../notes')).exit).toBe(2);
  });

  test('holds whatever its texts contain', async () => {
    const words = ['--title', 'yes: "no" # \u001b[31m\nx', '--kind', 'document', '--date', '2026-03-05'];
    await add('--holder', 'null', ...words, '--reviewed-by', '[x], {y}: z');
    expect(read('evidence/yes-no-31m-x/evidence.yaml')).toContain(
      'title: \'yes: "no" # [31m x\'\nkind: document\ndate: 2026-03-05\nholder: "null"\nreviewed: { by: "[x], {y}: z", on: 2026-06-08 }\n',
    );
    expect((await lem(['check', 'evidence/yes-no-31m-x'])).exit).toBe(0);
  });

  test('is only shown with --dry-run', async () => {
    const before = items();
    const shown = await add(original('notes.txt', 'Six posters.\n'), ...DOCUMENT, '--dry-run');
    expect(shown).toMatchObject({ exit: 0, text: expect.stringContaining('+title: Notes\n') });
    expect(shown.text).toContain('New file, not shown: evidence/notes/notes.txt, 1 kB\n2 files would be written');
    expect(items()).toEqual(before);
  });
});

describe('nothing is written', () => {
  const none = async (words: readonly string[], said: string | RegExp): Promise<void> => {
    const before = items();
    const refused = await add(...words);
    expect(refused).toMatchObject({ exit: 2, text: expect.stringMatching(said) });
    expect(refused.text).toMatch(/^lem: /);
    expect(items()).toEqual(before);
  };

  test.each([
    [[], /^lem: There is nothing to add/],
    [['--holder', 'SENDCo'], /title, kind and date are missing\.\n.*--title .*--kind .*--date /],
    [['--holder', 'SENDCo', '--title', 'x', '--kind', 'data'], /The item’s date is missing/],
    [['--holder', 'SENDCo', ...DOCUMENT, '--kind', 'fotos'], /no kind of evidence fotos.\n.*document, photo/],
    [['--holder', 'SENDCo', ...DOCUMENT, '--date', '5/3/2026'], /5\/3\/2026 is not a date/],
    [['--holder', 'SENDCo', ...DOCUMENT, '--strand', 'rase'], /no strand rase.*\n.*Did you mean race\?/],
    [['--holder', 'SENDCo', ...DOCUMENT, '--element', 'nothing'], /no element nothing/],
    [['--holder', 'SENDCo', ...DOCUMENT, '--consent', 'maybe'], /maybe says nothing of consent/],
  ] as const)('for %j', (words, said) => none([...words], said));

  test('for a title that is none', async () => {
    await none(['--holder', 'SENDCo', ...DOCUMENT, '--title', 'x'.repeat(201)], 'title is too long');
    await none(['--holder', 'SENDCo', ...DOCUMENT, '--title', ' '], 'title is missing');
  });

  test('for what is no file to take', async () => {
    const notes = original('notes.txt', 'Six posters.\n');
    mkdirSync(join(outside, 'folder'));
    symlinkSync(notes, join(outside, 'link.txt'));
    execFileSync('mkfifo', [join(outside, 'pipe')]);
    await none([join(outside, 'nothing.txt'), ...DOCUMENT], 'nothing.txt is not there');
    await none([join(outside, 'folder'), ...DOCUMENT], 'is a folder');
    await none([join(outside, 'link.txt'), ...DOCUMENT], 'is a link');
    await none([join(outside, 'pipe'), ...DOCUMENT], 'not an ordinary file');
    await none([original('empty.txt', ''), ...DOCUMENT], 'empty.txt is empty');
    await none([original('~$notes.docx', 'x'), ...DOCUMENT], 'leaves behind');
    mkdirSync(join(outside, '.git'));
    await none([original('.git/config', 'url = https://me:secret@example.org'), ...DOCUMENT], 'belongs to git');
    await none([join(outside, '.git'), ...DOCUMENT], 'belongs to git');
    await none([original('large.pdf', Buffer.alloc(10_000_001, 1)), ...DOCUMENT], '11 MB, and 10 MB are allowed');
    await none([notes, notes, ...DOCUMENT], 'is given twice');
    await none([notes, join(outside, 'nothing.txt'), ...DOCUMENT], 'nothing.txt is not there');
  });

  test('for what is in the workspace already', async () => {
    const walk = path('evidence/access-walk/how-we-walked.txt');
    await none([walk, ...DOCUMENT], /lies in the folder of an evidence item already.\n.*review access-walk --files/);
    await none(
      [original('copy.txt', readFileSync(walk)), ...DOCUMENT],
      /evidence\/access-walk\/how-we-walked\.txt holds the same/,
    );
    const wall = original('wall.jpg', await photo('jpeg'));
    await add(wall, ...ITEM);
    await none([wall, ...ITEM], /evidence\/our-wall-of-jobs\/wall\.jpg holds the same/);
  });

  test('for a photo that can’t be cleaned', async () => {
    const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
    await none([original('photo.jpg', heic), ...ITEM], /is a HEIC photo.*\n.*Export it as JPEG/);
    await none([original('broken.jpg', (await photo('jpeg')).subarray(0, 600)), ...ITEM], 'broken.jpg is damaged');
    await none([original('text.png', 'no photo'), ...ITEM], 'is no photo, though its name says so');
  });
});

describe('a photo', () => {
  const none: Photos = { state: 'none', message: 'There is no sharp.', remedy: 'Clean it yourself: --keep-metadata' };

  test('is told by what it holds: a disguise is taken off', async () => {
    const added = await add(original('report.pdf', await photo('png')), ...ITEM);
    expect(added.text).toContain('report.pdf is kept under this name');
    expect(readdirSync(path('evidence/our-wall-of-jobs'))).toEqual(['evidence.yaml', 'report.png']);
    expect(tracesIn(readFileSync(path('evidence/our-wall-of-jobs/report.png')))).toEqual([]);
  });

  test('is not taken where nothing can clean it, unless it is to be kept as it is', async () => {
    const world = { ...worldIn(path('.'), { today: '2026-06-08' }), photos: async () => none };
    const bytes = await photo('jpeg');
    const wall = original('wall.jpg', bytes);
    expect(await lemIn(world, ['evidence', 'add', wall, ...ITEM])).toEqual({
      exit: 2,
      text: 'lem: There is no sharp.\n  Clean it yourself: --keep-metadata\n',
    });
    const kept = await lemIn(world, ['evidence', 'add', wall, ...ITEM, '--keep-metadata']);
    expect(kept).toMatchObject({ exit: 0, text: expect.stringContaining('it may hold where, when and by whom') });
    expect(readFileSync(path('evidence/our-wall-of-jobs/wall.jpg')).equals(bytes)).toBe(true);
  });

  test('takes consent in an item of any kind', async () => {
    await add(original('wall.png', await photo('png')), ...DOCUMENT);
    expect(read('evidence/notes/evidence.yaml')).toContain('consent: missing\n');
  });

  test('that is kept as it is has said what it holds', async () => {
    const kept = await add(original('wall.webp', await photo('webp')), ...ITEM, '--keep-metadata');
    expect(kept.text.replaceAll(/\s+/g, ' ')).toContain(
      'taken as it is: EXIF, XMP in it may say where, when and by whom',
    );
    expect(tracesIn(readFileSync(path('evidence/our-wall-of-jobs/wall.webp')))).toContain(OWNER);
  });

  test('that lies in the workspace is pointed out', async () => {
    writeFileSync(path('wall.jpg'), await photo('jpeg'));
    const added = await add(path('wall.jpg'), ...ITEM);
    expect(added.text).toContain('wall.jpg lies in the workspace too: remove it before you commit');
  });
});

test('names are made safe and told apart', async () => {
  mkdirSync(join(outside, 'b'));
  const added = await add(
    original('e\u0301te\u0301.txt', '1'),
    original('a.txt', '2'),
    original('b/A.txt', '3'),
    original('con.txt', '4'),
    original('.hidden.txt', '5'),
    original('evidence.yaml', '6'),
    original('what?.txt', '7'),
    ...DOCUMENT,
  );
  expect(added.exit).toBe(0);
  expect(readdirSync(path('evidence/notes')).sort()).toEqual(
    [
      'A-2.txt',
      'a.txt',
      'con-file.txt',
      'evidence-2.yaml',
      'evidence.yaml',
      'hidden.txt',
      'what-.txt',
      'été.txt',
    ].sort(),
  );
});

describe('files for an item that is there', () => {
  const FILE = 'evidence/access-walk/evidence.yaml';

  test('go under its others, and whoever read it through has not seen them', async () => {
    const before = read(FILE) ?? '';
    const added = await add(original('How-we-walked.txt', 'Twice.\n'), '--to', 'access-walk');
    expect(added.exit).toBe(0);
    expect(added.text.replaceAll(/\s+/g, ' ')).toContain('J. Patel read it through on 2025-06-09, before this');
    expect(readdirSync(path('evidence/access-walk'))).toContain('How-we-walked-2.txt');
    const after = read(FILE) ?? '';
    expect(after).toContain(`${before.slice(0, before.indexOf('consent:'))}  - `);
    expect(after).toContain(sha256('evidence/access-walk/How-we-walked-2.txt'));
    expect(after).not.toContain('reviewed:');
    expect((await lem(['check', 'evidence/access-walk', '--level', 'submission'])).text).not.toMatch(
      /access-walk\/.*error/,
    );
  });

  test('may be photos, which may take a consent', async () => {
    const added = await add(original('ramp.jpg', await photo('jpeg')), '--to', 'evidence/access-walk/');
    expect(added.text).toContain('The item asks for no consent.');
  });

  test.each([
    [['--to', 'access-wark'], /no evidence item access-wark.*\n.*Did you mean access-walk\?/],
    [['--to', 'access-walk'], /No file is named/],
    [['--to', 'access-walk', '--title', 'x', 'a.txt'], /--title describes a new item/],
    [['--to', 'access-walk', '--reviewed-by', 'x', 'a.txt'], /--reviewed-by describes a new item/],
  ] as const)('are refused for %j', async (words, said) => {
    const before = read(FILE);
    expect(await add(...words)).toMatchObject({ exit: 2, text: expect.stringMatching(said) });
    expect(read(FILE)).toBe(before);
  });

  test('are refused where its file has a fault', async () => {
    school.put(FILE, 'title: "open\n');
    const refused = await add(original('a.txt', '1'), '--to', 'access-walk');
    expect(refused).toMatchObject({ exit: 2, text: expect.stringContaining(`lem check ${FILE}`) });
    expect(read('evidence/access-walk/a.txt')).toBeNull();
  });
});

describe('the interview', () => {
  const asking = (answers: {
    readonly [message: string]: Parameters<typeof answering>[0] extends (m: string) => infer A ? A : never;
  }) =>
    answering((message) => {
      const known = Object.entries(answers).find(([start]) => message.startsWith(start));
      if (known === undefined) throw new Error(`nobody answers: ${message}`);
      return known[1];
    });

  test('asks for what was not given', async () => {
    const { prompts, asked } = asking({
      'What it is': undefined,
      'Its kind': undefined,
      'The day': '2026-03-05',
      'The strands': ['race'],
      'The elements': [],
      Consent: 'held',
    });
    const counts = original('book-counts_2026.csv', 'a,b\n');
    const added = await lem(['evidence', 'add', counts], { prompts });
    expect(added.exit).toBe(0);
    expect(asked.length).toBe(6);
    expect(read('evidence/book-counts-2026/evidence.yaml')).toMatch(
      /title: Book counts 2026\nkind: data\ndate: 2026-03-05\nstrands: \[race\]\nfiles:/,
    );
  });

  test('asks where it is when nothing was named, and takes a path in quotes', async () => {
    const { prompts } = asking({
      'What shows it': 'file',
      'The file’s path': `'${original('my notes.txt', 'Six posters.\n')}'`,
      'Who keeps': null,
    });
    const added = await lem(
      ['evidence', 'add', ...DOCUMENT, '--strand', 'race', '--element', 'pupil-involvement', '--consent', 'held'],
      { prompts },
    );
    expect(added.exit).toBe(0);
    expect(read('evidence/notes/my notes.txt')).toBe('Six posters.\n');
  });

  test('asks nothing with --yes', async () => {
    const { prompts, asked } = asking({});
    expect((await lem(['evidence', 'add', '--holder', 'SENDCo', ...DOCUMENT, '--yes'], { prompts })).exit).toBe(0);
    expect(asked).toEqual([]);
  });

  test('may be broken off anywhere, and nothing is written', async () => {
    const before = items();
    for (const stop of ['What shows', 'What it is', 'Its kind', 'The day', 'The strands', 'The elements', 'Consent']) {
      const { prompts } = answering((message) => {
        if (message.startsWith(stop)) return null;
        if (message.startsWith('What shows')) return 'holder';
        if (message.startsWith('Who keeps')) return 'SENDCo';
        if (message.startsWith('What it is')) return 'Notes';
        return message.startsWith('The day') ? '2026-03-05' : undefined;
      });
      const broken = await lem(['evidence', 'add'], { prompts });
      expect(broken).toMatchObject({ exit: 2, text: expect.stringContaining('broken off') });
    }
    expect(items()).toEqual(before);
  });
});
