import { type Line, run } from '../../model/block.ts';
import type { IsoDate } from '../../model/calendar.ts';
import type { EvidenceFile } from '../../model/files.generated.ts';
import { wrap } from '../../model/width.ts';
import { pathOf } from '../../workspace/layout.ts';
import { next, wrote } from '../change.ts';
import type { TakenFile } from './take-files.ts';

/** A new item, its files, and the files that were named with it but left where they are. */
export interface Added {
  readonly item: EvidenceFile;
  readonly files: readonly TakenFile[];
  readonly left: readonly string[];
  readonly on: IsoDate;
}

/** What is said of an item that was added. */
export function addedLines(id: string, { item, files, left, on }: Added, width: number): readonly Line[] {
  return [
    wrote(pathOf.evidence(id)),
    ...fileLines(id, files, width),
    ...left.flatMap((shown) => noted(`${shown} was not copied: it stays with ${item.holder}.`, width)),
    ...(item.date > on
      ? noted('Its date is still to come. Correct it in evidence.yaml if that is a slip.', width)
      : []),
    ...consentLines(item, width),
    ...noted(
      `Nothing points to it yet: lem plan update <action> --add-evidence ${id}, or write ${id} under evidence where it shows something.`,
      width,
    ),
    ...(item.reviewed === undefined || item.consent === 'missing' ? [nextReview(id, item)] : []),
  ];
}

/** A line for each file that was written, with what was done to it. */
export function fileLines(id: string, files: readonly TakenFile[], width: number): readonly Line[] {
  return files.flatMap(({ name, notes }) => [
    wrote(`evidence/${id}/${name}`),
    ...notes.flatMap((note) => noted(note, width)),
  ]);
}

/** Says aloud that consent is missing; nothing where it is not. */
export function consentLines({ consent }: Pick<EvidenceFile, 'consent'>, width: number): readonly Line[] {
  if (consent !== 'missing') return [];
  return [
    [run('  ! Consent of the people it shows or quotes is missing.', 'bad')],
    ...noted('Ask for it before you commit or show this. If nobody is in it: --consent not-needed', width),
  ];
}

/** The review that comes next. */
export function nextReview(id: string, { consent }: Pick<EvidenceFile, 'consent'>): Line {
  return next(`lem evidence review ${id}${consent === 'missing' ? ' --consent held' : ''}`);
}

/** A text under what it is about, wrapped. */
export function noted(text: string, width: number): readonly Line[] {
  return wrap(text, width - 4).map((part, index) => `${index === 0 ? '  ' : '    '}${part}`);
}
