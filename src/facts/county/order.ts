import type { CountySchool } from '../../model/county-school.generated.ts';

/** The schools of a county in an order that is the same wherever they are told of: by URN, those without one last, then by path. */
export function inOrder(schools: readonly CountySchool[]): readonly CountySchool[] {
  return [...schools].sort((a, b) => compare(a.urn ?? LAST, b.urn ?? LAST) || compare(a.path, b.path));
}

/** After every URN. */
const LAST = '~';

/** Two schools that can’t both be what they say they are, or null: of one URN, or at one path. */
export function sameTwice(
  schools: readonly CountySchool[],
): { readonly what: string; readonly paths: readonly [string, string] } | null {
  const seen = new Map<string, string>();
  for (const { urn, path } of schools) {
    for (const what of [...(urn === null ? [] : [`the URN ${urn}`]), `the path ${path}`]) {
      const other = seen.get(what);
      if (other !== undefined) return { what, paths: [other, path] };
      seen.set(what, path);
    }
  }
  return null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
