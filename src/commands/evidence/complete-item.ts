import type { IsoDate } from '../../model/calendar.ts';
import type { EvidenceFile } from '../../model/files.generated.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { listed } from '../../workspace/scaffold-text.ts';
import type { GivenItem } from './given-item.ts';
import type { TakenFile } from './take-files.ts';

/** The item with its files; where what an item must have is not known, the outcome that names the flags. */
export function completed(
  known: GivenItem,
  files: readonly TakenFile[],
  reviewedBy: string | undefined,
  on: IsoDate,
): EvidenceFile | { readonly refusal: Outcome } {
  const { title, kind, date } = known;
  if (title === undefined || kind === undefined || date === undefined) {
    const missing = NEEDED.filter((key) => known[key] === undefined);
    const flags = listed(missing.map((key) => `--${key} ${EXAMPLES[key]}`));
    return {
      refusal: unusable(
        `The item’s ${listed(missing)} ${missing.length === 1 ? 'is' : 'are'} missing.`,
        `Give ${flags}.`,
      ),
    };
  }
  return {
    ...known,
    title,
    kind,
    date,
    files: files.map(({ name, sha256 }) => ({ path: name, sha256 })),
    // Nobody is shown or quoted on a guess.
    ...(known.consent === undefined && mayShowPeople(kind, files) ? { consent: 'missing' } : {}),
    ...(reviewedBy === undefined ? {} : { reviewed: { by: reviewedBy, on } }),
  };
}

const NEEDED = ['title', 'kind', 'date'] as const;
const EXAMPLES = { title: '"What it is"', kind: 'document', date: '2026-10-12' } as const;

/** Whether evidence may show or quote people, so that it takes their consent. */
export function mayShowPeople(kind: string, files: readonly TakenFile[]): boolean {
  return kind === 'photo' || kind.endsWith('-voice') || files.some(({ isPhoto }) => isPhoto);
}
