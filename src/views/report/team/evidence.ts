import { evidenceWithin } from '../../../facts/evidence-age.ts';
import { faultOf } from '../../../facts/requirements/evidence-live.ts';
import type { IsoDate } from '../../../model/calendar.ts';
import type { SummaryFile } from '../../../model/files.generated.ts';
import { seen } from '../../../model/known.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import { claimsShown, type EvidenceShown, evidenceShown } from '../../summary/evidence.ts';

/** How the pack names an evidence item. */
export interface Ref {
  readonly ref: string;
  readonly anchor: string;
  readonly title: string;
}

/** A claim with what it rests on. */
export interface ClaimMet {
  readonly number: number;
  /** Markdown. */
  readonly claim: string;
  readonly evidence: readonly Ref[];
}

/** An evidence item, and where whoever visits finds it. */
export interface ItemMet extends Ref {
  /** Its kind and date. */
  readonly about: string;
  readonly folder: string | null;
  readonly files: readonly string[];
  readonly holder: string | null;
  readonly link: string | null;
  /** Why it does not count on the day of the visit; or that it can’t be read. */
  readonly fault: string | null;
}

/** The claims of a strand, and the items that they and the rest of its pages name. */
export interface EvidenceMet {
  readonly claims: readonly ClaimMet[];
  readonly items: readonly ItemMet[];
  /** How the items are named where something rests on them; those that there are not are left out. */
  readonly refs: (ids: readonly string[]) => readonly Ref[];
}

/**
 * What a strand’s summary claims, and the evidence of its pages, numbered in the order in which the summary names it.
 * @param summary null where there is none
 * @param more items that the pages name besides
 * @param day that of the visit
 */
export function evidenceMet(
  workspace: Workspace,
  strand: string,
  summary: SummaryFile | null,
  more: readonly string[],
  day: IsoDate,
): EvidenceMet {
  const claimed: SummaryFile = summary ?? { strand, status: 'draft' };
  // One claim more, of everything else, so that all of it is numbered in one go.
  const all = { ...claimed, outcomes: [...(claimed.outcomes ?? []), { claim: '', evidence: more }] };
  const shown = evidenceShown(workspace, all).map((item) => ({ ...item, anchor: `${strand}-${item.anchor}` }));
  return {
    claims: claimsShown(claimed, shown).map(({ number, claim, evidence }) => ({ number, claim, evidence })),
    items: shown.map((item) => itemMet(workspace, item, day)),
    refs: (ids) =>
      ids.flatMap((id) =>
        shown.filter((item) => item.id === id).map(({ ref, anchor, title }) => ({ ref, anchor, title })),
      ),
  };
}

function itemMet(workspace: Workspace, item: EvidenceShown, day: IsoDate): ItemMet {
  const { ref, anchor, title, kind, date, files, holder, link, id } = item;
  return {
    ref,
    anchor,
    title,
    about: [kind, date].filter((part) => part !== null).join(', '),
    folder: files.length === 0 ? null : `evidence/${id}`,
    files: files.map(({ path, fault }) => (fault === null ? path : `${path}: ${fault}`)),
    holder,
    link,
    fault: faultMet(workspace, item, day),
  };
}

function faultMet(workspace: Workspace, { id, fault }: EvidenceShown, day: IsoDate): string | null {
  const known = workspace.evidence.get(id);
  if (known?.state === 'unreadable') return `${known.file} can’t be read, so this can’t be told.`;
  const item = seen(known);
  if (item === null) return fault;
  const found = faultOf(workspace, id, item, day, evidenceWithin(workspace.programme));
  return found === null ? null : `Does not count at the visit: ${found}.`;
}
