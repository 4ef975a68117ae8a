import { json } from './json.ts';
import { pretty } from './pretty.ts';
import type { Format } from './report.ts';

/** Every format of `lem check --format`. */
export const FORMATS: { readonly [name: string]: Format } = { pretty, json };
