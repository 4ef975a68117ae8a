import type { Known } from '../model/known.ts';
import { seen } from '../model/known.ts';
import type { SchoolYear } from '../model/school-year.ts';

/** A file with its name and what of it can be read. */
export interface Named<T> {
  readonly id: string;
  readonly file: string;
  readonly value: T;
}

/** The same for files that are kept by school year. */
export type NamedOfYear<T> = Named<T> & { readonly year: SchoolYear };

type Files<T> = ReadonlyMap<string, Known<T>>;
type Years<T> = ReadonlyMap<SchoolYear, Files<T>>;

/** What can be read of every file of one kind, by file or folder name. */
export function* each<T>(files: Files<T>): Iterable<Named<T>> {
  for (const [id, known] of files) {
    const value = seen(known);
    if (value !== null) yield { id, file: known.file, value };
  }
}

/** The same for files that are kept by school year. */
export function* eachOfYears<T>(years: Years<T>): Iterable<NamedOfYear<T>> {
  for (const [year, files] of years) for (const named of each(files)) yield { ...named, year };
}

/**
 * The files of one kind that have no fault. Rules about what is missing look only at these: a key with a typing error
 * is reported as one that lem does not know, and not again as one that is not there.
 */
export function* eachSound<T>(files: Files<T>): Iterable<Named<T>> {
  for (const [id, known] of files) if (known.state === 'known') yield { id, file: known.file, value: known.value };
}

/** The same for files that are kept by school year. */
export function* eachSoundOfYears<T>(years: Years<T>): Iterable<NamedOfYear<T>> {
  for (const [year, files] of years) for (const named of eachSound(files)) yield { ...named, year };
}
