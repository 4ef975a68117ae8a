import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { sarif } from '../../src/views/formats/sarif.ts';
import { ANY_FINDINGS, formatted, MIXED, reportOf, reportWith } from '../support/report.ts';

const require = createRequire(import.meta.url);

/** The schema of the standard, which is in an older draft: only its name for itself differs in what it uses. */
const {
  id: _id,
  $schema: _draft,
  ...schema
} = JSON.parse(readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'));
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [
    {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string };
        readonly region: { readonly startLine: number };
      };
    },
  ];
  readonly partialFingerprints: { readonly [name: string]: string };
}

function runOf(text: string): {
  readonly results: readonly Result[];
  readonly rules: readonly { readonly id: string }[];
} {
  const log = JSON.parse(text);
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  expect([log.version, log.runs.length]).toEqual(['2.1.0', 1]);
  const [{ results, tool }] = log.runs;
  expect([tool.driver.name, tool.driver.version]).toEqual(['lem', '1.2.3']);
  return { results, rules: tool.driver.rules };
}

test('the schema is one', () => {
  expect(validate({ version: '2.1.0', runs: [{}] })).toBe(false);
});

test('holds against the standard’s schema, and every result names its rule', () => {
  const report = reportOf(MIXED, { prefix: 'school/' });
  const { results, rules } = runOf(formatted(sarif, report));
  expect(new Set(results.map(({ level }) => level))).toEqual(new Set(['error', 'warning', 'note']));
  expect(results.map(({ ruleId }) => ruleId)).toEqual(report.diagnostics.map(({ rule }) => rule));
  for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex]?.id).toBe(ruleId);
  const uris = results.map(({ locations: [{ physicalLocation }] }) => physicalLocation.artifactLocation.uri);
  expect(uris.map(decodeURIComponent)).toEqual(report.diagnostics.map(({ file }) => `school/${file}`));
});

test('holds with no finding, and whatever the findings say', () => {
  runOf(formatted(sarif, reportOf({})));
  fc.assert(
    fc.property(ANY_FINDINGS, (found) => {
      expect(runOf(formatted(sarif, reportWith(found))).results).toHaveLength(found.length);
    }),
    { numRuns: 60 },
  );
});

test('fingerprints stay when lines move', () => {
  const text = 'title: A\nstrands: [rase, genders]\nstatus: planned\n';
  const of = (moved: string): readonly (readonly [number, unknown])[] =>
    runOf(formatted(sarif, reportOf({ 'plan/a.yaml': moved }))).results.map((each) => [
      each.locations[0].physicalLocation.region.startLine,
      each.partialFingerprints,
    ]);
  const before = of(text);
  const after = of(`# one\n\n# two\n${text}`);
  expect(after.map(([, print]) => print)).toEqual(before.map(([, print]) => print));
  expect(after.map(([line]) => line)).toEqual(before.map(([line]) => line + 3));
});

test('a suppressed finding is none', () => {
  const text = 'title: A\n# lem-ignore plan/unknown-strand: They are to be joined.\nstrands: [rase]\nstatus: planned\n';
  const report = reportOf({ 'plan/a.yaml': text });
  expect(report.suppressed).toHaveLength(1);
  expect(runOf(formatted(sarif, report)).results.map(({ ruleId }) => ruleId)).not.toContain('plan/unknown-strand');
});
