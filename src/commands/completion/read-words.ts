import type { Book, Candidate, Shape } from './book.ts';
import { FOLDER, type Option, optionIn, optionsOf, ROOT_OPTIONS } from './options.ts';
import { type Placeholder, placeholderIn } from './placeholder.ts';

/** How far a command line has been read. */
export interface Reading {
  readonly shape: Shape;
  readonly options: readonly Option[];
  /** How many of the command's arguments there are so far. */
  readonly arguments: number;
  /** Whether `--` has ended the options. */
  readonly onlyArguments: boolean;
  /** An option that waits for its value. */
  readonly open: Option | null;
  readonly given: readonly Option[];
  /** The folder after -C. */
  readonly folder: string | null;
}

/** Reads whole words after `lem`; null where one of them is no command, verb or option. */
export function readWords({ commands }: Book, words: readonly string[]): Reading | null {
  let reading: Reading | null = {
    shape: { summary: '', verbs: commands },
    options: ROOT_OPTIONS,
    arguments: 0,
    onlyArguments: false,
    open: null,
    given: [],
    folder: null,
  };
  for (const word of words) if (reading !== null) reading = readWord(reading, word);
  return reading;
}

function readWord(reading: Reading, word: string): Reading | null {
  const { shape, options, open, onlyArguments, given } = reading;
  if (open !== null && !isOption(reading, word))
    return { ...reading, open: null, folder: open === FOLDER ? word : reading.folder };
  if (!onlyArguments && word === '--') return { ...reading, open: null, onlyArguments: true };
  if (isOption(reading, word)) {
    const found = optionIn(options, word);
    if (found === null) return null;
    const { option, value } = found;
    return {
      ...reading,
      given: [...given, option],
      folder: option === FOLDER ? value : reading.folder,
      open: option.value !== null && value === null ? option : null,
    };
  }
  const { verbs = {}, args = [] } = shape;
  const verb = reading.arguments === 0 && Object.hasOwn(verbs, word) ? verbs[word] : undefined;
  if (verb !== undefined) return { ...reading, shape: verb, options: optionsOf(verb) };
  return shape.verbs !== undefined && args.length === 0 ? null : { ...reading, arguments: reading.arguments + 1 };
}

/** Whether a word gives an option here, and is not an argument or the value that an option waits for. */
function isOption({ open, onlyArguments }: Reading, word: string): boolean {
  return !onlyArguments && word.startsWith('-') && (open?.value == null || open.value.optional);
}

/** What may stand where the cursor is. */
export interface Expected {
  /** Commands, verbs or options. */
  readonly words: readonly Candidate[];
  /** What an argument or an option's value stands for; null where none is expected. */
  readonly value: Placeholder | null;
  /** What of the word is settled before its value: `--strand=` in `--strand=ra`. */
  readonly settled: string;
}

/**
 * What may follow the words that were read.
 * @param at the word in which the cursor stands, as far as it goes
 */
export function expectedAfter(reading: Reading, at: string): Expected {
  const { shape, options, open, given } = reading;
  const [settled] = /^--[^=]+=/.exec(at) ?? [];
  if (isOption(reading, at)) {
    if (settled === undefined) return { ...NOTHING, words: optionsLeft(options, given) };
    return { ...NOTHING, value: optionIn(options, at)?.option.value ?? null, settled };
  }
  if (open !== null) return { ...NOTHING, value: open.value };
  const { verbs = {}, args = [] } = shape;
  const words = Object.entries(verbs).map(([verb, { summary }]): Candidate => [verb, summary]);
  // Of a noun that also does something by itself, what begins like no verb is an argument.
  const isVerb = args.length === 0 || (reading.arguments === 0 && words.some(([verb]) => verb.startsWith(at)));
  if (shape.verbs !== undefined && isVerb) return { ...NOTHING, words };
  const value = argumentAt(shape, reading.arguments);
  return value === null && !reading.onlyArguments
    ? { ...NOTHING, words: optionsLeft(options, given) }
    : { ...NOTHING, value };
}

const NOTHING: Expected = { words: [], value: null, settled: '' };

/** The options that may still be given. */
function optionsLeft(options: readonly Option[], given: readonly Option[]): readonly Candidate[] {
  return options
    .filter((option) => option.many || !given.includes(option))
    .map(({ names, note }) => [names.at(-1) ?? '', note]);
}

/** A command's argument by its place; the last one may take all that follow. */
function argumentAt({ args = [] }: Shape, index: number): Placeholder | null {
  const last = placeholderIn(args.at(-1)?.[0] ?? '');
  if (index >= args.length) return last?.many ? last : null;
  return placeholderIn(args[index]?.[0] ?? '');
}
