import { type Outcome, unusable } from '../../model/outcome.ts';
import type { FiguresAsked } from '../../views/county/figures.ts';
import type { World } from '../../world.ts';
import { unfitToWrite } from '../check/unfit.ts';
import { type Command, flag, folderOf, type Input, text } from '../command.ts';

/** What is to be made of a county, wherever its schools come from. */
export interface CountyRequest extends FiguresAsked {
  readonly format: 'table' | 'json' | 'csv';
  /** The dashboard’s file: absolute, and as it was named. */
  readonly html: { readonly path: string; readonly shown: string } | null;
}

export const COUNTY_OPTIONS: NonNullable<Command['options']> = [
  ['--within <span>', 'tell what ends within this span (default: P6M, six months)'],
  ['--smallest-group <n>', 'the fewest schools that training themes are told of together (default: 3)'],
  ['--json', 'print JSON Lines for programs: a school a line'],
  ['--csv', 'print CSV, for a spreadsheet: a school a line'],
  ['--html <file>', 'write a page to sort and filter, in one file that needs no network'],
];

const SPAN = /^P(?=\d)(?:\d{1,2}Y)?(?:\d{1,3}M)?(?:\d{1,3}W)?(?:\d{1,4}D)?$/;
/** Below it a group is one school, and hides nothing. */
const SMALLEST = 2;

/** Reads the options that `lem county` and `lem county merge` share. */
export function readCountyRequest(world: World, input: Input): CountyRequest | { readonly refusal: Outcome } {
  const within = text(input, 'within') ?? 'P6M';
  if (!SPAN.test(within))
    return {
      refusal: unusable(`--within can’t be ${within}.`, 'Write a span such as P6M for six months, P1Y or P30D.'),
    };
  const group = text(input, 'smallestGroup') ?? '3';
  if (!/^\d{1,4}$/.test(group) || Number(group) < SMALLEST)
    return {
      refusal: unusable(`--smallest-group can’t be ${group}.`, `Write a number of schools, ${SMALLEST} or more.`),
    };
  if (flag(input, 'json') && flag(input, 'csv'))
    return { refusal: unusable('--json does not go with --csv.', 'Use one after the other.') };
  const format = flag(input, 'json') ? 'json' : flag(input, 'csv') ? 'csv' : 'table';
  const shown = text(input, 'html');
  const shared = { within, smallestGroup: Number(group), format } as const;
  if (shown === undefined) return { ...shared, html: null };
  const folder = folderOf(world, input);
  const path = world.files.resolve(folder, shown);
  const unfit = unfitToWrite(world, folder, path, shown);
  return unfit === null ? { ...shared, html: { path, shown } } : { refusal: unfit };
}
