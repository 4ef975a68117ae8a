import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { unzipSync, zipSync } from 'fflate';
import { type Opened, openBundle } from '../src/commands/verify/opened.ts';
import { bundles } from '../src/shell/bundle.ts';
import { MANIFEST, SIGNATURE, sealOf } from '../src/workspace/bundle-paths.ts';
import type { World } from '../src/world.ts';
import { worldIn } from './support/in-process.ts';
import { schemaErrors } from './support/output-schema.ts';
import { sampleSchool } from './support/school.ts';
import { forged } from './support/submissions.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A world in which there is one file, whatever its name. */
function worldWith(archive: Uint8Array): World {
  const world = worldIn('/');
  return { ...world, files: { ...world.files, readGiven: () => ({ state: 'read', bytes: archive }) } };
}

/** What opening an archive comes to: `refused`, `altered` with what, or `whole`. */
async function opening(archive: Uint8Array): Promise<{ state: string; alterations: readonly string[] }> {
  const read = await openBundle(worldWith(archive), 'x.zip');
  if ('refusal' in read) return { state: `refused ${read.refusal.exit}`, alterations: [] };
  const { alterations }: Opened = read.opened;
  return { state: alterations.length === 0 ? 'whole' : 'altered', alterations };
}

const HASH = 'a'.repeat(64);
function small(
  files: { readonly [path: string]: string } = { 'workspace/a.yaml': 'a: 1\n', 'workspace/b.yaml': 'b: 2\n' },
) {
  const all = new Map(Object.entries(files).map(([path, text]) => [path, bytesOf(text)]));
  const manifest = bytesOf(
    JSON.stringify({
      format: 1,
      kind: 'submission',
      tool: { name: 'lem', version: '0.1.0' },
      school: { name: 'A', urn: null },
      programme: { id: 'x', sha256: HASH },
      on: '2026-06-08',
      commit: null,
      strands: [
        {
          strand: 'race',
          year: '2025-26',
          eligible: null,
          requirements: [],
          rollUp: { rating: null, complete: false, counts: {} },
          summary: HASH,
        },
      ],
      withheld: [],
      files: [...all].map(([path, bytes]) => ({ path, size: bytes.length, sha256: sha256(bytes) })),
    }),
  );
  all.set(MANIFEST, manifest);
  return { all, manifest, archive: bundles.pack(all, sealOf(sha256(manifest))) };
}

describe('an archive', () => {
  test('is whole as it was made', async () => {
    expect(await opening(small().archive)).toEqual({ state: 'whole', alterations: [] });
  });

  test('with any single byte of it changed is never whole', async () => {
    const { archive } = small();
    const states = new Map<string, number>();
    for (let at = 0; at < archive.length; at++) {
      const flipped = Uint8Array.from(archive);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      const { state } = await opening(flipped);
      states.set(state, (states.get(state) ?? 0) + 1);
    }
    expect([...states.keys()].sort()).toEqual(['altered', 'refused 2']);
    expect(states.get('altered')).toBeGreaterThan(100);
  }, 60_000);

  test('that is cut off, or goes on, is never whole', async () => {
    const { archive } = small();
    for (let length = 0; length < archive.length; length += 7)
      expect((await opening(archive.subarray(0, length))).state).not.toBe('whole');
    for (const more of ['x', '\0', 'PK\x05\x06'])
      expect((await opening(Buffer.concat([archive, bytesOf(more)]))).state).not.toBe('whole');
    expect((await opening(Buffer.concat([bytesOf('x'), archive]))).state).not.toBe('whole');
    expect((await opening(Buffer.concat([archive, archive]))).state).not.toBe('whole');
  });

  test('names the file that was altered, dropped, added or renamed', async () => {
    const { all, manifest } = small();
    const packed = (change: (files: Map<string, Uint8Array>) => void): Uint8Array => {
      const files = new Map(all);
      change(files);
      return bundles.pack(files, sealOf(sha256(manifest)));
    };
    const b = all.get('workspace/b.yaml') ?? new Uint8Array();
    expect(await opening(packed((files) => files.set('workspace/b.yaml', bytesOf('b: 3\n'))))).toEqual({
      state: 'altered',
      alterations: ['workspace/b.yaml has been altered.'],
    });
    expect((await opening(packed((files) => files.delete('workspace/b.yaml')))).alterations).toEqual([
      'workspace/b.yaml is missing.',
    ]);
    for (const name of ['workspace/c.yaml', '../../etc/passwd', '/etc/passwd', 'C:\\x', 'workspace/B.YAML'])
      expect((await opening(packed((files) => files.set(name, b)))).state).toBe('altered');
    expect(
      (
        await opening(
          packed((files) => {
            files.delete('workspace/b.yaml');
            files.set('workspace/B.yaml', b);
          }),
        )
      ).alterations,
    ).toEqual(['workspace/b.yaml is missing.', 'workspace/B.yaml is not in the manifest.']);
  });

  test('with a name that JavaScript gives a meaning is none of ours', async () => {
    const { all, manifest } = small();
    const archive = Buffer.from(
      bundles.pack(new Map([...all, ['workspace/proto', bytesOf('x')]]), sealOf(sha256(manifest))),
    );
    for (const name of ['__proto__      ', 'constructor    ']) {
      const other = Buffer.from(archive);
      for (let at = other.indexOf('workspace/proto'); at !== -1; at = other.indexOf('workspace/proto', at))
        other.write(name, at);
      expect((await opening(other)).state).toBe('altered');
    }
  });

  test('packed in another order, with other dates, links, or names that come twice is not as lem makes them', async () => {
    const { all, archive, manifest } = small();
    const seal = (zip: Uint8Array): Uint8Array => {
      const comment = bytesOf(sealOf(sha256(manifest)));
      const sealed = Buffer.concat([zip, comment]);
      sealed.writeUInt16LE(comment.length, zip.length - 2);
      return sealed;
    };
    const entry = { level: 0, mtime: new Date(1980, 0, 1), os: 3, attrs: 0o100644 << 16 } as const;
    const sorted = [...all].sort(([a], [b]) => (a < b ? -1 : 1));
    const zipped = (options: object, files = sorted): Uint8Array =>
      seal(zipSync(Object.fromEntries(files.map(([name, bytes]) => [name, [bytes, { ...entry, ...options }]]))));
    expect(Buffer.compare(zipped({}), archive)).toBe(0);
    for (const other of [
      zipped({ mtime: new Date(1981, 0, 1) }),
      zipped({ attrs: 0o120777 << 16 }),
      zipped({ os: 0 }),
      zipped({ comment: 'x' }),
      zipped({}, [...sorted].reverse()),
    ])
      expect(await opening(other)).toEqual({
        state: 'altered',
        alterations: ['The archive itself is not as lem makes them, though its files are.'],
      });
    // The same entry a second time: what one reader takes for the file is not what another does.
    const twice = Buffer.from(zipped({}, [...sorted, ['workspace/x.yaml', bytesOf('a: 9\n')]]));
    for (let at = twice.indexOf('workspace/x.yaml'); at !== -1; at = twice.indexOf('workspace/x.yaml', at))
      twice.write('workspace/a.yaml', at);
    expect((await opening(twice)).state).toBe('altered');
  });

  test('that is compressed is none of ours, however much it would unpack to', async () => {
    const bomb = zipSync({ [MANIFEST]: new Uint8Array(20_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect((await opening(bomb)).state).toBe('refused 2');
  });

  test.each([
    ['nothing', ''],
    ['a text', 'hello'],
    ['a zip of something else', Buffer.from(zipSync({ 'a.txt': [bytesOf('a'), { level: 0 }] })).toString('latin1')],
  ])('%s is no submission', async (_what, text) => {
    expect((await opening(Buffer.from(text, 'latin1'))).state).toBe('refused 2');
  });

  test('of a newer format says so', async () => {
    const manifest = bytesOf('{"format": 2, "kind": "submission"}');
    const read = await openBundle(worldWith(bundles.pack(new Map([[MANIFEST, manifest]]), '')), 'x.zip');
    expect(JSON.stringify(read)).toContain('is of format 2, which is newer than this lem.');
  });
});

describe('lem submit and lem verify', () => {
  const school = sampleSchool();
  const SUBMIT = ['submit', 'race', '--html-only'];
  const BUNDLE = 'build/submission-119999-race-2026-06-08.zip';
  const made = (): Buffer => readFileSync(school.path(BUNDLE));

  /** Makes the archive anew with some files changed and the manifest corrected, as a forger would. */
  function forge(change: Parameters<typeof forged>[1]): void {
    writeFileSync(school.path('forged.zip'), forged(made(), change));
  }

  test('a submission verifies, and holds what the claims rest on and no more', async () => {
    expect(await school.lem(SUBMIT)).toMatchObject({ exit: 0, text: expect.stringContaining('41 files checked') });
    const verified = await school.lem(['verify', BUNDLE]);
    expect(verified.text).toContain('Race Equality Badge: ready to claim, as its files say.');
    expect(verified.text).toContain('Unsigned: nothing tells who made it.');
    expect(verified.exit).toBe(0);
    const names = Object.keys(unzipSync(made()));
    expect(names).toContain('workspace/evidence/prejudice-incident-log/evidence.yaml');
    expect(names.filter((name) => /disability|adjustment-passports/.test(name))).toEqual([]);
  }, 60_000);

  test('--json holds against its schema, verified or not, signed or not', async () => {
    await school.lem(SUBMIT);
    const said = async (file: string): Promise<{ verified: boolean; faults: readonly string[] }> => {
      const { exit, text } = await school.lem(['verify', file, '--json']);
      const value = JSON.parse(text);
      expect(schemaErrors('verify', value)).toEqual([]);
      expect(exit).toBe(value.verified ? 0 : 1);
      return value;
    };
    expect(await said(BUNDLE)).toMatchObject({ verified: true, faults: [], signature: { state: 'unsigned' } });
    forge((files) => files.delete('workspace/grid/2025-26.yaml'));
    expect((await said('forged.zip')).verified).toBe(false);
  }, 60_000);

  test('files of evidence that somebody holds stay out, and the claim can still be worked out again', async () => {
    const item = 'evidence/class-book-counts/evidence.yaml';
    school.put(item, `${school.read(item)}holder: The office, in the safe\n`);
    expect((await school.lem(SUBMIT)).exit).toBe(0);
    expect(Object.keys(unzipSync(made())).filter((name) => name.endsWith('.csv') && /class-book/.test(name))).toEqual(
      [],
    );
    expect(made().includes('class-book-counts.csv')).toBe(true);
    expect((await school.lem(['verify', BUNDLE])).exit).toBe(0);
  }, 60_000);

  test.each([
    [
      'another rating',
      (text: string) => text.replace('race: amber', 'race: green'),
      'workspace/grid/2025-26.yaml',
      'roll up to something else',
    ],
    [
      'no signature',
      (text: string) => text.replace(/^signed:[\s\S]*/m, ''),
      'workspace/accreditation/2025-26/race.yaml',
      'summary-signed is not met by its files',
    ],
    [
      'another text',
      (text: string) => text.replace(/^(goals: .*?)\b(we|We)\b/ms, '$1they'),
      'workspace/accreditation/2025-26/race.yaml',
      'shows something else than its files say',
    ],
    [
      'another school',
      (text: string) => text.replace('Ribble Bank', 'Another'),
      'workspace/lem.yaml',
      'The school is another',
    ],
    [
      'another page',
      (text: string) => text.replace('Two things troubled us', 'Nothing troubled us'),
      'documents/race.html',
      'documents/race.html is not the page that its files make.',
    ],
    ['a mark before a page', (text: string) => `\uFEFF${text}`, 'documents/race.html', 'is not the page'],
    [
      'another PDF',
      () => '%PDF-1.7\n%%EOF\n',
      'documents/race.pdf',
      'documents/race.pdf does not bear the fingerprint',
    ],
    ['a document that none claims', () => 'x', 'documents/gender.html', 'documents/gender.html has no place'],
    ['a file beside the folders', () => 'x', 'read-me-first.html', 'read-me-first.html has no place'],
  ])(
    'who puts %s in place of what was sent, and alters the manifest with it, is found out',
    async (_what, change, path, said) => {
      await school.lem(SUBMIT);
      forge((files) => {
        const text = Buffer.from(files.get(path) ?? []).toString();
        const changed = change(text);
        expect(changed).not.toBe(text);
        files.set(path, bytesOf(changed));
      });
      const { exit, text } = await school.lem(['verify', 'forged.zip']);
      expect(text.replaceAll(/\s+/g, ' ')).toContain(said);
      expect(exit).toBe(1);
    },
    60_000,
  );

  test.each([
    ['that a badge is not claimed', { eligible: false }, 'it claims to be not ready to claim'],
    ['other requirements', { requirements: [] }, 'is met by its files as on 8 June 2026, and it claims otherwise'],
    ['a strand that there is not', { strand: 'rase' }, 'which is no strand of its programme'],
  ])(
    'a manifest that says %s is contradicted by the files',
    async (_what, wrong, said) => {
      await school.lem(SUBMIT);
      forge((files, manifest) => {
        Object.assign((manifest.strands as object[])[0] ?? {}, wrong);
        const page = files.get('documents/race.html') ?? new Uint8Array();
        files.delete('documents/race.html');
        files.set(`documents/${'strand' in wrong ? wrong.strand : 'race'}.html`, page);
      });
      const { exit, text } = await school.lem(['verify', 'forged.zip']);
      expect(text.replaceAll(/\s+/g, ' ')).toContain(said);
      expect(exit).toBe(1);
    },
    60_000,
  );

  test('templates of the school’s own change nothing in a submission', async () => {
    await school.lem(SUBMIT);
    const plain = made();
    school.put('templates/reports/summary.hbs', '<h1>Ours: {{strand}}</h1>\n');
    expect((await school.lem(SUBMIT)).exit).toBe(0);
    expect(Buffer.compare(made(), plain)).toBe(0);
  }, 60_000);

  test('of another lem or another text of the edition, what can’t be told is said', async () => {
    await school.lem(SUBMIT);
    forge((_files, manifest) => Object.assign(manifest, { tool: { name: 'lem', version: '9.9.9' } }));
    const other = await school.lem(['verify', 'forged.zip']);
    expect(other.text).toContain('The documents were made by lem 9.9.9');
    expect(other.exit).toBe(0);
    forge((_files, manifest) => Object.assign(manifest.programme as object, { sha256: HASH }));
    expect((await school.lem(['verify', 'forged.zip'])).exit).toBe(2);
  }, 60_000);

  test('a signature is trusted only from a signer on the list, and only for this manifest', async () => {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', school.path('key'), '-C', 'x']);
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', school.path('other'), '-C', 'x']);
    const line = (key: string) =>
      `head@school ${readFileSync(school.path(`${key}.pub`), 'utf8')
        .split(' ')
        .slice(0, 2)
        .join(' ')}\n`;
    writeFileSync(school.path('signers'), line('key'));
    writeFileSync(school.path('strangers'), line('other'));
    expect((await school.lem([...SUBMIT, '--sign', 'key'])).text).toContain('Signed.');
    const said = async (...words: string[]) =>
      (await school.lem(['verify', BUNDLE, ...words])).text.replaceAll(/\s+/g, ' ');
    expect(await said('--signers', 'signers')).toContain('Signed by head@school, with SHA256:');
    expect(await said('--signers', 'strangers')).toContain('which is not on a list of signers that you trust.');
    expect(await said()).toContain('which is not on a list of signers that you trust.');
    const signature = unzipSync(made())[SIGNATURE] ?? new Uint8Array();
    const files = new Map<string, Uint8Array>(Object.entries(unzipSync(made())));
    const manifest = bytesOf(
      Buffer.from(files.get(MANIFEST) ?? [])
        .toString()
        .replace('"on": "2026-06-08"', '"on": "2026-06-08" '),
    );
    files.set(MANIFEST, manifest);
    files.set(SIGNATURE, signature);
    writeFileSync(school.path('forged.zip'), bundles.pack(files, sealOf(sha256(manifest))));
    const forged = await school.lem(['verify', 'forged.zip', '--signers', 'signers']);
    expect(forged.text).toContain('The signature is not of this submission.');
    expect(forged.exit).toBe(1);
    expect(await school.lem([...SUBMIT, '--sign', 'nowhere'])).toMatchObject({ exit: 2 });
    rmSync(school.path('key'));
  }, 60_000);

  test('-C says where the archive and the list of signers are looked for', async () => {
    await school.lem(SUBMIT);
    school.put('build/signers', 'head@school ssh-ed25519 AAAA\n');
    const words = ['verify', '-C', 'build', BUNDLE.replace('build/', '')];
    expect(await school.lem([...words, '--signers', 'signers'])).toMatchObject({ exit: 0 });
    expect(await school.lem([...words, '--signers', 'build/signers'])).toMatchObject({ exit: 2 });
  }, 60_000);

  test('what is not ready is not submitted: the checklist says why', async () => {
    const { exit, text } = await school.lem(['submit', 'religion-and-belief', '--html-only']);
    expect(exit).toBe(1);
    expect(text).toContain('accreditation/2025-26/religion-and-belief.yaml:19:5');
    expect(text).toContain('7 of 10 requirements met');
    expect(existsSync(school.path('build'))).toBe(false);
    expect((await school.lem([...SUBMIT, '--dry-run'])).exit).toBe(0);
    expect(existsSync(school.path('build'))).toBe(false);
    expect(await school.lem(['submit', 'rase'])).toMatchObject({ exit: 2 });
    expect(await school.lem([...SUBMIT, '--visit', '2026-02-30'])).toMatchObject({ exit: 2 });
  }, 60_000);

  test('the same bytes in every time zone, language and umask', async () => {
    await school.lem(SUBMIT);
    const first = made();
    const lem = fileURLToPath(new URL('../bin/lem.js', import.meta.url));
    for (const env of [
      { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8' },
      { TZ: 'America/Adak', LC_ALL: 'C' },
    ]) {
      rmSync(school.path('build'), { recursive: true });
      execFileSync('sh', ['-c', `umask 077; "${process.execPath}" "${lem}" ${SUBMIT.join(' ')} --on 2026-06-08`], {
        cwd: school.path('.'),
        env: { ...process.env, ...env },
      });
      expect(Buffer.compare(made(), first)).toBe(0);
    }
    copyFileSync(school.path(BUNDLE), school.path('x.zip'));
    expect(readdirSync(school.path('build'))).toHaveLength(1);
  }, 120_000);
});
