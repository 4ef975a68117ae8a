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
import { suppress } from './suppression.ts';

export interface Asked {
  readonly level: Level;
  readonly on: IsoDate;
  readonly rules?: readonly Rule[];
}

/** What is to be mended, and what comments in the files accept. Both are sorted by file, line, column and rule. */
export interface Diagnosis {
  readonly found: readonly Diagnostic[];
  readonly suppressed: readonly Diagnostic[];
}

/** Every finding about a workspace at a level but those that are suppressed. */
export function diagnose(assembly: Assembly, asked: Asked): readonly Diagnostic[] {
  return diagnosis(assembly, asked).found;
}

/**
 * Every finding about a workspace at a level. A node that does not hold against its schema is reported once: no rule
 * speaks of it again.
 */
export function diagnosis(assembly: Assembly, { level, on, rules = RULES }: Asked): Diagnosis {
  const workspace = assembly.state === 'ready' ? assembly.workspace : null;
  const { sources, problems } = assembly.state === 'ready' ? assembly.workspace : assembly;
  const faulty = faultyPlaces(problems);
  const severities = new Map(rules.map((rule) => [rule.id, severityOf(rule, level, workspace?.programme)]));
  const found: Diagnostic[] = [];
  for (const rule of rules) {
    const severity = severities.get(rule.id) ?? 'off';
    if (severity === 'off') continue;
    if (rule.check === undefined) {
      for (const problem of problems.filter(({ code }) => code === rule.id))
        found.push(fromProblem(problem, severity, sources));
    } else if (workspace !== null) {
      // What concerns a person's privacy is said whatever else is wrong with the node.
      const counts = ({ place }: Finding): boolean => rule.unsuppressible === true || !faulty(place);
      const sound = limited(rule.check({ workspace, on, year: yearOn(workspace, on) }), counts);
      for (const finding of sound) found.push(fromFinding(rule.id, finding, severity, sources));
    }
  }
  const unsound = new Set(problems.map(({ where }) => where.file));
  const sorted = suppress(found.sort(byPlace), {
    sources,
    rules: RULES,
    on,
    judged: ({ id, check }, file) =>
      (severities.get(id) ?? 'off') !== 'off' && (check === undefined || workspace !== null) && !unsound.has(file),
  });
  const complaints = sorted.complaints.flatMap((complaint): readonly Diagnostic[] => {
    const severity = severities.get(complaint.rule) ?? 'off';
    const { rule: code, message, hint, ...where } = complaint;
    return severity === 'off' ? [] : [fromProblem({ code, where, message, hint }, severity, sources)];
  });
  if (complaints.length === 0) return sorted;
  return { found: [...sorted.found, ...complaints].sort(byPlace), suppressed: sorted.suppressed };
}

/** The severity of a rule at a level: the programme's own, which can't silence an unsuppressible rule, or the rule's. */
function severityOf(rule: Rule, level: Level, programme: Programme | undefined): Severity | 'off' {
  const own = programme?.file.severities;
  const set = own !== undefined && Object.hasOwn(own, rule.id) ? own[rule.id]?.[level] : undefined;
  return set === undefined || (set === 'off' && rule.unsuppressible) ? rule.severity[level] : set;
}

/** Whether a severity is at least as bad as another. */
export function atLeastAsBad(severity: Severity, as: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(as);
}

/** How many findings of a rule are told of in one file; a file made by a machine could have a hundred thousand. */
const MOST_OF_A_KIND = 100;

/** The findings that count, with those beyond the limit in one that says how many there are. */
function* limited(findings: Iterable<Finding>, counts: (finding: Finding) => boolean): Iterable<Finding> {
  const told = new Map<string, number>();
  const beyond = new Map<string, { readonly place: Place; readonly number: number }>();
  for (const finding of findings) {
    if (!counts(finding)) continue;
    const { file } = finding.place;
    const number = (told.get(file) ?? 0) + 1;
    told.set(file, number);
    if (number <= MOST_OF_A_KIND) yield finding;
    else beyond.set(file, { place: beyond.get(file)?.place ?? finding.place, number: number - MOST_OF_A_KIND });
  }
  for (const { place, number } of beyond.values()) {
    yield {
      place,
      message: `This and ${number - 1} more in this file are the same.`,
      hint: 'Mend those before it first.',
    };
  }
}

function faultyPlaces(problems: readonly Problem[]): (place: Place) => boolean {
  const byFile = new Map<string, Place[]>();
  for (const { where } of problems) {
    if (!('path' in where)) continue;
    const places = byFile.get(where.file) ?? [];
    places.push(where);
    byFile.set(where.file, places);
  }
  return ({ file, path }) =>
    byFile.get(file)?.some((fault) => fault.path.every((step, index) => step === path[index])) === true;
}

function fromFinding(
  rule: string,
  { place, message, hint, fix }: Finding,
  severity: Severity,
  sources: ReadonlyMap<string, Source>,
): Diagnostic {
  const source = sources.get(place.file);
  const span = source === undefined ? { line: 1, column: 1, endLine: 1, endColumn: 1 } : locate(source, place);
  return {
    rule,
    severity,
    message,
    file: place.file,
    ...span,
    pointer: pointer(place.path),
    hint: hint ?? null,
    ...(fix === undefined ? {} : { fix }),
  };
}

function fromProblem(
  { code, where, message, hint, fix }: Omit<Problem, 'code'> & { readonly code: string },
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
    ...(fix === undefined ? {} : { fix }),
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
