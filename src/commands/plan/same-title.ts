import { isOpen } from '../../workspace/select.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** The open action that has a title already: a command that is run again would plan it twice. Null for none. */
export function sameTitle(
  { actions }: Workspace,
  title: string,
): { readonly id: string; readonly file: string } | null {
  const wanted = title.toLowerCase();
  for (const [id, known] of actions)
    if (known.state === 'known' && isOpen(known.value) && known.value.title.toLowerCase() === wanted)
      return { id, file: known.file };
  return null;
}
