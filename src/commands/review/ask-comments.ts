import type { Comment } from '../../model/files.generated.ts';
import { seen } from '../../model/known.ts';
import { visible } from '../../model/visible.ts';
import { pad, widthOf } from '../../model/width.ts';
import { type ReviewPlace, reviewPlaces } from '../../views/review-places.ts';
import { roleOf } from '../../workspace/layout.ts';
import { oneLine } from '../../workspace/scaffold-text.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Choice, Prompts } from '../../world.ts';
import { saysNothing } from '../interview/says-nothing.ts';
import type { Answered } from './answered.ts';

/** No file has this name, and no place this pointer but the whole of a file. */
const GO_ON = '';
const WHOLE = '';
/** More files than anyone looks through. */
const MOST = 2000;
/** The most columns that the paths take before the titles. */
const WIDEST = 48;

/** What the team says of places in the school's files, one after another: a file, a place in it, the comment. */
export async function askComments(prompts: Prompts, answered: Answered): Promise<readonly Comment[] | null> {
  const { workspace } = answered;
  const files = fileChoices(answered);
  const given: Comment[] = [];
  await prompts.show('');
  for (;;) {
    const name = given.length === 0 ? 'no comments: go on' : 'that is all: go on';
    const file = await prompts.search({
      message: `${given.length === 0 ? 'Comment on a file' : 'Another comment, on a file'} (type to search):`,
      choices: [{ value: GO_ON, name, short: 'none' }, ...files],
    });
    if (file === null) return null;
    if (file === GO_ON) return given;
    const source = workspace.sources.get(file);
    const places: readonly ReviewPlace[] = source === undefined ? [] : reviewPlaces(source);
    const place =
      places.length === 0 ? WHOLE : await prompts.search({ message: 'On what:', choices: placesIn(places) });
    if (place === null) return null;
    const text = await prompts.text({ message: 'The comment (Enter to leave it out):' });
    if (text === null) return null;
    if (!saysNothing(text)) given.push({ file, ...(place === WHOLE ? {} : { pointer: place }), text });
  }
}

/** The files that were sent, the summaries first and of each kind the latest year; what is no file of lem's comes last. */
function fileChoices({ files, workspace }: Answered): readonly Choice[] {
  const sorted = [...files]
    .map((path) => ({ path, ...order(path) }))
    .sort((a, b) => a.kind - b.kind || (a.year === b.year ? 0 : a.year > b.year ? -1 : 1));
  const shown = sorted
    .slice(0, MOST)
    .map(({ path }) => ({ path, name: visible(path), title: titleOf(workspace, path) }));
  const column = Math.min(WIDEST, Math.max(...shown.map(({ name }) => widthOf(name)))) + 2;
  return shown.map(({ path, name, title }) => ({
    value: path,
    name: title === null ? name : `${pad(name, column)}${visible(oneLine(title))}`,
    short: name,
  }));
}

const KINDS: readonly (string | undefined)[] = ['summary', 'grid', 'action', 'evidence', 'audit'];

function order(path: string): { readonly kind: number; readonly year: string } {
  const { kind, year = '' } = roleOf(path) ?? {};
  const found = KINDS.indexOf(kind);
  return { kind: found !== -1 ? found : KINDS.length + (kind === undefined ? 1 : 0), year };
}

/** What the file is about, where its name does not tell. */
function titleOf({ actions, evidence }: Workspace, path: string): string | null {
  const { kind, id = '' } = roleOf(path) ?? {};
  if (kind === 'action') return seen(actions.get(id))?.title ?? null;
  return kind === 'evidence' ? (seen(evidence.get(id))?.title ?? null) : null;
}

function placesIn(places: readonly ReviewPlace[]): readonly Choice[] {
  return [
    { value: WHOLE, name: 'the whole file' },
    ...places.map(({ pointer, name }) => ({ value: pointer, name: visible(name) })),
  ];
}
