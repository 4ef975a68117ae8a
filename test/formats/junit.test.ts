import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { validateXML } from 'xmllint-wasm';
import { junit } from '../../src/views/formats/junit.ts';
import { ANY_FINDINGS, formatted, MIXED, reportOf, reportWith } from '../support/report.ts';

const require = createRequire(import.meta.url);

/** Ant's schema, the strictest there is of this format. */
const SCHEMA = readFileSync(require.resolve('jest-junit-reporter/src/__tests__/fixtures/junit.xsd'), 'utf8');

async function faultsOf(...texts: readonly string[]): Promise<readonly string[]> {
  const xml = texts.map((contents, index) => ({ fileName: `${index}.xml`, contents }));
  const { errors } = await validateXML({ xml, schema: [SCHEMA], disableFileNameValidation: true });
  return errors.map(({ message }) => message);
}

function number(text: string, attribute: string): number {
  return [...text.matchAll(new RegExp(`<testsuite [^>]*\\b${attribute}="(\\d+)"`, 'g'))].reduce(
    (sum, [, value]) => sum + Number(value),
    0,
  );
}

test('the schema is one', async () => {
  expect(await faultsOf('<testsuites><testsuite/></testsuites>')).not.toEqual([]);
});

test('holds against the schema, and fails as often as the check does', async () => {
  const report = reportOf(MIXED, { prefix: 'school/' });
  const of = (failOn: 'error' | 'warning' | 'info'): string => formatted(junit, { ...report, failOn });
  expect(await faultsOf(of('error'), of('warning'), of('info'), formatted(junit, reportOf({})))).toEqual([]);
  const errors = report.diagnostics.filter(({ severity }) => severity === 'error').length;
  expect(errors).toBeGreaterThan(0);
  expect(number(of('error'), 'failures')).toBe(errors);
  expect(number(of('info'), 'failures')).toBe(report.diagnostics.length);
  expect(number(of('info'), 'tests')).toBe(report.diagnostics.length + 1);
  expect(of('error').match(/<failure /g)).toHaveLength(errors);
  expect(of('error')).toContain('school/plan/a &amp; b, 100%: &lt;c&gt;.yaml');
});

test('holds whatever the findings say', async () => {
  const texts = fc.sample(ANY_FINDINGS, { numRuns: 150, seed: 7 }).map((found) => formatted(junit, reportWith(found)));
  expect(await faultsOf(...texts)).toEqual([]);
}, 30_000);
