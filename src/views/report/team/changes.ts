import { type Change, changesSince } from '../../../facts/changes-since.ts';
import { type IsoDate, inWords } from '../../../model/calendar.ts';
import type { VisitBooked } from '../../../model/files.generated.ts';
import { seen } from '../../../model/known.ts';
import type { Workspace } from '../../../workspace/workspace.ts';

/** What changed since the audit was sent, or where it was not, since the last visit. */
export interface ChangesShown {
  readonly heading: string;
  /** Since when, and what can’t be told. */
  readonly about: readonly string[];
  readonly kinds: readonly { readonly kind: string; readonly what: readonly string[] }[];
}

/** The changes of a strand up to a day. */
export function changesShown(
  workspace: Workspace,
  strand: string,
  visit: VisitBooked | null,
  on: IsoDate,
): ChangesShown {
  const sent = visit?.auditSent;
  const last = (seen(workspace.awards)?.visits ?? [])
    .map(({ date }) => date)
    .filter((date) => date < on)
    .sort()
    .at(-1);
  const since = sent ?? last;
  const heading = sent === undefined ? 'What changed since the last visit' : 'What changed since the audit was sent';
  const unsent = 'The calendar does not say that the audit has been sent.';
  const untold =
    workspace.awards.state === 'unreadable'
      ? `${workspace.awards.file} can’t be read, so it can’t be told when the last visit was.`
      : 'No visit has taken place yet.';
  if (since === undefined) return { heading, about: [unsent, untold], kinds: [] };
  const { changes, unreadable } = changesSince(workspace, strand, since, on);
  return {
    heading,
    about: [
      ...(sent === undefined ? [unsent] : []),
      `From ${inWords(since)} to ${inWords(on)}, by the dates in the school’s files${changes.length === 0 ? ': nothing' : ''}.`,
      ...(unreadable.length === 0 ? [] : [`There may be more: ${unreadable.join(', ')} can’t be read.`]),
    ],
    kinds: KINDS.flatMap(([kind, title]) => {
      const those = changes.filter((change) => change.kind === kind);
      return those.length === 0 ? [] : [{ kind: title, what: those.map((change) => worded(workspace, change)) }];
    }),
  };
}

/** What weighs most comes first. */
const KINDS: readonly (readonly [kind: Change['kind'], title: string])[] = [
  ['audit', 'Audit complete'],
  ['grid', 'Summary grid agreed'],
  ['action-complete', 'Actions complete'],
  ['action-begun', 'Actions begun'],
  ['evidence', 'New evidence'],
  ['evidence-reviewed', 'Evidence reviewed'],
  ['meeting', 'The reference group met'],
  ['summary-signed', 'Summary signed'],
];

/** What it was, and when. */
function worded(workspace: Workspace, change: Change): string {
  const what = titleOf(workspace, change);
  return what === '' ? inWords(change.date) : `${what}, ${inWords(change.date)}`;
}

function titleOf({ programme, actions, evidence }: Workspace, { kind, id }: Change): string {
  switch (kind) {
    case 'audit':
      return programme.elements.get(id)?.title ?? id;
    case 'grid':
      return id.replace('-', '–');
    case 'action-begun':
    case 'action-complete':
      return seen(actions.get(id))?.title || id;
    case 'evidence':
    case 'evidence-reviewed':
      return seen(evidence.get(id))?.title || id;
    default:
      return id;
  }
}
