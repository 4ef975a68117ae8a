import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { parse, stringify } from 'yaml';
import type { ResponseFile } from '../src/model/files.generated.ts';
import { bundles } from '../src/shell/bundle.ts';
import { MANIFEST, sealOf } from '../src/workspace/bundle-paths.ts';
import { lemIn, worldIn } from './support/in-process.ts';
import { sampleSchool } from './support/school.ts';

const school = sampleSchool();
const BUNDLE = 'build/submission-119999-race-gender-2026-06-08.zip';
const AFTER = ['--on', '2026-06-26'];

/** The archive of the sample school's submission, made once: the same school gives the same bytes. */
let archive: Buffer | null = null;
let digest = '';

async function submitted(): Promise<void> {
  if (archive === null) {
    expect(await school.lem(['submit', 'race', 'gender', '--html-only'])).toMatchObject({ exit: 0 });
    archive = readFileSync(school.path(BUNDLE));
    digest = sha256(unzipSync(archive)[MANIFEST] ?? new Uint8Array());
  }
  mkdirSync(school.path('build'), { recursive: true });
  writeFileSync(school.path(BUNDLE), archive);
}
beforeEach(submitted, 60_000);

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

type Response = { -readonly [key in keyof ResponseFile]: ResponseFile[key] };

function response(change: Partial<Response> = {}): Response {
  return {
    format: 1,
    kind: 'response',
    submission: digest,
    school: { name: 'Ribble Bank Primary School', urn: '119999' },
    programme: 'lem-5',
    visit: { date: '2026-06-25', kind: 'accreditation', assessor: 'Equality team', notes: 'A warm welcome.' },
    decisions: {
      race: { decision: 'awarded', because: 'Pupils told us of it themselves.' },
      gender: { decision: 'further-evidence', because: 'The survey is two years old.\n\n- Ask again.' },
    },
    comments: [
      { file: 'grid/2025-26.yaml', pointer: '/cells/curriculum-and-resources/race', text: 'Which years is this from?' },
      { file: 'accreditation/2025-26/gender.yaml', pointer: '/outcomes/0/claim', text: 'How do you know?' },
      { file: 'accreditation/2025-26/gender.yaml', pointer: '/outcomes/99', text: 'And this one?' },
      { file: 'accreditation/2025-26/gender.yaml', text: 'Well told.' },
    ],
    recommendations: [{ text: 'Show the books to governors. They asked.', strand: 'race' }, { text: 'Meet others.' }],
    ...change,
  };
}

function write(what: object, path = 'response.yaml'): void {
  school.put(path, stringify(what));
}
const apply = (...words: readonly string[]) => school.lem(['award', 'apply', 'response.yaml', ...AFTER, ...words]);

/** Every file of the school's folder with its bytes. */
function everything(): { readonly [path: string]: string } {
  const root = school.path('.');
  return Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(root.length), readFileSync(path, 'latin1')]),
  );
}

/** Applies what can't be: it is refused with an exit code and a text, in which lines end where they like, and nothing is changed. */
async function refused(exit: number, said: string, ...words: readonly string[]): Promise<void> {
  const before = everything();
  const outcome = await apply(...words);
  expect([outcome.exit, outcome.text]).toEqual([exit, expect.stringContaining(said)]);
  expect(everything()).toEqual(before);
}

type Awards = { readonly visits: readonly { readonly [key: string]: unknown }[] };
const awards = (): Awards => parse(school.read('awards.yaml') ?? '');

/** The awards as they are whatever the order in which a list came to be. */
function unordered(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(unordered).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value === 'string') return value.split('\n\n').sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, each]) => [key, unordered(each)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

describe('a response', () => {
  test('is recorded, and said: what was decided, why, where the comments stand now, and what is recommended', async () => {
    write(response());
    const before = school.read('awards.yaml') ?? '';
    const { exit, text } = await apply();
    expect(exit).toBe(0);
    expect(text).toBe(
      [
        '✓ awards.yaml',
        '',
        'Visit of 25 June 2026, Equality team',
        '  A warm welcome.',
        '',
        'Race Equality Badge  awarded',
        '    It counts towards the Mark until 25 June 2029.',
        '    Pupils told us of it themselves.',
        '',
        'Gender Equality Badge  further evidence asked for',
        '    The survey is two years old.',
        '    - Ask again.',
        '',
        'Comments',
        '  grid/2025-26.yaml:24:11',
        '    Which years is this from?',
        '  accreditation/2025-26/gender.yaml:15:12',
        '    How do you know?',
        '  accreditation/2025-26/gender.yaml  no longer there',
        '    And this one?',
        '  accreditation/2025-26/gender.yaml:2:1',
        '    Well told.',
        '',
        'Recommendations',
        '  - Show the books to governors. They asked. (Race)',
        '  - Meet others.',
        '',
        'Lancashire Equality Mark  working towards',
        '  In the window: Race, Disability. Still missing: Gender, Sexual Orientation,',
        '  Religion and Belief.',
        '  The window opened on 3 July 2025; the last day for the rest is 3 July 2028.',
        '  → lem plan suggest',
        '',
      ].join('\n'),
    );
    const after = school.read('awards.yaml') ?? '';
    expect(after.startsWith(before)).toBe(true);
    expect(awards().visits[1]).toEqual({
      date: '2026-06-25',
      kind: 'accreditation',
      assessor: 'Equality team',
      decisions: { race: 'awarded', gender: 'further-evidence' },
      because: {
        race: 'Pupils told us of it themselves.',
        gender: 'The survey is two years old.\n\n- Ask again.',
      },
      notes: 'A warm welcome.',
      recommendations: response().recommendations,
      submissions: [digest],
    });
    expect((await school.lem(['badges', 'race', ...AFTER])).text).toContain('held  awarded 25 June 2026');
    const why = (await school.lem(['badges', 'gender', '--why', ...AFTER])).text;
    expect(why).toContain(
      'Decided on 25 June 2026: further evidence asked for\n  The survey is two years old.\n  - Ask again.\n  awards.yaml:',
    );
    expect((await school.lem(['badges', 'race', '--why', ...AFTER])).text).not.toContain('Decided on');
    const suggested = JSON.parse((await school.lem(['plan', 'suggest', '--json', ...AFTER])).text).recommendations;
    expect(suggested.map(({ id }: { id: string }) => id)).toEqual([
      '2026-06-25.1',
      '2026-06-25.2',
      '2025-07-03.1',
      '2025-07-03.2',
    ]);
  });

  test('that lem review wrote is recorded as it was meant', async () => {
    const { visit, decisions, comments = [], recommendations } = response();
    const there = comments.filter(({ pointer }) => pointer !== '/outcomes/99');
    write({ visit, decisions, comments: there, recommendations }, 'review.yaml');
    const review = ['review', BUNDLE, '--from', 'review.yaml', '--out', 'response.yaml'];
    expect(await school.lem(review, { today: '2026-06-26' })).toMatchObject({ exit: 0 });
    expect((await apply()).exit).toBe(0);
    const reviewed = school.read('awards.yaml');
    expect(awards().visits[1]).toMatchObject({ notes: 'A warm welcome.', recommendations, submissions: [digest] });
    write(response());
    expect((await apply()).text).toContain('nothing was changed');
    expect(school.read('awards.yaml')).toBe(reviewed);
  }, 60_000);

  test('begins awards.yaml where there is none', async () => {
    rmSync(school.path('awards.yaml'));
    write(response());
    expect((await apply()).exit).toBe(0);
    expect(school.read('awards.yaml')).toMatch(
      /^# yaml-language-server: \$schema=.lem\/schemas\/awards.json\nvisits:\n {2}- date: 2026-06-25\n/,
    );
  });

  test('is shown as a diff by --dry-run, and nothing is written', async () => {
    write(response());
    const before = everything();
    const { exit, text } = await apply('--dry-run');
    expect(exit).toBe(0);
    expect(text).toContain('+++ b/awards.yaml');
    expect(text).toContain('+      race: awarded');
    expect(everything()).toEqual(before);
  });

  test('may be JSON, and its school may have no URN', async () => {
    school.put(
      'response.json',
      JSON.stringify(response({ school: { name: 'Ribble Bank Primary School', urn: null } })),
    );
    const { exit, text } = await school.lem(['award', 'apply', 'response.json', ...AFTER]);
    // It is a response to read; it is not one to this submission, which gives the URN.
    expect([exit, text]).toEqual([2, expect.stringContaining('names another school than its submission does')]);
    school.put('response.json', JSON.stringify(response()));
    expect(await school.lem(['award', 'apply', 'response.json', ...AFTER])).toMatchObject({ exit: 0 });
  });

  test('whose archive is elsewhere is recorded where that is named', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'lem ailleurs é '));
    try {
      writeFileSync(join(elsewhere, 'sent.zip'), archive ?? '');
      rmSync(school.path('build'), { recursive: true });
      writeFileSync(join(elsewhere, 'réponse du 25.yaml'), stringify(response()));
      const world = worldIn(elsewhere, { today: '2026-06-26' });
      const words = ['-C', school.path('plan'), 'award', 'apply', join(elsewhere, 'réponse du 25.yaml')];
      expect((await lemIn(world, words)).exit).toBe(2);
      expect(await lemIn(world, [...words, '--submission', join(elsewhere, 'sent.zip')])).toMatchObject({ exit: 0 });
      expect(awards().visits).toHaveLength(2);
      // What is named is named from the folder after -C.
      writeFileSync(school.path('plan/sent.zip'), archive ?? '');
      writeFileSync(school.path('plan/again.yaml'), stringify(response()));
      const again = ['-C', school.path('plan'), 'award', 'apply', 'again.yaml', '--submission', 'sent.zip'];
      expect((await lemIn(world, again)).text).toContain('nothing was changed');
    } finally {
      rmSync(elsewhere, { recursive: true });
    }
  });

  test('is found the archive of among others that lem submit left', async () => {
    await school.lem(['submit', 'race', '--html-only']);
    school.put('build/submission-119999-zzz-2026-06-30.zip', 'no archive');
    write(response());
    expect((await apply()).exit).toBe(0);
  }, 60_000);

  test('says which files it comments on have changed since, or were never sent', async () => {
    const grid = school.read('grid/2025-26.yaml') ?? '';
    school.put('grid/2025-26.yaml', `# Anew.\n${grid}`);
    const gender = school.read('accreditation/2025-26/gender.yaml') ?? '';
    school.put('accreditation/2025-26/gender.yaml', gender.replaceAll('\n', '\r\n'));
    const comments = [
      ...(response().comments ?? []),
      { file: '../secret.yaml', text: 'x' },
      { file: '/etc/passwd', text: 'y' },
    ];
    write(response({ comments }));
    const { text } = await apply();
    expect(text.split('\n').filter((line) => line.startsWith('! '))).toEqual([
      '! grid/2025-26.yaml has changed since it was submitted: what is said of it may no longer hold.',
      '! ../secret.yaml is commented on, and was not part of the submission.',
      '! /etc/passwd is commented on, and was not part of the submission.',
    ]);
    expect(text).toContain('  grid/2025-26.yaml:25:11\n');
    expect(text).toContain('  /etc/passwd  no longer there\n');
  });

  test('leaves every comment, quote and line of an awards.yaml that was written by hand', async () => {
    const byHand = [
      '# Ours.',
      'visits:  # oldest first',
      "- {date: 2025-07-03, kind: accreditation, decisions: {disability: 'awarded'}}   # the first",
      '- date: 2026-06-25  # the second',
      '  kind: accreditation',
      '  decisions:',
      '    "race": awarded # at last',
      '  # Nothing more was said.',
      '',
    ];
    school.put('awards.yaml', byHand.join('\n'));
    write(response());
    expect((await apply()).exit).toBe(0);
    const lines = (school.read('awards.yaml') ?? '').split('\n');
    expect(lines.filter((line) => line !== '' && byHand.includes(line))).toEqual(byHand.slice(0, -1));
    expect(awards().visits[1]).toMatchObject({
      decisions: { race: 'awarded', gender: 'further-evidence' },
      because: { race: 'Pupils told us of it themselves.' },
      submissions: [digest],
    });
    expect(awards().visits).toHaveLength(2);
  });

  test('fills lists that were left empty, in lines', async () => {
    school.put(
      'awards.yaml',
      'visits:\n  - date: 2026-06-25\n    kind: accreditation\n    recommendations: []\n    submissions: []\n',
    );
    write(response());
    expect((await apply()).exit).toBe(0);
    expect(school.read('awards.yaml')).toContain('    recommendations:\n      - { text: Show the books');
    expect(awards().visits).toMatchObject([{ submissions: [digest], recommendations: response().recommendations }]);
  });

  test('adds only what is missing to a visit that is recorded, however its texts are broken', async () => {
    school.put(
      'awards.yaml',
      [
        'visits:',
        '  - date: 2026-06-25',
        '    kind: accreditation',
        '    assessor: A. N. Other',
        '    decisions: { race: awarded, gender: further-evidence }',
        '    because:',
        '      gender: >-',
        '        The survey is',
        '        two years old. - Ask again.',
        '    notes: Lunch was good.',
        '    recommendations: [{ text: Meet others. }]',
        '    submissions: []',
        '',
      ].join('\n'),
    );
    write(response());
    const { exit, text } = await apply();
    expect([exit, text]).toEqual([
      0,
      expect.stringContaining('The response names another assessor; the one recorded stays.'),
    ]);
    expect(awards().visits).toEqual([
      {
        date: '2026-06-25',
        kind: 'accreditation',
        assessor: 'A. N. Other',
        decisions: { race: 'awarded', gender: 'further-evidence' },
        because: { gender: 'The survey is two years old. - Ask again.', race: 'Pupils told us of it themselves.' },
        notes: 'Lunch was good.\n\nA warm welcome.',
        recommendations: [
          { text: 'Meet others.' },
          { text: 'Show the books to governors. They asked.', strand: 'race' },
        ],
        submissions: [digest],
      },
    ]);
  });
});

describe('the same response twice', () => {
  test.each([
    ['as it is', (all: Response) => all],
    ['without reasons', (all: Response) => ({ ...all, decisions: { race: { decision: 'awarded' as const } } })],
    ['without anything that may be left out', ({ comments: _c, recommendations: _r, ...all }: Response) => all],
    [
      'with a recommendation twice',
      (all: Response) => ({ ...all, recommendations: [{ text: 'a  b' }, { text: 'a b' }] }),
    ],
  ])('changes nothing and says so: %s', async (_what, change) => {
    write(change(response()));
    expect((await apply()).exit).toBe(0);
    const once = everything();
    const { exit, text } = await apply();
    expect([exit, text]).toEqual([
      0,
      expect.stringContaining('awards.yaml has all of this already: nothing was changed.'),
    ]);
    expect(everything()).toEqual(once);
    expect((await apply('--dry-run')).text).toContain('Nothing would change.');
  });

  test.each<[string, Partial<Response>, string]>([
    [
      'another decision',
      { decisions: { race: { decision: 'not-yet' }, gender: { decision: 'further-evidence' } } },
      'race is awarded here, and not-yet in the response.',
    ],
    [
      'another reason',
      { decisions: { race: { decision: 'awarded', because: 'Because.' } } },
      'Here is another reason for race than in the response.',
    ],
    [
      'another day',
      { visit: { date: '2026-06-24', kind: 'accreditation' } },
      'This submission was decided on here, and on 2026-06-24 by the response.',
    ],
    [
      'other notes',
      { visit: { ...response().visit, notes: 'Cold.' } },
      'This response was recorded without notes that it has now.',
    ],
    [
      'one more recommendation',
      { recommendations: [{ text: 'More.' }] },
      'This response was recorded without a recommendation that it has now.',
    ],
  ])('with %s is refused, and where it differs is told', async (_what, change, said) => {
    write(response());
    expect((await apply()).exit).toBe(0);
    write(response(change));
    await refused(1, said);
    expect((await apply()).text).toMatch(/^lem: awards\.yaml:\d+:\d+ /);
    expect((await apply()).text).toContain('Nothing was written.');
  });
});

describe('two responses on one visit', () => {
  const race = (): Response =>
    response({
      decisions: { race: { decision: 'awarded', because: 'So.' } },
      recommendations: [{ text: 'A.', strand: 'race' }],
    });
  const gender = (): Response =>
    response({
      decisions: { gender: { decision: 'not-yet' } },
      visit: { date: '2026-06-25', kind: 'accreditation', notes: 'And cold.' },
      recommendations: [{ text: 'B.' }, { text: 'A.', strand: 'race' }],
    });

  test('come to the same in either order, and each again changes nothing', async () => {
    const before = school.read('awards.yaml') ?? '';
    const after: unknown[] = [];
    for (const order of [
      [race(), gender()],
      [gender(), race()],
    ]) {
      school.put('awards.yaml', before);
      for (const each of order) {
        write(each);
        expect((await apply()).exit).toBe(0);
      }
      const text = school.read('awards.yaml');
      for (const each of order) {
        write(each);
        expect((await apply()).text).toContain('nothing was changed');
      }
      expect(school.read('awards.yaml')).toBe(text);
      expect(awards().visits).toHaveLength(2);
      after.push(unordered(awards()));
    }
    expect(after[0]).toEqual(after[1]);
    expect(after[0]).toMatchObject({
      visits: expect.arrayContaining([
        expect.objectContaining({ decisions: { gender: ['not-yet'], race: ['awarded'] } }),
      ]),
    });
  });

  test('of two submissions are both known again', async () => {
    await school.lem(['submit', 'gender', '--html-only', '--out', 'gender.zip']);
    const other = sha256(unzipSync(readFileSync(school.path('gender.zip')))[MANIFEST] ?? new Uint8Array());
    write(race());
    expect((await apply()).exit).toBe(0);
    write({ ...gender(), submission: other });
    expect((await apply('--submission', 'gender.zip')).exit).toBe(0);
    expect(awards().visits[1]).toMatchObject({
      decisions: { race: 'awarded', gender: 'not-yet' },
      submissions: [digest, other],
    });
    expect((await apply('--submission', 'gender.zip')).text).toContain('nothing was changed');
  }, 60_000);

  test('that decide a strand otherwise contradict each other', async () => {
    write(race());
    expect((await apply()).exit).toBe(0);
    write(response({ decisions: { gender: { decision: 'awarded' }, race: { decision: 'not-yet' } } }));
    await refused(1, 'race is awarded here, and not-yet in the response.');
  });
});

describe('is refused, and nothing is changed:', () => {
  test.each<[string, { readonly [key: string]: unknown }, number, string]>([
    [
      'a response for another school',
      { school: { name: 'Elsewhere', urn: '120000' } },
      2,
      'response.yaml:4:1 The response is for Elsewhere (120000); this is the workspace of Ribble Bank Primary School (119999).',
    ],
    [
      'one for a school of the same name',
      { school: { name: 'Ribble Bank Primary School', urn: '120000' } },
      2,
      'The response is for',
    ],
    [
      'one for another edition',
      { programme: 'lem-6' },
      2,
      'The response is for the edition lem-6; this workspace works to lem-5.',
    ],
    [
      'one for another submission',
      { submission: 'a'.repeat(64) },
      2,
      'None of the archives in build is the one that is answered, sha256-aaaaaaaaaaaa…',
    ],
    [
      'a decision on what was not claimed',
      { decisions: { disability: { decision: 'awarded' } } },
      2,
      'decides on disability, which the submission does not claim.\n  There are: race, gender.',
    ],
    [
      'a decision on a strand that there is not',
      { decisions: { rase: { decision: 'awarded' } } },
      2,
      'Did you mean race?',
    ],
    [
      'a recommendation for a strand that there is not',
      { recommendations: [{ text: 'x', strand: 'gendre' }] },
      2,
      'There is no strand gendre in lem-5.\n  Did you mean gender?',
    ],
    [
      'a visit that is to come',
      { visit: { date: '2026-06-27', kind: 'accreditation' } },
      2,
      'This visit is still to come.',
    ],
    [
      'an advisory visit that decides',
      { visit: { date: '2026-06-25', kind: 'advisory' } },
      2,
      'This visit was advisory',
    ],
    ['no decision', { decisions: {} }, 2, 'response.yaml:'],
    [
      'a day that there is not',
      { visit: { date: '2026-02-30', kind: 'accreditation' } },
      2,
      'date is not a date of the calendar.',
    ],
    ['a word that is no decision', { decisions: { race: { decision: 'award' } } }, 2, 'Did you mean awarded?'],
    ['withdrawn', { decisions: { race: { decision: 'withdrawn' } } }, 2, 'decision can’t be this.'],
    ['a key that there is not', { decisons: {} }, 2, 'Did you mean decisions?'],
    ['a newer format', { format: 2 }, 2, 'response.yaml is of format 2, which is newer than this lem.\n  Update lem.'],
    [
      'a pointer that is none',
      { comments: [{ file: 'a', pointer: 'b', text: 'c' }] },
      2,
      'pointer is not in the right form.',
    ],
  ])('%s', async (_what, change, exit, said) => {
    write({ ...response(), ...change });
    await refused(exit, said);
  });

  test.each([
    ['no YAML', '{{{', 'response.yaml:1:'],
    ['nothing', '', 'This file is empty.'],
    ['a list', '- 1\n', 'response.yaml is not a response.'],
    ['something else', 'kind: submission\n', 'response.yaml is not a response.'],
    ['no kind', 'format: 1\n', 'response.yaml is not a response.'],
    ['a merge conflict', '<<<<<<< a\nkind: response\n=======\nkind: x\n>>>>>>> b\n', 'response.yaml:1:'],
    ['not text', '\0\0', 'response.yaml'],
    ['large', `kind: response\nx: ${'x'.repeat(2_000_000)}\n`, 'response.yaml is not a response:'],
  ])('a file that holds %s', async (_what, text, said) => {
    school.put('response.yaml', text);
    await refused(2, said);
  });

  test('a file that is not there, or is the archive itself', async () => {
    await refused(2, 'There is no file response.yaml.');
    const archived = await school.lem(['award', 'apply', BUNDLE]);
    expect([archived.exit, archived.text]).toEqual([2, expect.stringContaining(`${BUNDLE} is not a response:`)]);
  });

  test('no archive, another archive, what is none, and one that is not there', async () => {
    write(response());
    await refused(2, 'There is no file nowhere.zip.', '--submission', 'nowhere.zip');
    await refused(2, 'is not a submission of lem’s.', '--submission', 'lem.yaml');
    await school.lem(['submit', 'race', '--html-only', '--out', 'race.zip']);
    await refused(2, 'race.zip is not the submission that is answered', '--submission', 'race.zip');
    rmSync(school.path('build'), { recursive: true });
    await refused(2, 'Name the archive that was sent: --submission <file>.');
  }, 60_000);

  test('an archive in which something was altered', async () => {
    const files = new Map<string, Uint8Array>(Object.entries(unzipSync(archive ?? new Uint8Array())));
    files.set('workspace/lem.yaml', Buffer.from('format: 1\n'));
    school.put(BUNDLE, '');
    writeFileSync(school.path(BUNDLE), bundles.pack(files, sealOf(digest)));
    write(response());
    await refused(1, `${BUNDLE}: workspace/lem.yaml has been altered.`);
  });

  test('a submission of another school than the response names', async () => {
    const files = new Map<string, Uint8Array>(Object.entries(unzipSync(archive ?? new Uint8Array())));
    const manifest = JSON.parse(Buffer.from(files.get(MANIFEST) ?? []).toString());
    for (const [change, said] of [
      [
        { school: { name: 'Elsewhere', urn: '120000' } },
        'names another school than its submission does, Elsewhere (120000).',
      ],
      [{ programme: { ...manifest.programme, id: 'lem-6' } }, 'names another edition than its submission does, lem-6.'],
    ] as const) {
      const bytes = Buffer.from(JSON.stringify({ ...manifest, ...change }));
      files.set(MANIFEST, bytes);
      writeFileSync(school.path('other.zip'), bundles.pack(files, sealOf(sha256(bytes))));
      write(response({ submission: sha256(bytes) }));
      await refused(2, said, '--submission', 'other.zip');
    }
  });

  test('anything, while awards.yaml can’t be read', async () => {
    write(response());
    school.put('awards.yaml', 'visits: {\n');
    await refused(2, 'awards.yaml can’t be read.');
  });

  test('anything outside a workspace', async () => {
    const { exit, text } = await lemIn(worldIn(tmpdir()), ['award', 'apply', 'x.yaml']);
    expect([exit, text]).toEqual([2, expect.stringContaining('This is not a workspace')]);
  });
});

describe('a hostile response', () => {
  test.each(['__proto__', 'constructor', 'toString', '\u001b[31mrace'])('decides nothing on %j', async (strand) => {
    school.put('response.yaml', stringify(response()).replace(/^ {2}race:$/m, `  ${JSON.stringify(strand)}:`));
    const before = everything();
    const { exit, text } = await apply();
    expect([exit, text]).toEqual([2, expect.stringContaining('which the submission does not claim')]);
    expect(text).not.toContain('\u001b');
    expect(everything()).toEqual(before);
  });

  test('with texts of any length and any character is recorded as it is, and printed without harm', async () => {
    const long = 'word '.repeat(20_000).trim(); // 100 kB
    const odd = 'a\u0007b\u001b[2J\u202ec\u2028d\r\ne\u0000';
    const strange = response({
      visit: { date: '2026-06-25', kind: 'accreditation', assessor: odd, notes: long },
      decisions: {
        race: { decision: 'awarded', because: odd },
        gender: { decision: 'not-yet', because: `${long.slice(0, 9_999)} 'q' "r" #: {` },
      },
      comments: [
        { file: `grid/\u001b[2J.yaml`, pointer: '/__proto__/constructor', text: odd },
        { file: 'grid/2025-26.yaml', pointer: '/__proto__', text: long.slice(0, 50_000) },
      ],
      recommendations: [{ text: odd }, { text: `${long.slice(0, 50_000)}!` }],
    });
    school.put('response.yaml', JSON.stringify(strange));
    const { exit, text } = await apply();
    expect(exit).toBe(0);
    expect(text).not.toMatch(/[^\P{Cc}\n]|\u202e|\u2028/u);
    expect(text.length).toBeLessThan(20_000);
    expect(text).toContain('grid/2025-26.yaml  no longer there');
    expect(awards().visits[1]).toMatchObject({
      assessor: odd,
      notes: long,
      because: { race: odd, gender: `${long.slice(0, 9_999)} 'q' "r" #: {` },
      recommendations: [{ text: odd }, { text: `${long.slice(0, 50_000)}!` }],
    });
    expect((await apply()).text).toContain('nothing was changed');
    const suggested = await school.lem(['plan', 'suggest', ...AFTER]);
    expect(suggested.text).not.toMatch(/[^\P{Cc}\n]|\u202e|\u2028/u);
  });

  test('of a thousand comments and recommendations shows some of them', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({ text: `Number ${index}.` }));
    write(response({ comments: many.map((each) => ({ ...each, file: 'grid/2025-26.yaml' })), recommendations: many }));
    const { exit, text } = await apply();
    expect(exit).toBe(0);
    expect(text.match(/… and 950 others, in the response/g)).toHaveLength(2);
    expect(awards().visits[1]?.recommendations).toHaveLength(1000);
  });
});
