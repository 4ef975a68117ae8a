import type { CountySchool } from '../../model/county-school.generated.ts';

/** The schools of a county in an order that is the same wherever they are told of: by URN, those without one last, then by path. */
export function inOrder(schools: readonly CountySchool[]): readonly CountySchool[] {
  return [...schools].sort((a, b) => compare(a.urn ?? LAST, b.urn ?? LAST) || compare(a.path, b.path));
}

/** After every URN. */
const LAST = '~';

/** What two schools share that is one school’s alone: the URN, or the path. */
export interface Clash {
  readonly what: string;
  readonly schools: readonly [CountySchool, CountySchool];
}

/** Schools that can’t both be what they say they are. */
export function clashes(schools: readonly CountySchool[]): readonly Clash[] {
  const seen = new Map<string, CountySchool>();
  return schools.flatMap((school) => {
    const { urn, path } = school;
    return [...(urn === null ? [] : [`the URN ${urn}`]), `the path ${path}`].flatMap((what): readonly Clash[] => {
      const other = seen.get(what);
      if (other === undefined) seen.set(what, school);
      return other === undefined ? [] : [{ what, schools: [other, school] }];
    });
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
