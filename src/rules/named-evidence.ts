import type { Known } from '../model/known.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * The evidence items that any judgement, action or claim names; null where one of their files can't be read, which
 * might name any.
 */
export function namedEvidence({ audits, actions, summaries }: Workspace): ReadonlySet<string> | null {
  const named = new Set<string>();
  let readable = true;
  const gather = <T>(files: ReadonlyMap<string, Known<T>>, listsOf: (value: T) => Iterable<Lists>): void => {
    for (const known of files.values()) {
      if (known.state === 'unreadable') readable = false;
      if (known.state !== 'known') continue;
      for (const { evidence = [] } of listsOf(known.value)) for (const id of evidence) named.add(id);
    }
  };
  for (const files of audits.values()) gather(files, ({ judgements }) => Object.values(judgements ?? {}));
  gather(actions, (action) => [action]);
  for (const files of summaries.values()) gather(files, ({ outcomes }) => outcomes ?? []);
  return readable ? named : null;
}

interface Lists {
  readonly evidence?: readonly string[];
}
