import fc from 'fast-check';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { RULES } from '../../src/rules/index.ts';
import { diagnosis } from '../../src/rules/run.ts';
import type { CheckReport } from '../../src/views/formats/report.ts';
import { plainText } from '../../src/views/plain-text.ts';
import { assemble } from '../../src/workspace/assemble.ts';
import { ON, type Overlay, SHIPPED, soundWorkspace } from './sound-workspace.ts';

/** What a check of the sound workspace comes to, with some files put over it. */
export function reportOf(overlay: Overlay, more: Partial<CheckReport> = {}): CheckReport {
  const assembly = assemble(soundWorkspace(overlay), SHIPPED);
  const { sources } = assembly.state === 'ready' ? assembly.workspace : assembly;
  const { found, suppressed } = diagnosis(assembly, { level: 'submission', on: ON });
  return { ...EMPTY, files: sources.size, sources, diagnostics: found, suppressed, ...more };
}

const EMPTY: CheckReport = {
  level: 'submission',
  on: ON,
  failOn: 'error',
  version: '1.2.3',
  files: 0,
  diagnostics: [],
  suppressed: [],
  baseline: null,
  sources: new Map(),
  prefix: '',
  width: 80,
};

/** A workspace with findings of every severity, in several files, one of which has a name that is hard to write. */
export const MIXED: Overlay = {
  'plan/a & b, 100%: <c>.yaml': 'title: A\nstrands: [rase, genders]\nstatus: planned\ndue: 2026-01-01\n',
  'plan/broken.yaml': 'title: "open\n',
  'evidence/walk/evidence.yaml': 'title: Walk\nkind: observation\ndate: 2027-02-11\nfiles: [{ path: a.txt }]\n',
  'evidence/walk/a.txt': 'So.',
};

/** What a format makes of a report, as text. */
export function formatted(
  format: (report: CheckReport) => Parameters<typeof plainText>[0],
  report: CheckReport,
): string {
  return plainText(format(report));
}

const TEXT = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        ...['\u0000', '\u001b[31m', '\r\n', '\n', '::error::x', '%0A', ',', ':', '|', '`', '&', '<b>', ']]>', '"', "'"],
        ...['@team', '#12', '!3', '~bug', '$x$', '[a](http://b.example)', 'https://b.example', 'www.b.example'],
        ...['a@b.example', '![i](j)', '<!--', 'GH-1', '\\', '\ud800', '\u202e', '\ufffe', 'word', ' ', '*b*', '__c__'],
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);

/** Findings whose words and files are anything at all. */
export const ANY_FINDINGS: fc.Arbitrary<readonly Diagnostic[]> = fc.array(
  fc.record({
    rule: fc.constantFrom(...RULES.map(({ id }) => id)),
    severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
    message: TEXT,
    file: TEXT.map((text) => `plan/${text}.yaml`),
    line: fc.integer({ min: 1, max: 99 }),
    column: fc.integer({ min: 1, max: 99 }),
    endLine: fc.constant(100),
    endColumn: fc.integer({ min: 1, max: 99 }),
    pointer: TEXT,
    hint: fc.option(TEXT),
  }),
  { maxLength: 6 },
);

/** A report of such findings. */
export function reportWith(diagnostics: readonly Diagnostic[], more: Partial<CheckReport> = {}): CheckReport {
  return { ...EMPTY, files: 9, diagnostics, ...more };
}
