import type { Entry } from '../../model/listing.ts';
import { parse } from '../../source/parse.ts';
import { WORKSPACE_FILE } from '../../workspace/layout.ts';

/** By what a workspace is known for that of the same school. */
export interface School {
  readonly name: string | null;
  /** Its URN and those it had before. */
  readonly urns: readonly string[];
}

/** The school that a lem.yaml names, whatever else is in it; null where that can't be told. */
export function schoolIn(entry: Entry | null | undefined): School | null {
  if (entry?.kind !== 'text') return null;
  const { name, urn, previousUrns } = mapIn(mapIn(parse(WORKSPACE_FILE, entry.text).data).school);
  const urns = [urn, ...(Array.isArray(previousUrns) ? previousUrns : [])].filter((each) => typeof each === 'string');
  const known = typeof name === 'string' ? name : null;
  return known === null && urns.length === 0 ? null : { name: known, urns };
}

/** Whether two are the same school: by a URN where both have one, otherwise by name. */
export function isSameSchool(a: School, b: School): boolean {
  if (a.urns.length > 0 && b.urns.length > 0) return a.urns.some((urn) => b.urns.includes(urn));
  return hasSameName(a, b);
}

export function hasSameName(a: School, b: School): boolean {
  return a.name !== null && b.name !== null && plain(a.name) === plain(b.name);
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}

function mapIn(value: unknown): { readonly [key: string]: unknown } {
  return value !== null && typeof value === 'object' ? (value as { readonly [key: string]: unknown }) : {};
}
