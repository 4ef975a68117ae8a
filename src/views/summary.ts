import { type BadgeFacts, badgeFacts } from '../facts/eligibility.ts';
import { type IsoDate, inWords } from '../model/calendar.ts';
import type { SummaryFile } from '../model/files.generated.ts';
import { seen } from '../model/known.ts';
import { type SchoolYear, schoolYearOf } from '../model/school-year.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { STATES } from './badges.ts';
import { type ActionShown, actionsShown } from './summary/actions.ts';
import { type ClaimShown, claimsShown, type EvidenceShown, evidenceShown } from './summary/evidence.ts';
import { type GridShown, gridShown } from './summary/grid.ts';
import { type ElementJudged, judgementsShown } from './summary/judgements.ts';
import { type RequirementsShown, requirementsShown } from './summary/requirements.ts';

/** An Accreditation Summary as it is shown, in plain values and Markdown; null where nothing is written yet. */
export interface SummaryView {
  readonly title: string;
  /** What stands at the foot of every printed page. */
  readonly foot: readonly string[];
  readonly programme: string;
  readonly school: string;
  readonly strand: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Whether DRAFT stands across every page: the badge may not be claimed on this summary, and was not awarded on it. */
  readonly draft: boolean;
  /** Whether a cover comes first. */
  readonly cover: boolean;
  readonly figures: readonly Figure[];
  readonly grid: GridShown;
  readonly goals: string | null;
  readonly actions: readonly ActionShown[];
  readonly claims: readonly ClaimShown[];
  readonly pupilVoice: string | null;
  readonly embedding: string | null;
  readonly next: string | null;
  readonly requirements: RequirementsShown;
  /** What the grid rests on: every statement that was judged, by element; none where there is no audit. */
  readonly judgements: readonly ElementJudged[];
  readonly evidence: readonly EvidenceShown[];
  readonly signatures: readonly { readonly by: string; readonly on: string }[];
  /** A line to sign on for each signature still needed. */
  readonly blanks: readonly number[];
}

/** A number that stands out, and what it counts. */
export interface Figure {
  readonly value: string;
  readonly of: string | null;
  readonly label: string;
}

/**
 * Puts together what an Accreditation Summary shows. It is the document of its own school year: the grid is that
 * year's, and once the badge has been awarded on it the requirements are as they stood on the day of the award.
 * @param summary the summary's file
 * @param year the school year that the summary is filed under
 * @param on the day it is rendered for
 */
export function summaryView(
  workspace: Workspace,
  summary: SummaryFile,
  year: SchoolYear,
  on: IsoDate,
  { cover = false }: { readonly cover?: boolean } = {},
): SummaryView {
  const { programme } = workspace;
  const strand = programme.strands.get(summary.strand);
  const title = strand?.title ?? summary.strand;
  const school = seen(workspace.settings)?.school.name ?? '';
  const today = badgeFacts(workspace, summary.strand, on);
  const awarded = awardedOn(workspace, today, year);
  const judgedOn = awarded ?? on;
  const badge = awarded === null ? today : badgeFacts(workspace, summary.strand, awarded);
  const evidence = evidenceShown(workspace, summary);
  const actions = actionsShown(workspace, summary, evidence);
  const requirements = requirementsShown(badge.verdicts, judgedOn);
  const draft = awarded === null && today.eligible !== true;
  const signed = summary.signed ?? [];
  const needed = programme.file.requirements.find(({ kind }) => kind === 'summary-signed')?.atLeast ?? 1;
  return {
    title: `Accreditation Summary: ${title} — ${school}`,
    foot: [school, title].filter((part) => part !== ''),
    programme: programme.file.title,
    school,
    strand: title,
    facts: [
      { label: 'Badge', value: strand?.badge ?? title },
      { label: 'School year', value: year.replace('-', '–') },
      { label: 'As on', value: inWords(on) },
      { label: 'Status', value: statusOf(summary, today, awarded) },
    ],
    draft,
    cover,
    figures: [
      {
        value: String(actions.filter(({ complete }) => complete).length),
        of: `of ${actions.length}`,
        label: 'actions complete',
      },
      {
        value: String(summary.outcomes?.length ?? 0),
        of: null,
        label: summary.outcomes?.length === 1 ? 'claim' : 'claims',
      },
      { value: String(evidence.length), of: null, label: evidence.length === 1 ? 'evidence item' : 'evidence items' },
      { value: String(requirements.met), of: `of ${requirements.rows.length}`, label: 'requirements met' },
    ],
    grid: gridShown(workspace, summary.strand, year),
    goals: written(summary.goals),
    actions,
    claims: claimsShown(summary, evidence),
    pupilVoice: written(summary.pupilVoice),
    embedding: written(summary.embedding),
    next: written(summary.next),
    requirements,
    judgements: judgementsShown(workspace, summary.strand, year),
    evidence,
    signatures: signed.map(({ by, on: day }) => ({ by, on: inWords(day) })),
    blanks: Array.from({ length: Math.max(0, needed - signed.length) }, (_, index) => signed.length + index + 1),
  };
}

/** The day of the award that this summary earned, or null: one from before the summary's year was for an earlier summary. */
function awardedOn(workspace: Workspace, { state, awarded }: BadgeFacts, year: SchoolYear): IsoDate | null {
  if (state !== 'held' || awarded === null) return null;
  return schoolYearOf(awarded, workspace.programme.file.schoolYear.starts) >= year ? awarded : null;
}

function statusOf(summary: SummaryFile, badge: BadgeFacts, awarded: IsoDate | null): string {
  if (awarded !== null) return `Badge awarded on ${inWords(awarded)}`;
  const written = summary.status === 'final' ? 'Final' : 'Draft';
  // An award from an earlier summary says nothing of this one.
  return badge.state === 'held' ? written : `${written}, ${STATES[badge.state][0]}`;
}

function written(text: string | undefined): string | null {
  return text === undefined || text.trim() === '' ? null : text;
}
