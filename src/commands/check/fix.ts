import { type Block, err, type Line, out, run } from '../../model/block.ts';
import type { Fix } from '../../model/edit.ts';
import type { Listing } from '../../model/listing.ts';
import type { FileChange, Outcome } from '../../model/outcome.ts';
import { mend } from '../../rules/fixes/mend.ts';
import { otherForms } from '../../rules/fixes/other-forms.ts';
import { locate } from '../../source/locate.ts';
import type { World } from '../../world.ts';
import { diffBlock } from '../change.ts';
import type { Look } from './look.ts';

/** A fix can bring another to light, as a key that is known again does. Far more rounds than any file has needed. */
const MOST_ROUNDS = 20;

/** A fix with where it was needed. */
interface Fixable {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Empty for what is only tidied up. */
  readonly rule: string;
  readonly fix?: Fix;
}

/** What mending came to: what is left to a person, and what was done. */
export interface Fixed {
  readonly left: Look;
  readonly made: readonly Fixable[];
  readonly files: readonly FileChange[];
}

/**
 * Mends what takes no judgement, looking again after each round, until there is nothing left of the kind: a second call
 * would change nothing. Only what the check shows is mended: no finding that a comment or the baseline accepts.
 */
export function fixed(
  first: Look,
  listing: Listing,
  lookAgain: (listing: Listing) => Look | { readonly refusal: Outcome },
): Fixed | { readonly refusal: Outcome } {
  const made: Fixable[] = [];
  const texts = new Map<string, string>();
  let left = first;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const mended = mend(left.sources, fixables(left));
    if (mended.length === 0) break;
    for (const each of mended) {
      texts.set(each.file, each.text);
      made.push(...each.made);
    }
    const entries = new Map(listing.entries);
    for (const [file, text] of texts) entries.set(file, { kind: 'text', text });
    const next = lookAgain({ ...listing, entries });
    if ('refusal' in next) return next;
    left = next;
  }
  const files = [...texts].flatMap(([path, content]): readonly FileChange[] => {
    const expected = first.sources.get(path)?.text ?? '';
    return content === expected ? [] : [{ path, content, expected }];
  });
  return { left, made: made.sort(byPlace), files };
}

function fixables({ assembly, found, sources, isShown }: Look): readonly Fixable[] {
  const forms = assembly.state === 'ready' ? otherForms(assembly.workspace) : [];
  const tidied = forms.flatMap(({ place, fix }): readonly Fixable[] => {
    const source = sources.get(place.file);
    const asked = source !== undefined && isShown({ file: place.file, rule: '' });
    return asked ? [{ ...locate(source, place), file: place.file, rule: '', fix }] : [];
  });
  return [...found.filter(({ fix }) => fix !== undefined), ...tidied];
}

/** What was mended, file by file, for people; beside what programs read it goes to stderr. */
export function mendedReport({ made, files, left }: Fixed, to: 'out' | 'err'): readonly Block[] {
  const block = to === 'out' ? out : err;
  if (files.length === 0) {
    return left.found.length === 0 ? [] : [block([run('No finding here can be mended without you.', 'dim')], '')];
  }
  const lines = made.map(
    ({ file, line, column, rule, fix }): Line => [
      run(`${file}:${line}:${column}`, 'strong'),
      ' ',
      run('mended', 'good'),
      ` ${rule === '' ? '' : `${rule}: `}${fix?.does ?? ''}`,
    ],
  );
  return [block(...lines, [run('✓ ', 'good'), `${count(made, files)} mended.`], '')];
}

/** What would be written, as a diff: in colour for people, and byte for byte for programs that apply it. */
export function dryRunReport(world: World, { made, files, left }: Fixed): readonly Block[] {
  if (files.length === 0) return mendedReport({ made, files, left }, 'err');
  const texts = files.map(({ path, content, expected = '' }) => ({ path, before: expected, after: String(content) }));
  return [diffBlock(world, texts), err(`${count(made, files)} would be mended; nothing was written.`)];
}

function count(made: readonly Fixable[], files: readonly FileChange[]): string {
  const places = `${made.length} ${made.length === 1 ? 'place' : 'places'}`;
  return `${places} in ${files.length} ${files.length === 1 ? 'file' : 'files'}`;
}

function byPlace(a: Fixable, b: Fixable): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column;
}
