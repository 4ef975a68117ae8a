import { isDate } from '../../model/calendar.ts';
import { visible } from '../../model/visible.ts';
import { parted } from '../../workspace/file-name.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Choice, Prompts } from '../../world.ts';
import { needed } from './ask-where.ts';
import { mayShowPeople } from './complete-item.ts';
import { type GivenItem, wordsFor } from './given-item.ts';
import type { TakenFile } from './take-files.ts';

type Mutable<T> = { -readonly [key in keyof T]: T[key] };

/** Asks for what is not known of an item yet. @returns the item, or null where the user broke off */
export async function askItem(
  prompts: Prompts,
  { programme }: Workspace,
  given: GivenItem,
  files: readonly TakenFile[],
): Promise<GivenItem | null> {
  const item: Mutable<GivenItem> = { ...given };
  if (item.title === undefined) {
    const title = await prompts.text({
      message: 'What it is, in a line:',
      ...usual(titleFrom(files[0]?.name)),
      check: needed,
    });
    if (title === null) return null;
    item.title = title.trim();
  }
  if (item.kind === undefined) {
    const kind = await prompts.choose({
      message: 'Its kind:',
      choices: choicesFor('kind'),
      default: kindOf(item, files),
    });
    if (kind === null) return null;
    item.kind = kind as NonNullable<GivenItem['kind']>;
  }
  if (item.date === undefined) {
    const date = await prompts.text({ message: 'The day it happened, such as 2026-10-12:', check: wrongDate });
    if (date === null) return null;
    item.date = date.trim();
  }
  if (item.strands === undefined) {
    const strands = await prompts.many({ message: 'The strands it is about:', choices: titled(programme.strands) });
    if (strands === null) return null;
    item.strands = [...strands];
  }
  if (item.elements === undefined) {
    const elements = await prompts.many({ message: 'The elements it is about:', choices: titled(programme.elements) });
    if (elements === null) return null;
    item.elements = [...elements];
  }
  if (item.consent === undefined) {
    const consent = await prompts.choose({
      message: 'Consent of the people it shows or quotes:',
      choices: choicesFor('consent'),
      default: mayShowPeople(item.kind, files) ? 'missing' : 'not-needed',
    });
    if (consent === null) return null;
    item.consent = consent as NonNullable<GivenItem['consent']>;
  }
  return item;
}

function choicesFor(key: 'kind' | 'consent'): readonly Choice[] {
  return wordsFor(key).map((value) => ({ value, name: value.replaceAll('-', ' ') }));
}

function titled(known: ReadonlyMap<string, { readonly id: string; readonly title: string }>): readonly Choice[] {
  return [...known.values()].map(({ id, title }) => ({ value: id, name: visible(title) }));
}

/** What files show by themselves. */
function kindOf({ link, holder }: GivenItem, files: readonly TakenFile[]): string {
  if (files.length === 0) return link !== undefined && holder === undefined ? 'link' : 'document';
  if (files.every(({ isPhoto }) => isPhoto)) return 'photo';
  return files.every(({ name }) => /\.(?:csv|tsv|xlsx?|ods)$/i.test(name)) ? 'data' : 'document';
}

/** A title from a file's name, unless a camera or phone made that up. */
function titleFrom(name = ''): string {
  const words = parted(name)[0]
    .replaceAll(/[-_\s]+/g, ' ')
    .trim();
  return /^[a-z]{0,5} ?\d/i.test(words) ? '' : visible(words.charAt(0).toUpperCase() + words.slice(1));
}

function usual(text: string): { readonly default?: string } {
  return text === '' ? {} : { default: text };
}

function wrongDate(answer: string): string | null {
  return isDate(answer.trim()) ? null : 'Write it with the year first, such as 2026-10-12.';
}
