import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { baselineOf, baselineText, holdAgainst, readBaseline } from '../../src/rules/baseline.ts';

const schema = JSON.parse(readFileSync(new URL('../../schemas/output/baseline.json', import.meta.url), 'utf8'));
const validate = new Ajv().compile(schema);

function found(rule: string, file = 'plan/a.yaml', pointer = '/due', line = 1): Diagnostic {
  const span = { line, column: 1, endLine: line, endColumn: 2 };
  return { rule, severity: 'error', message: 'No.', file, pointer, hint: null, ...span };
}

const OVERDUE = found('plan/overdue');

test('what is accepted is told from what is new, whatever its line', () => {
  const baseline = baselineOf([OVERDUE, OVERDUE, found('plan/no-lead')]);
  const moved = found('plan/overdue', 'plan/a.yaml', '/due', 40);
  const other = found('plan/overdue', 'plan/b.yaml');
  expect(holdAgainst(baseline, [moved, other])).toEqual({ found: [other], accepted: 1, gone: 2 });
  expect(holdAgainst(baseline, [moved, moved, moved])).toEqual({ found: [moved], accepted: 2, gone: 1 });
  expect(holdAgainst([], [moved])).toEqual({ found: [moved], accepted: 0, gone: 0 });
});

test('what can’t be suppressed is never accepted, even where a baseline lists it', () => {
  const hidden = [found('yaml/syntax'), found('suppression/no-reason'), found('no/such-rule')];
  expect(baselineOf(hidden)).toEqual([]);
  const forged = hidden.map(({ rule, file, pointer }) => ({ rule, file, pointer, count: 9 }));
  expect(holdAgainst(forged, hidden).found).toEqual(hidden);
});

test('the file says the same whatever the order, holds against its schema and is read back', () => {
  const list = [OVERDUE, found('plan/no-lead', 'plan/b.yaml', ''), OVERDUE, found('grid/cell-missing', 'grid/"é.yaml')];
  const text = baselineText(baselineOf(list), '1.2.3');
  expect(baselineText(baselineOf([...list].reverse()), '1.2.3')).toBe(text);
  expect(validate(JSON.parse(text))).toBe(true);
  expect(readBaseline(text)).toEqual({ baseline: baselineOf(list) });
  expect(validate(JSON.parse(baselineText([], '1.2.3')))).toBe(true);
});

test.each([
  ['', 'is not a baseline'],
  ['title: A\n', 'is not a baseline'],
  ['[]', 'is not a baseline'],
  ['null', 'is not a baseline'],
  ['{ "name": "package" }', 'is not a baseline'],
  ['{ "format": 2, "findings": [] }', 'is a baseline of another version of lem: this one reads format 1'],
  ['{ "format": 1, "findings": [{ "rule": "a/b" }] }', 'is not a sound baseline'],
  [
    '{ "format": 1, "findings": [{ "rule": "a/b", "file": "", "pointer": "", "count": -1 }] }',
    'is not a sound baseline',
  ],
])('%s is refused', (text, fault) => {
  expect(readBaseline(text)).toEqual({ fault, hint: expect.stringMatching(/^\S.*\.$/) });
});
