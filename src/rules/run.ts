import type { IsoDate } from '../model/calendar.ts';
import { type Diagnostic, type Finding, type Level, SEVERITIES, type Severity } from '../model/diagnostic.ts';
import { type Place, pointer } from '../model/place.ts';
import type { Programme } from '../model/programme.ts';
import { locate } from '../source/locate.ts';
import type { Problem, Source } from '../source/source.ts';
import type { Assembly } from '../workspace/assemble.ts';
import { yearOn } from '../workspace/select.ts';
import { RULES } from './index.ts';
import type { Rule } from './rule.ts';

/**
 * Every finding about a workspace at a level, sorted by file, line, column and rule. A node that does not hold against
 * its schema is reported once: no rule speaks of it again.
 */
export function diagnose(
  assembly: Assembly,
  { level, on, rules = RULES }: { readonly level: Level; readonly on: IsoDate; readonly rules?: readonly Rule[] },
): readonly Diagnostic[] {
  const workspace = assembly.state === 'ready' ? assembly.workspace : null;
  const { sources, problems } = assembly.state === 'ready' ? assembly.workspace : assembly;
  const faulty = faultyPlaces(problems);
  const found: Diagnostic[] = [];
  for (const rule of rules) {
    const severity = severityOf(rule, level, workspace?.programme);
    if (severity === 'off') continue;
    if (rule.check === undefined) {
      for (const problem of problems.filter(({ code }) => code === rule.id))
        found.push(fromProblem(problem, severity, sources));
    } else if (workspace !== null) {
      for (const finding of rule.check({ workspace, on, year: yearOn(workspace, on) })) {
        if (!faulty(finding.place)) found.push(fromFinding(rule.id, finding, severity, sources));
      }
    }
  }
  return found.sort(byPlace);
}

/** The severity of a rule at a level: the programme's own, or the rule's. */
function severityOf(rule: Rule, level: Level, programme: Programme | undefined): Severity | 'off' {
  const own = programme?.file.severities;
  return (own !== undefined && Object.hasOwn(own, rule.id) ? own[rule.id]?.[level] : undefined) ?? rule.severity[level];
}

/** Whether a severity is at least as bad as another. */
export function atLeastAsBad(severity: Severity, as: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(as);
}

function faultyPlaces(problems: readonly Problem[]): (place: Place) => boolean {
  const places = problems.flatMap(({ where }) => ('path' in where ? [where] : []));
  return ({ file, path }) =>
    places.some((fault) => fault.file === file && fault.path.every((step, index) => step === path[index]));
}

function fromFinding(
  rule: string,
  { place, message, hint }: Finding,
  severity: Severity,
  sources: ReadonlyMap<string, Source>,
): Diagnostic {
  const source = sources.get(place.file);
  const span = source === undefined ? { line: 1, column: 1, endLine: 1, endColumn: 1 } : locate(source, place);
  return { rule, severity, message, file: place.file, ...span, pointer: pointer(place.path), hint: hint ?? null };
}

function fromProblem(
  { code, where, message, hint }: Problem,
  severity: Severity,
  sources: ReadonlyMap<string, Source>,
): Diagnostic {
  const source = sources.get(where.file);
  const span = source === undefined ? { line: 1, column: 1, endLine: 1, endColumn: 1 } : locate(source, where);
  return {
    rule: code,
    severity,
    message,
    file: where.file,
    ...span,
    pointer: 'path' in where ? pointer(where.path) : '',
    hint: hint ?? null,
  };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    compare(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
