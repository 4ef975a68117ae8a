import { Ajv } from 'ajv';
import fc from 'fast-check';
import { gitlab } from '../../src/views/formats/gitlab.ts';
import { ANY_FINDINGS, formatted, MIXED, reportOf, reportWith } from '../support/report.ts';

/** What GitLab documents of a Code Quality report; there is no schema of it. */
const validate = new Ajv({ allErrors: true }).compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string' },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string' },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
});

interface Entry {
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string };
}

function entriesOf(text: string): readonly Entry[] {
  const entries = JSON.parse(text);
  validate(entries);
  expect(validate.errors ?? []).toEqual([]);
  return entries;
}

test('is as GitLab documents it', () => {
  const report = reportOf(MIXED, { prefix: 'school/' });
  const entries = entriesOf(formatted(gitlab, report));
  expect(entries.map(({ location }) => location.path)).toEqual(report.diagnostics.map(({ file }) => `school/${file}`));
  for (const { location } of entries) expect(location.path).not.toMatch(/^\.?\//);
  expect(new Set(entries.map(({ severity }) => severity))).toEqual(new Set(['major', 'minor', 'info']));
  expect(formatted(gitlab, reportOf({}))).toBe('[]\n');
});

test('every fingerprint is another, and stays when lines move', () => {
  fc.assert(
    fc.property(ANY_FINDINGS, (found) => {
      const prints = (move: number): readonly string[] =>
        entriesOf(
          formatted(gitlab, reportWith([...found, ...found].map((each) => ({ ...each, line: each.line + move })))),
        ).map(({ fingerprint }) => fingerprint);
      expect(new Set(prints(0)).size).toBe(found.length * 2);
      expect(prints(5)).toEqual(prints(0));
    }),
  );
});
