import type { Shape } from './book.ts';
import { type Placeholder, placeholderIn } from './placeholder.ts';

/** An option as completion sees it. */
export interface Option {
  /** Each with its dashes, the longest last. */
  readonly names: readonly string[];
  /** What it takes; null where it is only given or not. */
  readonly value: Placeholder | null;
  readonly note: string;
  /** Whether it may be given several times. */
  readonly many: boolean;
}

/** The option of every command that says where the workspace is. */
export const FOLDER: Option = option('-C <dir>', 'work in this folder');
const HELP: Option = option('-h, --help', 'print this help');
const VERSION: Option = option('-V, --version', 'print the version');

/** The options of `lem` itself. */
export const ROOT_OPTIONS: readonly Option[] = [FOLDER, HELP, VERSION];

/** The options of a command. */
export function optionsOf({ options = [], args = [], verbs }: Shape): readonly Option[] {
  return [
    ...options.map(([flags, note, many]) => option(flags, note, many)),
    ...(verbs && args.length === 0 ? [] : [FOLDER]),
    HELP,
  ];
}

/** The option that a word gives, and the value in the same word: `--strand=race`, `-C../school`. Null for no option. */
export function optionIn(
  options: readonly Option[],
  word: string,
): { readonly option: Option; readonly value: string | null } | null {
  const [, long, longValue] = /^(--[^=]+)=(.*)$/s.exec(word) ?? [];
  const named = options.find(({ names }) => names.includes(long ?? word));
  if (named !== undefined) return { option: named, value: longValue ?? null };
  const short = options.find(({ names, value }) => value !== null && names.includes(word.slice(0, 2)));
  return short === undefined || word.startsWith('--') ? null : { option: short, value: word.slice(2) };
}

/** An option from commander's notation. */
function option(flags: string, note: string, many?: 'many'): Option {
  const names = flags.split(/[ ,]+/).filter((part) => part.startsWith('-'));
  return { names, value: placeholderIn(flags), note, many: many === 'many' };
}
