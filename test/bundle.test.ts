import fc from 'fast-check';
import { bundles } from '../src/shell/bundle.ts';

const names = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((name) => name !== '__proto__'),
  fc.constantFrom('a', 'a/b', 'ä', '1', '10', 'manifest.json', 'PK\u0005\u0006'),
);
const contents = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc.constantFrom(Buffer.from('PK\u0003\u0004'), Buffer.from('PK\u0005\u0006'.repeat(6))),
);
const archives = fc.record({
  files: fc.dictionary(names, contents, { minKeys: 1, maxKeys: 6 }).map((files) => new Map(Object.entries(files))),
  seal: fc.string({ maxLength: 20 }).filter((seal) => !seal.includes('PK')),
});

test('what was packed is unpacked, and is whole', () => {
  fc.assert(
    fc.property(archives, ({ files, seal }) => {
      const unpacked = bundles.unpack(bundles.pack(files, seal));
      if (unpacked.state === 'none') throw new Error('it can’t be unpacked');
      expect([unpacked.isWhole, unpacked.seal]).toEqual([true, seal]);
      expect([...unpacked.files.keys()].sort()).toEqual([...files.keys()].sort());
      for (const [name, bytes] of files)
        expect(Buffer.compare(unpacked.files.get(name) ?? Buffer.of(0), bytes)).toBe(0);
    }),
  );
});

test('an archive is whole where packing its files gives the very same bytes, and nowhere else', () => {
  const change = fc.record({ at: fc.nat(), to: fc.nat(255), more: fc.uint8Array({ maxLength: 3 }), less: fc.nat(3) });
  let changed = 0;
  fc.assert(
    fc.property(archives, change, ({ files, seal }, { at, to, more, less }) => {
      const archive = Buffer.concat([bundles.pack(files, seal), more]);
      archive[at % archive.length] = to;
      const given = archive.subarray(0, archive.length - less);
      const unpacked = bundles.unpack(given);
      if (unpacked.state === 'none') return;
      const again = bundles.pack(unpacked.files, unpacked.seal);
      expect(unpacked.isWhole).toBe(Buffer.compare(again, given) === 0);
      if (!unpacked.isWhole) changed++;
    }),
    { numRuns: 2000 },
  );
  expect(changed).toBeGreaterThan(100);
});

test('a text at the end that no archive has room for is not as lem makes them', () => {
  const archive = Buffer.from(bundles.pack(new Map([['a', Buffer.from('a')]]), ''));
  // In UTF-8 each of these bytes becomes three.
  const seal = Buffer.alloc(30_000, 0xff);
  archive.writeUInt16LE(seal.length, archive.length - 2);
  expect(bundles.unpack(Buffer.concat([archive, seal]))).toMatchObject({ state: 'unpacked', isWhole: false });
});

test.each([[['workspace']], [['a', 'workspace']]])(
  'a file of the name that JavaScript gives a meaning is not as lem makes them: %j',
  (names) => {
    const archive = Buffer.from(bundles.pack(new Map(names.map((name) => [name, Buffer.from('x')])), ''));
    for (let at = archive.indexOf('workspace'); at !== -1; at = archive.indexOf('workspace', at))
      archive.write('__proto__', at);
    expect(bundles.unpack(archive)).toMatchObject({ state: 'unpacked', isWhole: false });
  },
);
