import { inWords } from '../../model/calendar.ts';
import type { EvidenceFile, SummaryFile } from '../../model/files.generated.ts';
import { seen } from '../../model/known.ts';
import { assetPath } from '../../workspace/layout.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** An evidence item as the index lists it. */
export interface EvidenceShown {
  /** How the rest of the summary refers to it: `E1`. */
  readonly ref: string;
  /** The target of links to it. */
  readonly anchor: string;
  readonly id: string;
  readonly title: string;
  readonly kind: string | null;
  readonly date: string | null;
  readonly files: readonly FileShown[];
  readonly holder: string | null;
  readonly link: string | null;
  /** What keeps it from counting, or null. */
  readonly fault: string | null;
  /** The claims that rest on it, by their numbers. */
  readonly claims: readonly { readonly number: number; readonly anchor: string }[];
  /** The actions that rest on it. */
  readonly actions: readonly { readonly title: string; readonly anchor: string }[];
}

/** How a claim or an action names an evidence item. */
export type EvidenceRef = Pick<EvidenceShown, 'ref' | 'anchor' | 'title'>;

export interface FileShown {
  readonly path: string;
  /** Its fingerprint; null where it is not known. */
  readonly sha256: string | null;
  readonly fault: string | null;
}

/** A claim, its number and the items it rests on. */
export interface ClaimShown {
  readonly number: number;
  /** The target of links to it. */
  readonly anchor: string;
  /** Markdown. */
  readonly claim: string;
  readonly evidence: readonly EvidenceRef[];
}

/** Every item that the summary's claims rest on, in the order in which they name them, then those of its actions. */
export function evidenceShown(workspace: Workspace, summary: SummaryFile): readonly EvidenceShown[] {
  const ofActions = (summary.actions ?? []).flatMap((id) => seen(workspace.actions.get(id))?.evidence ?? []);
  const ids = [...new Set([...(summary.outcomes ?? []).flatMap(({ evidence }) => evidence ?? []), ...ofActions])];
  return ids.map((id, index): EvidenceShown => {
    const known = workspace.evidence.get(id);
    const item = seen(known);
    const common = { ref: `E${index + 1}`, anchor: `evidence-${index + 1}`, id, ...restingOn(id, workspace, summary) };
    if (item === null)
      return {
        ...common,
        title: id,
        kind: null,
        date: null,
        files: [],
        holder: null,
        link: null,
        fault: known?.state === 'unreadable' ? `${known.file} can’t be read.` : 'There is no such item.',
      };
    return {
      ...common,
      title: item.title || id,
      // What is wrong in a file is not there: see source/repair.
      kind: KINDS[item.kind] ?? null,
      date: inWords(item.date),
      files: (item.files ?? []).map(({ path, sha256 }) => fileShown(workspace, id, path, sha256)),
      holder: item.holder ?? null,
      link: item.link ?? null,
      fault: item.consent === 'missing' ? 'Consent is missing.' : null,
    };
  });
}

/** What rests on an item: claims and actions of the summary. */
function restingOn(
  id: string,
  { actions }: Workspace,
  summary: SummaryFile,
): Pick<EvidenceShown, 'claims' | 'actions'> {
  return {
    claims: (summary.outcomes ?? []).flatMap(({ evidence = [] }, index) =>
      evidence.includes(id) ? [{ number: index + 1, anchor: claimAnchor(index) }] : [],
    ),
    actions: (summary.actions ?? []).flatMap((name, index) => {
      const action = seen(actions.get(name));
      return action?.evidence?.includes(id) ? [{ title: action.title || name, anchor: actionAnchor(index) }] : [];
    }),
  };
}

const claimAnchor = (index: number): string => `claim-${index + 1}`;

/** The target of links to the summary's actions, by their place in it. */
export const actionAnchor = (index: number): string => `action-${index + 1}`;

/** How evidence items are named where something rests on them. */
export function refsTo(ids: readonly string[], evidence: readonly EvidenceShown[]): readonly EvidenceRef[] {
  return ids.flatMap((id) =>
    evidence.filter((item) => item.id === id).map(({ ref, anchor, title }) => ({ ref, anchor, title })),
  );
}

/** The claims of a summary, numbered. */
export function claimsShown(summary: SummaryFile, evidence: readonly EvidenceShown[]): readonly ClaimShown[] {
  return (summary.outcomes ?? []).map(({ claim, evidence: ids = [] }, index) => ({
    number: index + 1,
    anchor: claimAnchor(index),
    claim,
    evidence: refsTo(ids, evidence),
  }));
}

const KINDS: { readonly [kind in EvidenceFile['kind']]: string } = {
  document: 'Document',
  photo: 'Photo',
  data: 'Data',
  'pupil-voice': 'Pupil voice',
  'staff-voice': 'Staff voice',
  'parent-voice': 'Parent voice',
  observation: 'Observation',
  link: 'Link',
};

function fileShown({ assets }: Workspace, item: string, path: string, sha256: string | undefined): FileShown {
  const where = assetPath(item, path);
  const asset = where === null ? undefined : assets.get(where);
  const known = sha256 ?? asset?.sha256 ?? null;
  const changed = asset !== undefined && asset.sha256 !== null && sha256 !== undefined && asset.sha256 !== sha256;
  return {
    path,
    sha256: known,
    fault: asset === undefined ? 'The file is not there.' : changed ? 'Changed since it was reviewed.' : null,
  };
}
