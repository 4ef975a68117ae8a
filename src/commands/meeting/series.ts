import type { CoOrdinatorsMeeting, Meeting } from '../../model/files.generated.ts';
import { seen } from '../../model/known.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { readable } from '../calendar/add-entry.ts';

/** Meetings of one kind: the reference group’s, or the programme’s for co-ordinators. */
export interface Series {
  readonly name: string;
  readonly file: string;
  readonly meetings: readonly (Meeting | CoOrdinatorsMeeting)[];
  /** Who may be expected there. */
  readonly people: readonly string[];
  /** Whoever is not one of them is not … */
  readonly belonging: string;
  readonly takesNotes: boolean;
}

/** The meetings of the reference group. */
export function groupMeetings({ referenceGroup }: Workspace): Series | { readonly refusal: Outcome } {
  const { file } = referenceGroup;
  const read = readable(referenceGroup);
  if ('refusal' in read) return read;
  if (read.value === null)
    return {
      refusal: unusable(
        `There is no ${file} yet, so there is no group that could have met.`,
        'lem explain reference-group/missing-group shows what goes into it.',
      ),
    };
  const { members, meetings = [] } = read.value;
  const people = named(members);
  return { name: 'Reference group meeting', file, meetings, people, belonging: 'in the group', takesNotes: true };
}

/** The co-ordinators’ meetings of the programme. */
export function networkMeetings(workspace: Workspace): Series | { readonly refusal: Outcome } {
  const { calendar, settings, referenceGroup } = workspace;
  const read = readable(calendar);
  if ('refusal' in read) return read;
  const people = named([...(seen(settings)?.coordinators ?? []), ...(seen(referenceGroup)?.members ?? [])]);
  return {
    name: 'Co-ordinators’ meeting',
    file: calendar.file,
    meetings: read.value?.meetings ?? [],
    people,
    belonging: 'among the co-ordinators or in the group',
    takesNotes: false,
  };
}

/** Whether nothing is recorded of a meeting but its day. */
export function isPlanned(meeting: { readonly attended?: readonly string[]; readonly notes?: string }): boolean {
  return (meeting.attended ?? []).length === 0 && meeting.notes === undefined;
}

/** Names in their order, each once. */
function named(people: readonly { readonly name: string }[]): readonly string[] {
  return [...new Set(people.map(({ name }) => name))];
}
