import type { IsoDate } from '../model/calendar.ts';
import type { EvidenceFile } from '../model/files.generated.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type EvidenceAge, evidenceAge } from './evidence-age.ts';
import { evidenceFiles } from './evidence-files.ts';
import { evidenceUse, type Use } from './evidence-use.ts';

/** An evidence item with all that is known of it. */
export interface ItemFacts {
  readonly id: string;
  readonly file: string;
  /** Null where its file can't be read. */
  readonly item: EvidenceFile | null;
  readonly uses: readonly Use[];
  /** Null where that can't be told, because a file that might name it can't be read. */
  readonly isUnused: boolean | null;
  /** Null where the programme sets no age. */
  readonly age: EvidenceAge | null;
  /** The files that are not there, and those that have changed since they were reviewed. */
  readonly missing: readonly string[];
  readonly changed: readonly string[];
}

/** Every evidence item, by id, as seen on a day. */
export function evidenceItems(workspace: Workspace, on: IsoDate): readonly ItemFacts[] {
  const { uses, isComplete } = evidenceUse(workspace);
  return [...workspace.evidence]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, known]): ItemFacts => {
      const item = known.state === 'known' ? known.value : null;
      const files = item === null ? [] : evidenceFiles(workspace, id, item).files;
      const named = uses.get(id) ?? [];
      return {
        id,
        file: known.file,
        item,
        uses: named,
        isUnused: named.length > 0 ? false : isComplete ? true : null,
        age: item === null ? null : evidenceAge(workspace, item, on),
        missing: files.filter(({ state }) => state === 'missing').map(({ path }) => path),
        changed: files.filter(({ state }) => state === 'changed').map(({ path }) => path),
      };
    });
}

/** Whether an item is too old to count, or soon will be. */
export function isAgeing({ age }: ItemFacts): boolean {
  return age !== null && age.state !== 'recent';
}
