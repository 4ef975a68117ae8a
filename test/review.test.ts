import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { parse as parseYaml } from 'yaml';
import type { ResponseFile } from '../src/model/files.generated.ts';
import { parse } from '../src/source/parse.ts';
import { validateResponse } from '../src/source/validate-response.ts';
import { reviewPlaces } from '../src/views/review-places.ts';
import { pagePath, sentName } from '../src/workspace/bundle-paths.ts';
import { draftResponse } from '../src/workspace/draft-response.ts';
import { lemIn, worldIn } from './support/in-process.ts';
import { sampleSchool } from './support/school.ts';
import { forged, submissionOf } from './support/submissions.ts';

const TODAY = '2026-06-26';
const RESPONSE = 'response-119999-race-gender-2026-06-25.yaml';
const REVIEW = `visit: { assessor: Equality team, notes: We met the school council. }
decisions:
  race: { decision: awarded }
  gender:
    decision: further-evidence
    because: |
      The survey that the outcome leans on is two years old.

      - Ask again.
comments:
  - { file: grid/2025-26.yaml, pointer: /cells/learning-and-teaching/race, text: Which year groups is this from? }
  - { file: evidence/class-book-counts/class-book-counts.csv, text: Well counted. }
recommendations:
  - { text: Share the blue card at a network meeting., strand: race }
`;

let folder = '';
let archive: Uint8Array;
let unready: Uint8Array;

beforeAll(async () => {
  const school = mkdtempSync(join(tmpdir(), 'lem school é '));
  cpSync(fileURLToPath(new URL('../examples/ribble-bank', import.meta.url)), school, { recursive: true });
  const submit = ['submit', 'race', 'gender', '--html-only', '--out', 'sent.zip'];
  expect(await lemIn(worldIn(school, { today: '2026-06-08' }), submit)).toMatchObject({ exit: 0 });
  archive = readFileSync(join(school, 'sent.zip'));
  rmSync(school, { recursive: true });
  expect(Buffer.compare(archive, await submissionOf(['race', 'gender']))).toBe(0);
  unready = await submissionOf(['race', 'gender'], {
    change: ({ read, put }) => {
      const path = 'accreditation/2025-26/race.yaml';
      put(path, read(path).replace(/^signed:[\s\S]*/m, ''));
    },
  });
}, 60_000);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lem review é '));
  put('sent.zip', archive);
  put('review.yaml', REVIEW);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function read(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

function lem(words: readonly string[], today = TODAY): ReturnType<typeof lemIn> {
  return lemIn(worldIn(folder, { today }), words);
}

function review(...words: string[]): ReturnType<typeof lemIn> {
  return lem(['review', 'sent.zip', '--from', 'review.yaml', ...words]);
}

/** What there is besides what the test put there. */
function written(): readonly string[] {
  return readdirSync(folder).filter((name) => !['sent.zip', 'review.yaml'].includes(name));
}

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false });
addFormats.default(ajv, ['date']);
ajv.addVocabulary(['x-common']);
for (const name of ['common', 'response'])
  ajv.addSchema(JSON.parse(readFileSync(new URL(`../schemas/${name}.json`, import.meta.url), 'utf8')));

/** What of a text does not hold against schemas/response.json, as any reader of YAML reads it. */
function schemaFaults(text: string): readonly unknown[] {
  const validate = ajv.getSchema('response.json');
  validate?.(parseYaml(text, { schema: 'core' }));
  return validate?.errors ?? [];
}

describe('lem review --from', () => {
  test('answers a submission: what follows from it is filled in, and the response lies beside it', async () => {
    expect(await review()).toEqual({
      exit: 0,
      text: `✓ ${RESPONSE}
  To Ribble Bank Primary School, on the visit of 25 June 2026.
  Race Equality Badge: awarded.
  Gender Equality Badge: further evidence is needed.
  2 comments, 1 recommendation and notes of the visit.
  Unsigned: nothing tells who made it.
  Send it to the school: lem award apply records it there.
`,
    });
    const digest = /sha256-(\w+)/.exec((await lem(['verify', 'sent.zip'])).text)?.[1];
    expect(read(RESPONSE)).toBe(`format: 1
kind: response
submission: ${digest}
school:
  name: Ribble Bank Primary School
  urn: "119999"
programme: lem-5
visit:
  date: 2026-06-25
  kind: accreditation
  assessor: Equality team
  notes: We met the school council.
decisions:
  race: { decision: awarded }
  gender:
    decision: further-evidence
    because: |-
      The survey that the outcome leans on is two years old.

      - Ask again.
comments:
  - file: grid/2025-26.yaml
    pointer: /cells/learning-and-teaching/race
    text: Which year groups is this from?
  - { file: evidence/class-book-counts/class-book-counts.csv, text: Well counted. }
recommendations:
  - { text: Share the blue card at a network meeting., strand: race }
`);
    expect(schemaFaults(read(RESPONSE))).toEqual([]);
  });

  test('the same again changes nothing; another answer is not written over it', async () => {
    await review();
    const first = read(RESPONSE);
    expect(await review()).toEqual({ exit: 0, text: `${RESPONSE} says this already: nothing was changed.\n` });
    expect((await review('--dry-run')).text).toBe('Nothing would change.\n');
    put('review.yaml', REVIEW.replace('two years', 'three years'));
    expect(await review()).toEqual({
      exit: 2,
      text: `lem: ${RESPONSE} is already there with other content, and lem does not write over it.
  Name another file with --out, or remove this one.
`,
    });
    expect(read(RESPONSE)).toBe(first);
    expect((await review('--out', 'answers/second.yaml')).text).toContain('✓ answers/second.yaml');
    expect(read('answers/second.yaml')).toBe(first.replace('two years', 'three years'));
  });

  test('what it wrote can be given to it again', async () => {
    await review();
    expect((await lem(['review', 'sent.zip', '--from', RESPONSE])).text).toContain('says this already');
  });

  test('a folder and a link are not written over', async () => {
    mkdirSync(join(folder, 'there'));
    symlinkSync(join(folder, 'sent.zip'), join(folder, 'link.yaml'));
    for (const out of ['there', 'link.yaml'])
      expect(await review('--out', out)).toMatchObject({
        exit: 2,
        text: expect.stringContaining('something else than'),
      });
    expect(Buffer.compare(readFileSync(join(folder, 'sent.zip')), archive)).toBe(0);
  });

  test('--dry-run shows the response and writes nothing', async () => {
    const { exit, text } = await review('--dry-run');
    expect(exit).toBe(0);
    expect(text).toContain('+  race: { decision: awarded }\n');
    expect(text).toContain('1 file would be written; nothing was.');
    expect(written()).toEqual([]);
  });

  test('is for the strands that were decided; those left out stay undecided', async () => {
    put('review.yaml', 'decisions: { gender: { decision: awarded, because: … } }\n');
    await review();
    expect(written()).toEqual(['response-119999-gender-2026-06-25.yaml']);
    expect(read('response-119999-gender-2026-06-25.yaml')).toContain('decisions:\n  gender: { decision: awarded }\n');
  });

  test('strands are written in the order in which they are claimed, whatever the order of the file', async () => {
    put('review.yaml', 'decisions: { gender: { decision: awarded }, race: { decision: awarded } }\n');
    await review();
    expect(read(RESPONSE)).toMatch(/decisions:\n {2}race: .*\n {2}gender: /);
  });

  test('the archive and the files are looked for in the folder of -C', async () => {
    put('sub/x.zip', archive);
    put('sub/r.yaml', REVIEW);
    expect((await lem(['review', '-C', 'sub', 'x.zip', '--from', 'r.yaml'])).text).toContain(`✓ ${RESPONSE}`);
    expect(existsSync(join(folder, 'sub', RESPONSE))).toBe(true);
  });

  test('without a visit in the submission it is the day of the submission, where nothing else is said', async () => {
    put('sent.zip', await submissionOf(['race'], { visit: null }));
    put('review.yaml', 'decisions: { race: { decision: awarded } }\n');
    await review();
    expect(written()).toEqual(['response-119999-race-2026-06-08.yaml']);
  });

  test('a school without a URN is answered, and its response is read back', async () => {
    const change = ({ read, put }: { read: (path: string) => string; put: (path: string, text: string) => void }) =>
      put('lem.yaml', read('lem.yaml').replace(' urn: "119999",', ''));
    put('sent.zip', await submissionOf(['race'], { change }));
    put('review.yaml', 'decisions: { race: { decision: awarded } }\n');
    await review();
    const text = read('response-race-2026-06-25.yaml');
    expect(text).toContain('school:\n  name: Ribble Bank Primary School\n  urn: null\n');
    expect(schemaFaults(text)).toEqual([]);
    expect(validateResponse(parse('r.yaml', text)).known).toMatchObject({
      state: 'known',
      value: { school: { urn: null } },
    });
    expect((await lem(['review', 'sent.zip', '--from', 'response-race-2026-06-25.yaml'])).text).toContain('already');
  });
});

describe('what is awarded though not every requirement is met', () => {
  beforeEach(() => put('sent.zip', unready));

  test('takes a reason, and is warned of', async () => {
    expect(await review()).toMatchObject({
      exit: 2,
      text: expect.stringContaining('Race is awarded though not every requirement is met, and it is not said why.'),
    });
    expect(written()).toEqual([]);
    put('review.yaml', 'decisions: { race: { decision: awarded, because: We saw it signed. } }\n');
    const { exit, text } = await review();
    expect(exit).toBe(0);
    expect(text).toContain('! Race is awarded though not every requirement is shown to be met: summary-signed.\n');
    expect(written()).toEqual(['response-119999-race-2026-06-25.yaml']);
  });

  test('is not warned of where it is not awarded', async () => {
    put('review.yaml', 'decisions: { race: { decision: not-yet, because: It is not signed. } }\n');
    expect((await review()).text).not.toContain('!');
  });

  test('also where it can’t be told', async () => {
    put(
      'sent.zip',
      await submissionOf(['race'], {
        change: ({ read, put }) => put('reference-group.yaml', `${read('reference-group.yaml')}x: "open\n`),
      }),
    );
    put('review.yaml', 'decisions: { race: { decision: awarded } }\n');
    expect((await review()).text).toContain('though it can’t be told whether every requirement is met');
    put('review.yaml', 'decisions: { race: { decision: awarded, because: We saw the minutes. } }\n');
    expect(await review()).toMatchObject({ exit: 0, text: expect.stringContaining('! Race is awarded though') });
  });
});

const DECIDED = 'decisions: { race: { decision: awarded } }\n';
const COMMENT = (comment: string): string => `${DECIDED}comments:\n  - { ${comment}, text: A }\n`;

describe('a review file that can’t be used', () => {
  test.each<[why: string, text: string, said: string]>([
    [
      'an unknown strand',
      'decisions: { rase: { decision: awarded } }\n',
      '1:14 There is no strand rase in lem-5.\n  Did you mean race?',
    ],
    ['a strand’s alias', 'decisions: { ethnicity: { decision: awarded } }\n', 'Did you mean race?'],
    [
      'a strand that is not claimed',
      'decisions: { disability: { decision: awarded } }\n',
      '1:14 Disability is not claimed by this submission.\n  It claims: race, gender.',
    ],
    [
      'a strand that JavaScript gives a meaning',
      'decisions: { __proto__: { decision: awarded } }\n',
      '1:14 There is no strand __proto__ in lem-5.',
    ],
    ['no decision', 'visit: { notes: A }\n', '1:1 decisions is missing.'],
    ['decisions on nothing', 'decisions: {}\n', '1:12 decisions is not in the right form.'],
    [
      'an unknown decision',
      'decisions: { race: { decision: award } }\n',
      '1:32 decision can’t be this.\n  Did you mean awarded?',
    ],
    [
      'a decision that only the school’s own file takes',
      'decisions: { race: { decision: withdrawn } }\n',
      'decision can’t be this.',
    ],
    ['an unknown key', `${DECIDED}coments: []\n`, '2:1 This file has no key coments.\n  Did you mean comments?'],
    [
      'a key that JavaScript gives a meaning',
      `${DECIDED}__proto__: { format: 1 }\n`,
      '2:1 This file has no key __proto__.',
    ],
    [
      'an unknown key of a decision',
      'decisions: { race: { decision: awarded, becuase: A } }\n',
      'Did you mean because?',
    ],
    [
      'no reason where one is needed',
      'decisions: { race: { decision: not-yet } }\n',
      '1:14 Race is not awarded, and it is not said why.',
    ],
    [
      'a reason that says nothing',
      'decisions: { race: { decision: not-yet, because: … } }\n',
      '1:50 Race is not awarded',
    ],
    ['a day that is none', `visit: { date: 2026-06-31 }\n${DECIDED}`, '1:16 date is not a date of the calendar.'],
    ['a day to come', `visit: { date: 2026-06-27 }\n${DECIDED}`, '1:16 27 June 2026 is to come'],
    [
      'a day before the submission',
      `visit: { date: 2026-06-07 }\n${DECIDED}`,
      '1:16 7 June 2026 is before the submission, which is as on 8 June 2026.',
    ],
    [
      'a visit that decides nothing',
      `visit: { kind: advisory }\n${DECIDED}`,
      '1:16 An advisory visit decides nothing.',
    ],
    ['a visit that is no map', `visit: 2026-06-25\n${DECIDED}`, '1:8 visit should be a map of keys and values'],
    [
      'another submission',
      `submission: ${'a'.repeat(64)}\n${DECIDED}`,
      '1:13 This is the digest of another submission.',
    ],
    ['a digest that is none', `submission: abc\n${DECIDED}`, '1:13 submission is not in the right form.'],
    [
      'a school of another name',
      `school: { name: Another, urn: "119999" }\n${DECIDED}`,
      '1:17 The school of this submission has another name.',
    ],
    ['another school', `school: { name: Ribble Bank Primary School, urn: "119998" }\n${DECIDED}`, 'has another URN.'],
    ['a school without its URN', `school: { name: Ribble Bank Primary School }\n${DECIDED}`, 'has another URN.'],
    ['another edition', `programme: lem-6\n${DECIDED}`, '1:12 The school of this submission works to another edition.'],
    ['a newer format', `format: 2\n${DECIDED}`, '1:9 format can’t be this.'],
    ['another kind of file', `kind: submission\n${DECIDED}`, '1:7 kind can’t be this.'],
    [
      'a comment on a file that was not sent',
      COMMENT('file: grid/2025-62.yaml'),
      '3:13 There is no file grid/2025-62.yaml in this submission.\n  Did you mean grid/2025-26.yaml?',
    ],
    [
      'one with the archive’s own path',
      COMMENT('file: workspace/grid/2025-26.yaml'),
      'Did you mean grid/2025-26.yaml?',
    ],
    ['one on a document', COMMENT('file: documents/race.html'), 'There is no file documents/race.html'],
    ['one on a file of the machine', COMMENT('file: ../../etc/passwd'), 'There is no file ../../etc/passwd'],
    ['one on an object’s property', COMMENT('file: constructor'), 'There is no file constructor'],
    [
      'a pointer to nothing',
      COMMENT('file: grid/2025-26.yaml, pointer: /cells/learning-and-teachin/race'),
      '3:41 grid/2025-26.yaml has nothing at /cells/learning-and-teachin/race.\n  Did you mean /cells/learning-and-teaching/race?',
    ],
    [
      'a pointer too deep',
      COMMENT('file: grid/2025-26.yaml, pointer: /year/race'),
      'The last on the way there is /year.',
    ],
    [
      'a pointer past a list’s end',
      COMMENT('file: accreditation/2025-26/race.yaml, pointer: /signed/2'),
      'has nothing at /signed/2.',
    ],
    [
      'an index that is none',
      COMMENT('file: accreditation/2025-26/race.yaml, pointer: /signed/01'),
      'has nothing at /signed/01.\n  Did you mean /signed/1?',
    ],
    ['an empty index', COMMENT('file: accreditation/2025-26/race.yaml, pointer: /signed/'), 'has nothing at /signed/.'],
    [
      'a length of a list',
      COMMENT('file: accreditation/2025-26/race.yaml, pointer: /signed/length'),
      'has nothing at /signed/length.',
    ],
    [
      'a pointer to what every object has',
      COMMENT('file: grid/2025-26.yaml, pointer: /__proto__'),
      'has nothing at /__proto__.\n  There are: /year, ',
    ],
    ['a pointer that is none', COMMENT('file: grid/2025-26.yaml, pointer: cells'), 'pointer is not in the right form.'],
    [
      'a pointer into what has no places',
      COMMENT('file: evidence/class-book-counts/class-book-counts.csv, pointer: /a'),
      'has no places that a pointer could name.\n  Leave the pointer out.',
    ],
    [
      'a comment that says nothing',
      `${DECIDED}comments: [{ file: grid/2025-26.yaml, text: "" }]\n`,
      '2:45 This text says nothing.',
    ],
    [
      'a recommendation that says nothing',
      `${DECIDED}recommendations: [{ text: … }]\n`,
      '2:27 This text says nothing.',
    ],
    [
      'a recommendation for an unknown strand',
      `${DECIDED}recommendations: [{ text: A, strand: gendr }]\n`,
      '2:38 There is no strand gendr in lem-5.\n  Did you mean gender?',
    ],
    ['no YAML', 'decisions: {\n', 'This brace is not closed.'],
    ['a key twice', `${DECIDED}${DECIDED}`, '2:1 This key stands here a second time.'],
    ['a list', '- a\n', '1:3 This file should be a map of keys and values'],
    ['nothing', '', 'This file is empty.'],
  ])('%s', async (_why, text, said) => {
    put('review.yaml', text);
    const refused = await review();
    expect(refused.text).toContain(said);
    expect(refused.text).toMatch(/^lem: review\.yaml:\d+:\d+ /);
    expect(refused.exit).toBe(2);
    expect(written()).toEqual([]);
  });

  test('all that is wrong is told, in the order of the lines, up to twenty', async () => {
    put('review.yaml', `${COMMENT('file: a')}${'  - { file: b, text: … }\n'.repeat(500)}`);
    const { text } = await review();
    const lines = [...text.matchAll(/^lem: review\.yaml:(\d+):/gm)].map(([, line]) => Number(line));
    expect(lines).toHaveLength(20);
    expect(text).toMatch(/ {2}… and more\.\n$/);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
  });

  test('is not there, is no text, is a folder', async () => {
    expect((await lem(['review', 'sent.zip', '--from', 'x.yaml'])).text).toContain('There is no file x.yaml.');
    put('review.yaml', Uint8Array.of(0x80, 0xff));
    expect((await review()).text).toContain('review.yaml can’t be read as a review.');
    mkdirSync(join(folder, 'dir'));
    expect(await lem(['review', 'sent.zip', '--from', 'dir'])).toMatchObject({ exit: 2 });
    expect(written()).toEqual(['dir']);
  });
});

describe('where the response can’t go', () => {
  const school = sampleSchool();

  test('into a school’s own work, over a folder, through a link', async () => {
    school.put('sent.zip', Buffer.from(archive) as unknown as string);
    school.put('review.yaml', REVIEW);
    const said = async (out: string) =>
      school.lem(['review', 'sent.zip', '--from', 'review.yaml', '--out', out], { today: TODAY });
    expect((await said('plan/response.yaml')).text).toContain('lies where the workspace’s own files are.');
    expect((await said('awards.yaml')).text).toContain('lies where the workspace’s own files are.');
    expect(await said('build/response.yaml')).toMatchObject({ exit: 0 });
    mkdirSync(school.path('there'));
    expect(await said('there')).toMatchObject({ exit: 2 });
    symlinkSync(school.path('lem.yaml'), school.path('link.yaml'));
    const before = school.read('lem.yaml');
    expect(await said('link.yaml')).toMatchObject({ exit: 2 });
    expect(school.read('lem.yaml')).toBe(before);
  });
});

describe('a submission that is not answered', () => {
  test('one that was altered: what was is said', async () => {
    const other = Buffer.from(archive);
    other[other.indexOf('race: amber')] = 0x52;
    put('sent.zip', other);
    const { exit, text } = await review();
    expect(exit).toBe(1);
    expect(text.replaceAll(/\s+/g, ' ')).toContain('.yaml has been altered. ');
    expect(text).toContain('Nothing was written: what was altered is not answered.');
    expect(written()).toEqual([]);
  });

  test('one whose claims don’t follow from its files', async () => {
    put(
      'sent.zip',
      forged(archive, (_files, manifest) =>
        Object.assign((manifest.strands as object[])[0] ?? {}, { eligible: false }),
      ),
    );
    expect(await review()).toMatchObject({ exit: 1, text: expect.stringContaining('claims to be not ready to claim') });
    put(
      'sent.zip',
      forged(archive, (files, manifest) => {
        Object.assign((manifest.strands as object[])[0] ?? {}, { strand: '__proto__' });
        files.set(pagePath('__proto__'), files.get(pagePath('race')) ?? new Uint8Array());
        files.delete(pagePath('race'));
      }),
    );
    expect(await review()).toMatchObject({ exit: 1, text: expect.stringContaining('It claims a badge of __proto__') });
    expect(written()).toEqual([]);
  });

  test('one that can’t be checked, or is none', async () => {
    put(
      'sent.zip',
      forged(archive, (_files, manifest) => Object.assign(manifest.programme as object, { sha256: 'a'.repeat(64) })),
    );
    expect(await review()).toMatchObject({ exit: 2 });
    put('sent.zip', 'no archive');
    expect(await review()).toMatchObject({ exit: 2, text: expect.stringContaining('is not a submission of lem’s') });
    expect(await lem(['review', 'none.zip'])).toMatchObject({ exit: 2 });
    expect(await lem(['review', 'sent.zip', '--signers', 'none'])).toMatchObject({ exit: 2 });
    expect(written()).toEqual([]);
  });

  test('one of a day to come', async () => {
    const { exit, text } = await lem(['review', 'sent.zip', '--from', 'review.yaml'], '2026-06-07');
    expect(exit).toBe(2);
    expect(text).toContain('The submission is as on 8 June 2026, which is to come.');
  });

  test('one of another lem: what can’t be told is said with the response', async () => {
    put(
      'sent.zip',
      forged(archive, (_files, manifest) => Object.assign(manifest, { tool: { name: 'lem', version: '9.9.9' } })),
    );
    const { exit, text } = await review();
    expect(exit).toBe(0);
    expect(text).toContain('  The documents were made by lem 9.9.9');
  });
});

describe('where nobody can be asked', () => {
  test('the form of a review is printed, and it is said what to do', async () => {
    const { exit, text } = await lem(['review', 'sent.zip']);
    expect(exit).toBe(2);
    expect(text).toContain('lem: This is an interview, and there is no terminal to ask in.');
    expect(written()).toEqual([]);
  });

  test('the form, once filled in, is a review', async () => {
    const form = (await lem(['review', 'sent.zip'])).text.replace(/lem: This is an interview[\s\S]*/, '');
    expect(form).toContain('    # Race Equality Badge: ready to claim.\n    decision: …\n    because: …\n');
    put('review.yaml', form);
    expect((await review()).text).toContain('decision can’t be this.');
    put(
      'review.yaml',
      form.replaceAll('decision: …', 'decision: awarded').replaceAll(/^# (?=comments|recomm| {2})/gm, ''),
    );
    expect(await review()).toMatchObject({ exit: 0, text: expect.stringContaining('1 comment and 1 recommendation.') });
    expect(read(RESPONSE)).not.toContain('…');
    expect(read(RESPONSE)).toContain('pointer: /goals');
  });
});

describe('a hostile submission', () => {
  const NAME = 'A \u001b[31mred\u001b[0m \u202eschool';

  test('is shown with what it hides made visible, and its form is a form', async () => {
    put(
      'sent.zip',
      await submissionOf(['race'], {
        change: ({ read, put }) =>
          put('lem.yaml', read('lem.yaml').replace('Ribble Bank Primary School', JSON.stringify(NAME))),
      }),
    );
    put('review.yaml', DECIDED);
    const { exit, text } = await review();
    expect(exit).toBe(0);
    expect(text).toContain('␛[31mred');
    for (const hidden of ['\u001b', '\u202e']) expect(text).not.toContain(hidden);
    const form = (await lem(['review', 'sent.zip'])).text;
    for (const hidden of ['\u001b', '\u202e']) expect(form).not.toContain(hidden);
    const response = read('response-119999-race-2026-06-25.yaml');
    expect(response).not.toContain('\u001b');
    expect(parseYaml(response).school.name).toBe(NAME);
  });

  test('with places that JavaScript gives a meaning is commented on like any other', async () => {
    put(
      'sent.zip',
      await submissionOf(['race'], {
        change: ({ read, put }) =>
          put('grid/2024-25.yaml', `${read('grid/2024-25.yaml')}  __proto__:\n    constructor: amber\n`),
      }),
    );
    put('review.yaml', COMMENT('file: grid/2024-25.yaml, pointer: /cells/__proto__/constructor'));
    expect(await review()).toMatchObject({ exit: 0 });
    expect(({} as { constructor: unknown }).constructor).toBe(Object);
  });

  test('offers no more places of a file than anyone looks through', () => {
    const cells = Array.from({ length: 30_000 }, (_, index) => `    s${index}: amber\n`).join('');
    const started = parse('grid/2025-26.yaml', `year: 2025-26\ncells:\n  a:\n${cells}`);
    expect(reviewPlaces(started)).toHaveLength(1000);
    const deep = parse('plan/a.yaml', `x: ${'{ a: '.repeat(200)}1${' }'.repeat(200)}\n`);
    expect(reviewPlaces(deep)).toEqual([]);
  });
});

test('a name for a file is never longer than a name can be', () => {
  const strands = Array.from({ length: 100 }, (_, index) => `strand-${index}`);
  expect(sentName('response', null, strands, '2026-06-25')).toBe('response-100-strands-2026-06-25');
});

describe('the places of a file', () => {
  test('are its cells, its fields and its entries, each with its line and how it begins', () => {
    const grid = parse(
      'grid/2025-26.yaml',
      'year: 2025-26\ncells:\n  a:\n    b: green\n    c: { rating: amber, because: Why. }\n',
    );
    expect(reviewPlaces(grid)).toEqual([
      { pointer: '/year', name: 'line 1  year  2025-26' },
      { pointer: '/cells/a/b', name: 'line 4  cells › a › b  green' },
      { pointer: '/cells/a/c', name: 'line 5  cells › a › c  amber, Why.' },
    ]);
    const summary = parse(
      'accreditation/2025-26/race.yaml',
      'goals: |\n  One.\n\n  Two.\nactions: [x, y]\noutcomes:\n  - claim: A\n    evidence: [e]\n',
    );
    expect(reviewPlaces(summary)).toEqual([
      { pointer: '/goals', name: 'line 1  goals  One. Two.' },
      { pointer: '/actions', name: 'line 5  actions  x, y' },
      { pointer: '/outcomes/0', name: 'line 7  outcomes › 1  A' },
    ]);
  });

  test('of a judgement are the judgement, and what is listed in it', () => {
    const audit = parse(
      'audit/2025-26/a.yaml',
      'judgements:\n  a.1:\n    rating: amber\n    because: B\n    strands: { race: green }\n    dissent: [{ who: parent, rating: red }]\n',
    );
    expect(reviewPlaces(audit).map(({ pointer }) => pointer)).toEqual([
      '/judgements/a.1',
      '/judgements/a.1/strands/race',
      '/judgements/a.1/dissent/0',
    ]);
  });

  test('of what is no file of lem’s are none', () => {
    expect(reviewPlaces(parse('evidence/a/x.txt', 'a: 1\n'))).toEqual([]);
  });
});

const tricky = fc.oneof(
  fc.constantFrom(
    'yes',
    '012',
    'a: b',
    'a #b',
    '- a',
    '…',
    'x\ny',
    '  indented\nx',
    'a\n\n\n  - b',
    '| x',
    '__proto__',
    '\u001b[31m',
    '\u2028',
    '2026-10-12',
  ),
  fc.lorem({ maxCount: 60 }),
  fc.string({ unit: 'binary', minLength: 1 }),
);
const response: fc.Arbitrary<ResponseFile> = fc.record(
  {
    format: fc.constant(1 as const),
    kind: fc.constant('response' as const),
    submission: fc.constant('9'.repeat(64)),
    school: fc.record({
      name: tricky.map((text) => text.slice(0, 200)),
      urn: fc.constantFrom('119999', '012345', null),
    }),
    programme: fc.constantFrom('lem-5', 'yes', '012'),
    visit: fc.record(
      {
        date: fc.constantFrom('2026-06-25'),
        kind: fc.constant('accreditation' as const),
        assessor: tricky,
        notes: tricky,
      },
      { requiredKeys: ['date', 'kind'] },
    ),
    decisions: fc
      .uniqueArray(fc.constantFrom('race', 'a-b', 'no', '12', '__proto__', 'constructor'), { minLength: 1 })
      .chain((strands) =>
        fc
          .array(
            fc.record(
              {
                decision: fc.constantFrom('awarded' as const, 'further-evidence' as const, 'not-yet' as const),
                because: tricky,
              },
              { requiredKeys: ['decision'] },
            ),
            { minLength: strands.length, maxLength: strands.length },
          )
          .map((decisions) =>
            Object.fromEntries(
              strands.map((strand, index) => [strand, decisions[index] ?? { decision: 'awarded' as const }]),
            ),
          ),
      ),
    comments: fc.array(
      fc.record(
        {
          file: tricky.map((text) => `x${text}`.slice(0, 400)),
          pointer: fc.constantFrom('/a', '/a/0', '/~0~1', '/ a: b'),
          text: tricky,
        },
        { requiredKeys: ['file', 'text'] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
    recommendations: fc.array(
      fc.record({ text: tricky, strand: fc.constantFrom('race', 'yes') }, { requiredKeys: ['text'] }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
  },
  { requiredKeys: ['format', 'kind', 'submission', 'school', 'programme', 'visit', 'decisions'] },
);

test('whatever it says, a response holds against the schema and reads back to the same', () => {
  fc.assert(
    fc.property(response, (value) => {
      const text = draftResponse(value);
      expect(schemaFaults(text)).toEqual([]);
      const { known } = validateResponse(parse('response.yaml', text));
      expect(known).toEqual({ state: 'known', file: 'response.yaml', value });
      expect(draftResponse((known as { value: ResponseFile }).value)).toBe(text);
    }),
    { numRuns: 400, seed: 20261130 },
  );
});
