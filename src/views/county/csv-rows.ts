import type { CountySchool } from '../../model/county-school.generated.ts';
import type { CountyFigures } from './figures.ts';
import { badgesIn } from './words.ts';

/** The columns of a county as CSV, and a row for each school; the state of each badge comes last. */
export function countyRows({ schools, badges }: Pick<CountyFigures, 'schools' | 'badges'>): {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  const strands = badges.map(({ strand }) => strand);
  return {
    columns: [...COLUMNS.map(([name]) => name), ...strands],
    rows: schools.map((school) => [
      ...COLUMNS.map(([, value]) => String(value(school) ?? '')),
      ...strands.map((strand) => school.badges.find((badge) => badge.strand === strand)?.state ?? ''),
    ]),
  };
}

const COLUMNS: readonly (readonly [
  name: string,
  value: (school: CountySchool) => string | number | null | undefined,
])[] = [
  ['urn', ({ urn }) => urn],
  ['school', ({ school }) => school],
  ['path', ({ path }) => path],
  ['phase', ({ phase }) => phase],
  ['programme', ({ programme }) => programme],
  ['year', ({ year }) => year],
  ['errors', ({ findings }) => findings.error],
  ['warnings', ({ findings }) => findings.warning],
  ['unreadable', ({ unreadable }) => unreadable.count],
  ['broken', ({ broken }) => broken],
  ['overall', ({ grid }) => grid?.overall.rating],
  ['missingCells', ({ grid }) => grid?.overall.counts.missing],
  ['held', (school) => badgesIn(school, 'held')],
  ['ready', (school) => badgesIn(school, 'ready')],
  ['mark', ({ mark }) => mark?.state],
  ['markAchieved', ({ mark }) => mark?.achievedOn],
  ['markDeadline', ({ mark }) => mark?.deadline],
  ['nextVisit', ({ visits }) => visits[0]?.date],
  ['sendAuditBy', ({ visits }) => visits[0]?.sendAudit],
  ['seenIn', ({ seenIn }) => seenIn],
  ['submittedOn', ({ submission }) => submission?.on],
  ['claimed', ({ submission }) => submission?.strands.join(' ')],
];
