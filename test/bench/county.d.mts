/** The files of one school by path. */
export function school(number: number): { readonly [path: string]: string };
/** Writes schools below a folder. */
export function county(folder: string, schools: number): { readonly files: number; readonly bytes: number };
