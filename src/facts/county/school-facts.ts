import type { IsoDate } from '../../model/calendar.ts';
import type { Badge, CountySchool, RatingOfTheScale, RollUpOfAll, Visit } from '../../model/county-school.generated.ts';
import type { Diagnostic, Level } from '../../model/diagnostic.ts';
import type { WorkspaceFile } from '../../model/files.generated.ts';
import { type Known, seen } from '../../model/known.ts';
import type { Programme } from '../../model/programme.ts';
import { validate } from '../../source/validate.ts';
import type { Assembly } from '../../workspace/assemble.ts';
import { PROGRAMME_FILE, WORKSPACE_FILE } from '../../workspace/layout.ts';
import { yearOn } from '../../workspace/select.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { gridFacts } from '../grid.ts';
import { markFacts } from '../mark.ts';
import { badgesOn } from '../progress.ts';
import type { RollUp } from '../rollup.ts';
import { visitNeeds } from '../visit-needs.ts';
import { submittedBadges } from './submitted-badges.ts';

/** What a school was asked about. */
export interface SchoolAsked extends Pick<CountySchool, 'seenIn'> {
  /** Where its workspace or its submission is, as it was named. */
  readonly path: string;
  readonly level: Level;
  readonly on: IsoDate;
}

/** What a submission says of itself: the day it was judged as on, and the strands that it claims. */
export type SubmissionSeen = NonNullable<CountySchool['submission']>;

/** How many unreadable files are named. */
const MOST_UNREADABLE = 20;
/** In characters of JSON. The editions that there are take a twentieth of it. */
const LARGEST = 200_000;

/**
 * All that a county’s overview knows of a school: schemas/output/county-school.json. A school whose programme can’t be
 * told is broken, which says nothing of any other.
 * @param found what a check of it found
 * @param asked with what it was submitted for, null for a workspace
 */
export function schoolFacts(
  assembly: Assembly,
  found: readonly Diagnostic[],
  asked: SchoolAsked & Pick<CountySchool, 'submission'>,
): CountySchool {
  const school = assembly.state === 'ready' ? soundSchool(assembly.workspace, found, asked) : null;
  if (school !== null && JSON.stringify(school).length <= LARGEST) return school;
  const { sources } = assembly.state === 'ready' ? assembly.workspace : assembly;
  const isDeciding = ({ file }: Diagnostic): boolean => file === WORKSPACE_FILE || file === PROGRAMME_FILE;
  const first = errorsIn(found).find(isDeciding) ?? errorsIn(found)[0];
  const why =
    school !== null
      ? 'Its programme is larger than an overview of a county takes.'
      : first === undefined
        ? `${WORKSPACE_FILE} can’t be used.`
        : placed(first);
  const source = sources.get(WORKSPACE_FILE);
  const settings = source === undefined ? null : seen(validate('workspace', source).known);
  const { submission } = asked;
  return { ...brokenSchool(asked, why), ...named(settings), ...counted(found), submission, files: sources.size };
}

/** A school of which nothing is known but why. */
export function brokenSchool({ path, seenIn, on, level }: SchoolAsked, why: string): CountySchool {
  return {
    format: 1,
    path,
    seenIn,
    submission: null,
    of: 1,
    on,
    level,
    broken: why,
    school: null,
    urn: null,
    phase: null,
    programme: null,
    year: null,
    files: 0,
    findings: { error: 0, warning: 0, info: 0 },
    firstError: null,
    unreadable: { count: 0, files: [] },
    titles: null,
    scale: [],
    badges: [],
    mark: null,
    grid: null,
    visits: [],
  };
}

function soundSchool(
  workspace: Workspace,
  found: readonly Diagnostic[],
  asked: SchoolAsked & Pick<CountySchool, 'submission'>,
): CountySchool {
  const { programme, sources, settings } = workspace;
  const { on, submission } = asked;
  const { mark, title, team } = programme.file;
  const { state, achievedOn, deadline, held, missing } = markFacts(workspace, on);
  const year = yearOn(workspace, on);
  const { strands, elements, overall } = gridFacts(workspace, year);
  const files = unreadableFiles(workspace);
  return {
    ...brokenSchool(asked, ''),
    submission,
    broken: null,
    ...named(seen(settings)),
    programme: programme.id,
    year,
    files: sources.size,
    ...counted(found),
    unreadable: { count: files.length, files: files.slice(0, MOST_UNREADABLE) },
    titles: { programme: title, mark: mark.title, team: team ?? null },
    scale: scaleOf(programme),
    badges: badgesOf(workspace, on, submission),
    mark: { state, achievedOn, deadline, held, missing },
    grid: {
      strands: strands.map(({ strand, ...roll }) => ({ strand, ...rolled(roll) })),
      elements: elements.map(({ element, ...roll }) => ({
        element,
        title: programme.elements.get(element)?.title ?? element,
        ...rolled(roll),
      })),
      overall: rolled(overall),
    },
    visits: visitsOf(workspace, on),
  };
}

function named(settings: WorkspaceFile | null): Pick<CountySchool, 'school' | 'urn' | 'phase'> {
  const { name, urn, phase } = settings?.school ?? {};
  // What of a faulty file was mended may be empty.
  return { school: name || null, urn: urn || null, phase: phase ?? null };
}

function counted(found: readonly Diagnostic[]): Pick<CountySchool, 'findings' | 'firstError'> {
  const findings = { error: 0, warning: 0, info: 0 };
  for (const { severity } of found) findings[severity]++;
  const [first] = errorsIn(found);
  return { findings, firstError: first === undefined ? null : placed(first) };
}

function errorsIn(found: readonly Diagnostic[]): readonly Diagnostic[] {
  return found.filter(({ severity }) => severity === 'error');
}

function placed({ file, line, column, message }: Diagnostic): string {
  return `${file}:${line}:${column} ${message}`;
}

function scaleOf({ file: { scale, notApplicable } }: Programme): readonly RatingOfTheScale[] {
  return [...scale, notApplicable].map(({ id, title, letter, colour, ...rest }) => ({
    id,
    title,
    letter,
    colour,
    needsAction: 'needsAction' in rest && rest.needsAction === true,
  }));
}

function badgesOf(workspace: Workspace, on: IsoDate, submission: SubmissionSeen | null): readonly Badge[] {
  const badges = badgesOn(workspace, on);
  const seen = submission === null ? badges : submittedBadges(badges, submission.strands);
  return seen.map(({ strand, state, eligible, awarded, lapses }) => {
    const title = workspace.programme.strands.get(strand)?.title ?? strand;
    return { strand, title, state, eligible, awarded, lapses };
  });
}

function rolled({ rating, complete, provisional, counts }: RollUp): RollUpOfAll {
  return { rating, complete, provisional, counts: { missing: 0, ...counts } };
}

function visitsOf(workspace: Workspace, on: IsoDate): readonly Visit[] {
  const { strands: known } = workspace.programme;
  return [...(seen(workspace.calendar)?.visits ?? [])]
    .filter(({ date }) => date >= on)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((visit) => ({
      date: visit.date,
      kind: visit.kind,
      strands: (visit.strands ?? []).filter((strand) => known.has(strand)),
      sendAudit: visitNeeds(workspace, visit, on).sendAudit,
    }));
}

function unreadableFiles({ settings, referenceGroup, awards, calendar, ...many }: Workspace): readonly string[] {
  const years = [...many.audits.values(), ...many.summaries.values(), many.grids, many.actions, many.evidence];
  const all: readonly Known<unknown>[] = [
    settings,
    referenceGroup,
    awards,
    calendar,
    ...years.flatMap((files: ReadonlyMap<string, Known<unknown>>) => [...files.values()]),
  ];
  return [...new Set(all.filter(({ state }) => state === 'unreadable').map(({ file }) => file))].sort();
}
