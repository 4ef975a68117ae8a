import { visitInWords } from '../../../facts/deadlines.ts';
import { visitNeeds } from '../../../facts/visit-needs.ts';
import type { VisitNext } from '../../../facts/visit-next.ts';
import { type IsoDate, inWords } from '../../../model/calendar.ts';
import { seen } from '../../../model/known.ts';
import type { Workspace } from '../../../workspace/workspace.ts';

/** The visit that the pack is for. */
export interface VisitShown {
  /** `Accreditation visit on 25 June 2026: Race, Gender`; null where none is booked. */
  readonly title: string | null;
  /** Whether anything is decided at it. */
  readonly isDeciding: boolean;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** What is still to be done before it, and what can’t be told. */
  readonly open: readonly string[];
}

/** The visit that comes next. */
export function visitShown(workspace: Workspace, { visit, untold }: VisitNext, on: IsoDate): VisitShown {
  const coordinators = (seen(workspace.settings)?.coordinators ?? []).map(({ name, role }) =>
    role === undefined ? name : `${name}, ${role}`,
  );
  const common = [
    ...coordinators.slice(0, 2).map((value) => ({ label: 'Co-ordinator', value })),
    { label: 'As on', value: inWords(on) },
  ];
  const notes = untold === null ? [] : [`${untold} can’t be read, so another visit may come first.`];
  if (visit === null) {
    const open = untold === null ? ['No visit is booked, so all strands are here.'] : notes;
    return { title: null, isDeciding: true, facts: [{ label: 'Visit', value: 'Not booked' }, ...common], open };
  }
  const team = workspace.programme.file.team ?? 'team';
  const { sendAudit, beginSummaries } = visitNeeds(workspace, visit, on);
  const title = (id: string): string => workspace.programme.strands.get(id)?.title ?? id;
  return {
    title: visitInWords(workspace, visit, visit.date),
    isDeciding: visit.kind !== 'advisory',
    facts: [
      { label: 'Visit', value: inWords(visit.date) },
      { label: 'Kind', value: visit.kind === 'advisory' ? 'Advisory' : 'Accreditation' },
      { label: 'Audit sent', value: visit.auditSent === undefined ? 'Not yet' : inWords(visit.auditSent) },
      ...common,
    ],
    open: [
      ...(sendAudit === null ? [] : [`The audit is to be with the ${team} by ${inWords(sendAudit)}.`]),
      ...(beginSummaries === null
        ? []
        : [`Not begun yet, the summaries of: ${beginSummaries.strands.map(title).join(', ')}.`]),
      ...notes,
    ],
  };
}
