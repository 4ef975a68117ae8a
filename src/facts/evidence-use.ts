import type { Known } from '../model/known.ts';
import type { SchoolYear } from '../model/school-year.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A file that names an evidence item: an audit in a judgement, an action, or a summary in a claim. */
export interface Use {
  readonly by: 'audit' | 'action' | 'summary';
  /** The element, action or strand. */
  readonly id: string;
  /** The school year of an audit or summary. */
  readonly year: SchoolYear | null;
}

/**
 * What names each evidence item, by the item's id, whether or not there is such an item. `isComplete` is false where a
 * file can't be read, which might name any.
 */
export function evidenceUse({ audits, actions, summaries }: Workspace): {
  readonly uses: ReadonlyMap<string, readonly Use[]>;
  readonly isComplete: boolean;
} {
  const uses = new Map<string, Use[]>();
  let isComplete = true;
  const gather = <T>(
    by: Use['by'],
    year: SchoolYear | null,
    files: ReadonlyMap<string, Known<T>>,
    listsOf: (value: T) => readonly Lists[],
  ): void => {
    for (const [id, known] of files) {
      if (known.state === 'unreadable') isComplete = false;
      if (known.state !== 'known') continue;
      for (const item of new Set(listsOf(known.value).flatMap(({ evidence = [] }) => evidence)))
        uses.set(item, [...(uses.get(item) ?? []), { by, id, year }]);
    }
  };
  for (const [year, files] of audits) gather('audit', year, files, ({ judgements }) => Object.values(judgements ?? {}));
  gather('action', null, actions, (action) => [action]);
  for (const [year, files] of summaries) gather('summary', year, files, ({ outcomes }) => outcomes ?? []);
  return { uses, isComplete };
}

interface Lists {
  readonly evidence?: readonly string[];
}
