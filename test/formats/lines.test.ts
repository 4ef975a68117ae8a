import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { compact } from '../../src/views/formats/compact.ts';
import { json } from '../../src/views/formats/json.ts';
import { jsonl } from '../../src/views/formats/jsonl.ts';
import { ANY_FINDINGS, formatted, MIXED, reportOf, reportWith } from '../support/report.ts';

const check = JSON.parse(readFileSync(new URL('../../schemas/output/check.json', import.meta.url), 'utf8'));
const validate = new Ajv({ strict: false }).compile(check.properties.findings.items);

test('compact is a line for each finding', () => {
  const report = reportOf({ 'plan/a.yaml': 'title: A\nstrands: [rase]\nstatus: planned\n' }, { prefix: 'school/' });
  expect(formatted(compact, report).split('\n')).toContain(
    'school/plan/a.yaml:2:11: error There is no strand rase in lem-5. Did you mean race? [plan/unknown-strand]',
  );
  fc.assert(
    fc.property(ANY_FINDINGS, (found) => {
      const lines = formatted(compact, reportWith(found)).split(/[\n\r\u0085\u2028\u2029]/);
      expect(lines).toHaveLength(found.length + 1);
    }),
  );
  expect(formatted(compact, reportOf({}))).toBe('');
});

test('jsonl holds the findings of the JSON report, one a line', () => {
  const report = reportOf(MIXED);
  const lines = formatted(jsonl, report).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(JSON.parse(formatted(json, report)).findings);
  fc.assert(
    fc.property(ANY_FINDINGS, (found) => {
      for (const line of formatted(jsonl, reportWith(found)).split('\n').slice(0, -1)) {
        expect(line).not.toMatch(/\p{Cc}/u);
        expect(validate(JSON.parse(line))).toBe(true);
      }
    }),
  );
});
