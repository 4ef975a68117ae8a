import type { EvidenceFile } from '../../model/files.generated.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { pathOf } from '../../workspace/layout.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** A workspace and its folder. */
export interface Loaded {
  readonly root: string;
  readonly workspace: Workspace;
}

/** An item that lem can work on, or the outcome that says what is wrong with its file. @param id of an item that is there */
export function itemOf(
  { evidence }: Workspace,
  id: string,
): { readonly file: string; readonly item: EvidenceFile } | { readonly refusal: Outcome } {
  const known = evidence.get(id);
  if (known?.state === 'known') return { file: known.file, item: known.value };
  const file = pathOf.evidence(id);
  return { refusal: unusable(`${file} has a fault, so nothing was written.`, `lem check ${file} says what is wrong.`) };
}

/** A listed file as evidence.yaml has it. */
export function asListed({ path, sha256 }: NonNullable<EvidenceFile['files']>[number]): { [key: string]: string } {
  return sha256 === undefined ? { path } : { path, sha256 };
}
