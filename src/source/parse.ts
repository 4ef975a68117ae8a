import { type Document, isAlias, isMap, isScalar, isSeq, parseDocument, visit, type YAMLError } from 'yaml';
import { conflictIn } from './conflict.ts';
import { MERGE_KEY, mergeKeys } from './merge-keys.ts';
import { readPlain } from './plain.ts';
import type { Problem, Source } from './source.ts';

/** Files beyond this are not parsed: no file that a person keeps comes near it. In UTF-16 units. */
export const LARGEST_FILE = 1_000_000;
/** The full parser is slower, and slower still on what was made to be slow. */
const LARGEST_UNPLAIN = 300_000;
const MOST_ALIASES = 200;
/** Characters that YAML does not have. */
const CONTROL = /[^\P{Cc}\t\n\r\u007f-\u009f]/u;
const ALIAS = /(?:^|[\s,[{:?-])[&*][^\s*]/gm;
const MOST_PROBLEMS = 20;

const OPTIONS = {
  version: '1.2',
  schema: 'core',
  merge: false,
  uniqueKeys: false, // the parser compares every key with every other; `duplicateKeys` does not
  prettyErrors: false,
  stringKeys: true,
  logLevel: 'error',
} as const;

/**
 * Reads YAML 1.2 (core schema). Never throws: whatever is wrong becomes a problem with its place in the text.
 * A key with an empty value counts as left out.
 *
 * Plain files, which is nearly all, are read the quick way; positions, which only the full parser gives, are worked out
 * by `locate` for the few nodes that need one.
 * @param file the path that problems name
 * @param text the file's text
 */
export function parse(file: string, text: string): Source {
  if (text.length > LARGEST_FILE) return tooLarge(file, 'This file is larger than lem reads.');
  const data = readPlain(text);
  if (data !== undefined) return { file, text, data, problems: [] };
  if (text.length > LARGEST_UNPLAIN) return tooLarge(file, 'This file is larger than lem reads, for what is in it.');
  let aliases = 0;
  for (const _alias of text.matchAll(ALIAS)) if (++aliases > MOST_ALIASES) break;
  if (aliases > MOST_ALIASES) return tooLarge(file, 'This file has more anchors and aliases than lem reads.');
  return full(file, text);
}

function tooLarge(file: string, message: string): Source {
  return failed(file, '', 'file/too-large', message, 'Keep to what a person would write by hand, and split the rest.');
}

/** A file whose bytes are no text or can't be had, as a source with that one problem. */
export function failed(file: string, text: string, code: Problem['code'], message: string, hint: string): Source {
  return {
    file,
    text,
    data: undefined,
    problems: [{ code, where: { file, from: 0, to: 0 }, message, hint }],
  };
}

const documents = new WeakMap<Source, Document>();

/** The full parser's document of a source, made when first asked for. */
export function documentOf(source: Source): Document {
  const known = documents.get(source);
  if (known !== undefined) return known;
  const made = parseDocument(source.text, OPTIONS);
  documents.set(source, made);
  return made;
}

/** The full parser's reading of a text; `parse` must agree with it wherever it takes the quick way. */
export function full(file: string, text: string): Source {
  const conflict = text.includes('<<<<<<<') ? conflictIn(file, text) : null;
  if (conflict !== null) return { file, text, data: undefined, problems: [conflict] };
  const control = text.search(CONTROL);
  if (control !== -1) {
    const where = { file, from: control, to: control + 1 };
    const message = 'A control character stands here, which no text has.';
    return { file, text, data: undefined, problems: [{ code: 'yaml/syntax', where, message, hint: 'Remove it.' }] };
  }
  let document: Document;
  try {
    document = parseDocument(text, OPTIONS);
  } catch {
    return failed(
      file,
      text,
      'yaml/syntax',
      'This file is nested too deeply to read.',
      'Keep to the layout that the file came with.',
    );
  }
  const problems = [
    ...butAfterTab(document.errors.slice(0, MOST_PROBLEMS).map((error) => syntaxProblem(file, text, document, error))),
    ...duplicateKeys(file, document),
  ];
  if (problems.length === 0 && document.contents === null) {
    return failed(file, text, 'yaml/empty', 'This file is empty.', 'Fill it in, or delete it.');
  }
  const fatal = problems.some((problem) => problem.code !== 'yaml/duplicate-key');
  let data: unknown;
  if (!fatal) {
    try {
      data = dropEmpty(document.toJS({ maxAliasCount: 100 }));
      if (data === undefined || data === null)
        return failed(file, text, 'yaml/empty', 'This file is empty.', 'Fill it in, or delete it.');
    } catch {
      return failed(
        file,
        text,
        'yaml/syntax',
        'This file repeats itself through aliases more often than lem allows.',
        'Write the values out.',
      );
    }
  }
  const merged = data !== undefined && text.includes(MERGE_KEY) ? mergeKeys(file, document) : [];
  const source = { file, text, data, problems: [...problems, ...merged] };
  documents.set(source, document);
  return source;
}

function dropEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropEmpty);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, child]) => child !== null)
      .map(([key, child]) => [key, dropEmpty(child)]),
  );
}

const WORDS: {
  readonly [code: string]: readonly [message: string, hint: string];
} = {
  TAB_AS_INDENT: ['A tab stands where spaces should.', 'Indent with two spaces.'],
  BAD_INDENT: ['This line is not indented like its neighbours.', 'Keys of the same map start in the same column.'],
  BAD_SCALAR_START: ['A text can’t start with this character.', 'Put the text in quotes.'],
  BLOCK_IN_FLOW: ['A block can’t stand inside brackets.', 'Close the bracket first, or write it all inside brackets.'],
  BLOCK_AS_IMPLICIT_KEY: ['There is a second colon in this line.', 'Put the text after the first colon in quotes.'],
  MISSING_CHAR: ['Something is missing here: a quote, bracket or comma.', 'Close what the line opens.'],
  MULTILINE_IMPLICIT_KEY: [
    'This line reads as a key but has no colon.',
    'Put a colon after the key, or quotes around the text.',
  ],
  UNEXPECTED_TOKEN: ['This does not belong here.', 'Texts with a colon, hash or bracket need quotes.'],
  MULTIPLE_DOCS: ['There is a second document in this file.', 'Remove the line ---.'],
  NON_STRING_KEY: ['A key must be plain text.', 'Put it in quotes.'],
  ALIAS_PROPS: ['An alias can’t have a tag or an anchor.', 'Write the value out.'],
};

function syntaxProblem(file: string, text: string, document: Document, error: YAMLError): Problem {
  const isTab = error.code === 'TAB_AS_INDENT' || (error.code === 'BAD_INDENT' && text[error.pos[0]] === '\t');
  const code = isTab ? 'yaml/tab' : 'yaml/syntax';
  const closing = /Missing closing (")|must .* end with a ([\]}])/.exec(error.message);
  if (closing !== null) {
    const opened = OPENED[closing[1] ?? closing[2] ?? ''] ?? OPENED['"'];
    const from = lastOpened(document, error.pos[0], opened?.nodes ?? (() => false));
    if (opened !== undefined && from !== null) {
      const hint = 'Close it, or take it away if it belongs to the text.';
      return { code, where: { file, from, to: from + 1 }, message: `This ${opened.name} is not closed.`, hint };
    }
  }
  const [message, hint] = WORDS[isTab ? 'TAB_AS_INDENT' : error.code] ?? [
    `This is not sound YAML: ${error.message.replace(/\s+at line \d+.*$/s, '')}.`,
    'Compare it with its neighbours.',
  ];
  const from = Math.min(error.pos[0], text.length);
  const to = Math.min(Math.max(error.pos[1], from + 1), text.length);
  return { code, where: { file, from, to }, message, hint };
}

/** What follows a tab is misread because of it. */
function butAfterTab(problems: readonly Problem[]): readonly Problem[] {
  const tab = problems.findIndex(({ code }) => code === 'yaml/tab');
  return problems.filter(({ code }, index) => tab === -1 || index < tab || code === 'yaml/tab');
}

/** Every key that stands a second time in the same map. */
function duplicateKeys(file: string, document: Document): readonly Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Map: (_key, map) => {
      const keys = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key) || !key.range) continue;
        const name = String(key.value);
        if (keys.has(name) && problems.length < MOST_PROBLEMS) {
          const where = { file, from: key.range[0], to: key.range[1] };
          problems.push({
            code: 'yaml/duplicate-key',
            where,
            message: 'This key stands here a second time.',
            hint: 'Keep one of the two.',
          });
        }
        keys.add(name);
      }
    },
  });
  return problems;
}

/** What a closing character closes. */
const OPENED: { readonly [closing: string]: { readonly name: string; readonly nodes: (node: unknown) => boolean } } = {
  '"': {
    name: 'quote',
    nodes: (node) => isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'),
  },
  ']': { name: 'bracket', nodes: (node) => isSeq(node) && node.flow === true },
  '}': { name: 'brace', nodes: (node) => isMap(node) && node.flow === true },
};

/** Where the innermost node of a sort begins that was still open at an offset, or null. */
function lastOpened(document: Document, offset: number, isOfSort: (node: unknown) => boolean): number | null {
  let opening: number | null = null;
  visit(document, {
    Node: (_key, node) => {
      if (isAlias(node) || !node.range || !isOfSort(node)) return;
      const [from, , to] = node.range;
      if (from < offset && offset <= to + 1) opening = from;
    },
  });
  return opening;
}
