import type { IsoDate } from '../model/calendar.ts';
import { isDate } from '../model/calendar.ts';
import { type Outcome, unusable } from '../model/outcome.ts';
import type { World } from '../world.ts';

/**
 * A command as the command line shows it: a noun, or a noun with verbs.
 *
 * The name of a placeholder says what may stand there, and so what Tab offers: `<strand>`, `[element]`, `--rating
 * <rating>`, `<action>`, `<item>` (of evidence), `<year>`, `<file...>`, `<dir>`. `completion/make-book` and
 * `completion/workspace-words` have them all; other names are free text, and a test lists those.
 */
export interface Command {
  /** What it does, in a line. */
  readonly summary: string;
  /** Its arguments in order, each in commander's notation: `<needed>`, `[optional]`, `[many...]`, with what it is. */
  readonly args?: readonly (readonly [name: string, description: string])[];
  /** Its options, each in commander's notation, with what it does; `many` for one that may be given several times. */
  readonly options?: readonly (readonly [flags: string, description: string, many?: 'many'])[];
  /** Two or more command lines, each with what it is for. */
  readonly examples: readonly (readonly [line: string, description: string])[];
  readonly verbs?: { readonly [verb: string]: Command };
  readonly run?: (world: World, input: Input) => Outcome | Promise<Outcome>;
}

/** What the user gave: arguments in order, and options by their long name in camel case. */
export interface Input {
  readonly args: readonly (string | readonly string[] | undefined)[];
  readonly options: { readonly [name: string]: unknown };
}

/** An option's text, or undefined where it was not given. */
export function text(input: Input, name: string): string | undefined {
  const value = input.options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The texts of an option that may be given several times, in order; none where it was not given. */
export function texts(input: Input, name: string): readonly string[] {
  const value = input.options[name];
  return Array.isArray(value) ? value.map(String) : [];
}

/** An option that is given or not. */
export function flag(input: Input, name: string): boolean {
  return input.options[name] === true;
}

/** An argument's text, or undefined where it was not given. */
export function argument(input: Input, index: number): string | undefined {
  const value = input.args[index];
  return typeof value === 'string' ? value : undefined;
}

/** The folder a command works from: that of -C, or the one it was called in. */
export function folderOf(world: World, input: Input): string {
  return world.files.resolve(world.cwd, text(input, 'C') ?? '.');
}

/** The day that `--on` names, or today. */
export function dayOf(world: World, input: Input): { readonly on: IsoDate } | { readonly refusal: Outcome } {
  const on = text(input, 'on') ?? world.today;
  if (isDate(on)) return { on };
  return {
    refusal: unusable(`${on} is not a date of the calendar.`, 'Write it with the year first, such as --on 2026-10-12.'),
  };
}

export const ON_OPTION = ['--on <date>', 'judge as on this day (default: today)'] as const;
export const YEAR_OPTION = ['--year <year>', 'a school year, such as 2026-27 (default: the latest begun)'] as const;
export const JSON_OPTION = ['--json', 'print JSON for programs'] as const;
