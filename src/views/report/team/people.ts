import { type GroupMet, groupsMet, type Person, whoToMeet } from '../../../facts/who-to-meet.ts';
import { inWords } from '../../../model/calendar.ts';
import { seen } from '../../../model/known.ts';
import type { Workspace } from '../../../workspace/workspace.ts';

/** A group of the reference group, and who speaks for it. */
export interface GroupShown {
  readonly title: string;
  readonly members: readonly { readonly name: string; readonly role: string | null }[];
  /** What there is to say where nobody does. */
  readonly none: string;
}

/** Somebody to meet, and what to ask them about. */
export interface PersonShown {
  readonly who: string;
  readonly about: string;
}

/** Who to meet about a strand. */
export interface PeopleShown {
  readonly leads: readonly PersonShown[];
  /** What people said: its id and its day, newest first. */
  readonly voices: readonly { readonly id: string; readonly date: string }[];
  /** Which files can’t be read and may name others; null where all can. */
  readonly untold: string | null;
}

/** The reference group, group by group. */
export function groupsShown(workspace: Workspace): readonly GroupShown[] {
  const { programme, referenceGroup } = workspace;
  const titles = new Map(programme.file.referenceGroup.groups.map(({ id, title }) => [id, title]));
  const none = ({ isNeeded }: GroupMet): string =>
    referenceGroup.state === 'unreadable'
      ? `${referenceGroup.file} can’t be read, so this can’t be told.`
      : isNeeded
        ? 'Nobody yet, and the programme asks for somebody'
        : 'Nobody';
  return groupsMet(workspace).map((group) => ({
    title: titles.get(group.id) ?? group.id,
    members: group.members.map(({ name, role }) => ({ name, role: role ?? null })),
    none: none(group),
  }));
}

/** Who can speak of a strand. */
export function peopleShown(workspace: Workspace, strand: string): PeopleShown {
  const { actions } = workspace;
  const { leads, voices, unreadable } = whoToMeet(workspace, strand);
  const action = (id: string): string => seen(actions.get(id))?.title || id;
  return {
    leads: leads.map((person) => personShown(person, action)),
    voices: voices.map(({ id, item }) => ({ id, date: inWords(item.date) })),
    untold: unreadable.length === 0 ? null : `${unreadable.join(', ')} can’t be read and may name others.`,
  };
}

function personShown({ who, about }: Person, title: (id: string) => string): PersonShown {
  return { who, about: about.map(title).join('; ') };
}
