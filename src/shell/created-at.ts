import type { IsoDate } from '../model/calendar.ts';

/**
 * The date that a document bears, in seconds since 1970: the day it was made for, unless the builder of a package sets
 * another (reproducible-builds.org).
 */
export function createdAt(env: { readonly [name: string]: string | undefined }, day: IsoDate): number {
  const epoch = env.SOURCE_DATE_EPOCH;
  return epoch !== undefined && /^\d{1,11}$/.test(epoch) ? Number(epoch) : Date.parse(`${day}T00:00:00Z`) / 1000;
}
