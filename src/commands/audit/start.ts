import { type AuditBefore, auditBefore, auditYear } from '../../facts/audit-years.ts';
import { count } from '../../facts/requirements/requirement.ts';
import { run } from '../../model/block.ts';
import { inWords } from '../../model/calendar.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { readSchoolYear, type SchoolYear, schoolYearOf } from '../../model/school-year.ts';
import { wrap } from '../../model/width.ts';
import { roleOf } from '../../workspace/layout.ts';
import { yearFiles } from '../../workspace/scaffold-audit.ts';
import { listed } from '../../workspace/scaffold-text.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import { changing, DRY_RUN_OPTION, next, type TextChange, wrote } from '../change.ts';
import { argument, type Command, type Input } from '../command.ts';
import { openHere } from '../load.ts';

export const startAudit: Command = {
  summary: 'Begins a school year: a file for each element, with its assessors of last time, and the grid’s.',
  args: [['[year]', 'a school year, such as 2026-27 (default: that of the day)']],
  options: [['--on <date>', 'begin the school year of this day (default: today)'], DRY_RUN_OPTION],
  examples: [
    ['lem audit start', 'begin the school year that it is today'],
    ['lem audit start 2026-27', 'begin the next one ahead of time'],
  ],
  run: start,
};

function start(world: World, input: Input): Outcome {
  const here = openHere(world, input);
  if ('refusal' in here) return here.refusal;
  const { root, workspace } = here;
  const { programme } = workspace;
  const now = schoolYearOf(here.on, programme.file.schoolYear.starts);
  const given = argument(input, 0);
  const year = given === undefined ? now : readSchoolYear(given);
  if (year === null)
    return unusable(`${given} is not a school year.`, 'Write it as two years in a row, such as 2026-27.');
  if (Math.abs(first(year) - first(now)) > 1)
    return unusable(
      `${year} is far from ${now}, the school year of ${inWords(here.on)}.`,
      `If you do mean it, name a day in it too: --on ${first(year)}-${programme.file.schoolYear.starts}.`,
    );
  const template = (path: string): string => world.files.shipped(`templates/${path}`);
  const before = new Map(
    [...programme.elements.keys()].map((element) => [element, auditBefore(workspace, element, year)] as const),
  );
  const files = yearFiles(programme, year, template, (element) => assessorsOf(before.get(element)));
  const drafts = files.map(([path, after]): Draft => {
    const { id = '' } = roleOf(path) ?? {};
    return {
      change: { path, before: null, after },
      there: standing(world, root, workspace, path),
      from: before.get(id) ?? null,
    };
  });
  const missing = drafts.filter(({ there }) => there === null);
  const flag = year === now ? '' : ` --year ${year}`;
  const notes = missing.length === 0 ? [] : [...carried(drafts), ...otherEdition(workspace, year)];
  return changing(world, input, {
    root,
    texts: missing.map(({ change }) => change),
    said: [
      [run(`Audit ${year}`, 'strong'), given === undefined ? `, the school year of ${inWords(here.on)}` : ''],
      ...missing.map(({ change }) => wrote(change.path)),
      ...[...left(drafts), ...notes].flatMap((note) => wrap(note, world.terminal.width - 2)).map((line) => `  ${line}`),
      next(missing.length === 0 ? `lem audit show${flag}` : `lem audit assign${flag}`),
    ],
  });
}

/** A file of the new year. */
interface Draft {
  readonly change: TextChange;
  /** The file that stands in its place already. */
  readonly there: string | null;
  /** The last audit before, whose assessors are carried over. */
  readonly from: AuditBefore | null;
}

function assessorsOf(before: AuditBefore | null | undefined): readonly string[] {
  return before?.audit.state === 'known' ? (before.audit.value.assessors ?? []) : [];
}

/** The file that is there already where a new one would go, under whatever form of the year's name; null for none. */
function standing(world: World, root: string, workspace: Workspace, path: string): string | null {
  const { kind, year = '', id = '' } = roleOf(path) ?? {};
  const known = kind === 'grid' ? workspace.grids.get(year) : workspace.audits.get(year)?.get(id);
  return known?.file ?? (world.files.exists(world.files.resolve(root, path)) ? path : null);
}

/** What is there already and is left as it is. */
function left(drafts: readonly Draft[]): readonly string[] {
  const there = drafts.flatMap(({ there: file }) => (file === null ? [] : [file]));
  if (there.length === 0) return [];
  if (there.length === drafts.length) return ['Nothing is missing: every file of the year is there.'];
  return [`There already, and left as ${there.length === 1 ? 'it is' : 'they are'}: ${there.join(', ')}.`];
}

/** Where the assessors come from, and which files they could not be taken from. */
function carried(drafts: readonly Draft[]): readonly string[] {
  const sources = drafts.flatMap(({ there, from }) => (there !== null || from === null ? [] : [from]));
  const taken = sources.filter((from) => assessorsOf(from).length > 0);
  const years = [...new Set(taken.map(({ year }) => year))].sort();
  return [
    ...(taken.length === 0
      ? []
      : [`The assessors of ${count(taken.length, 'element')} are carried over from ${listed(years)}.`]),
    ...sources
      .filter(({ audit }) => audit.state === 'unreadable')
      .map(({ audit }) => `${audit.file} can’t be read, so no assessors are carried over from it.`),
  ];
}

/** An audit remembers the edition it was made against, so nothing of the last one is changed; that it is another is said. */
function otherEdition(workspace: Workspace, year: SchoolYear): readonly string[] {
  const last = [...workspace.audits.keys()].filter((each) => each < year).at(-1);
  const present = workspace.programme.id;
  const edition = last === undefined ? present : auditYear(workspace, last, new Map()).edition;
  return edition === present
    ? []
    : [`The audit of ${last} was made against ${edition}, this one is against ${present}.`];
}

function first(year: SchoolYear): number {
  return Number(year.slice(0, 4));
}
