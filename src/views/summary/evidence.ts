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
}

export interface FileShown {
  readonly path: string;
  /** The beginning of its fingerprint; null where it is not known. */
  readonly sha256: string | null;
  readonly fault: string | null;
}

/** A claim, its number and the items it rests on. */
export interface ClaimShown {
  readonly number: number;
  /** Markdown. */
  readonly claim: string;
  readonly evidence: readonly Pick<EvidenceShown, 'ref' | 'anchor' | 'title'>[];
}

/** Every item that the summary's claims rest on, in the order in which they name them, then those of its actions. */
export function evidenceShown(workspace: Workspace, summary: SummaryFile): readonly EvidenceShown[] {
  const ofActions = (summary.actions ?? []).flatMap((id) => seen(workspace.actions.get(id))?.evidence ?? []);
  const ids = [...new Set([...(summary.outcomes ?? []).flatMap(({ evidence }) => evidence ?? []), ...ofActions])];
  return ids.map((id, index): EvidenceShown => {
    const [ref, anchor, item] = [`E${index + 1}`, `evidence-${index + 1}`, seen(workspace.evidence.get(id))];
    if (item === null)
      return {
        ref,
        anchor,
        id,
        title: id,
        kind: null,
        date: null,
        files: [],
        holder: null,
        link: null,
        fault: 'There is no such item.',
      };
    return {
      ref,
      anchor,
      id,
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

/** The claims of a summary, numbered. */
export function claimsShown(summary: SummaryFile, evidence: readonly EvidenceShown[]): readonly ClaimShown[] {
  return (summary.outcomes ?? []).map(({ claim, evidence: ids = [] }, index) => ({
    number: index + 1,
    claim,
    evidence: ids
      .flatMap((id) => evidence.filter((item) => item.id === id))
      .map(({ ref, anchor, title }) => ({ ref, anchor, title })),
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

/** As many digits as tell a school's files apart and can still be compared by eye. */
const SHORT = 12;

function fileShown({ assets }: Workspace, item: string, path: string, sha256: string | undefined): FileShown {
  const where = assetPath(item, path);
  const asset = where === null ? undefined : assets.get(where);
  const known = sha256 ?? asset?.sha256 ?? null;
  const changed = asset !== undefined && asset.sha256 !== null && sha256 !== undefined && asset.sha256 !== sha256;
  return {
    path,
    sha256: known?.slice(0, SHORT) ?? null,
    fault: asset === undefined ? 'The file is not there.' : changed ? 'Changed since it was reviewed.' : null,
  };
}
