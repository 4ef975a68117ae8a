import type { IsoDate } from '../model/calendar.ts';
import type { EvidenceFile, Member } from '../model/files.generated.ts';
import { seen } from '../model/known.ts';
import { actionsFor } from '../workspace/select.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Somebody, by name or role as the school writes it, and what they can be asked about. */
export interface Person {
  readonly who: string;
  /** The ids of actions. */
  readonly about: readonly string[];
}

/** Those who can speak of a strand. */
export interface People {
  /** Who leads its actions, those that were stopped left out. */
  readonly leads: readonly Person[];
  /** The evidence in which people speak for themselves, newest first. */
  readonly voices: readonly { readonly id: string; readonly item: EvidenceFile }[];
  /** The files that can’t be read and may name others. */
  readonly unreadable: readonly string[];
}

/** A group that the reference group brings together, and who speaks for it there. */
export interface GroupMet {
  readonly id: string;
  readonly members: readonly Member[];
  readonly isNeeded: boolean;
}

/** Kinds of evidence in which people speak for themselves. */
export const VOICES: readonly EvidenceFile['kind'][] = ['pupil-voice', 'parent-voice', 'staff-voice'];

/** Who can speak of a strand; those who judged it are told with the cells that they judged. */
export function whoToMeet(workspace: Workspace, strand: string): People {
  const { actions, unreadable } = actionsFor(workspace, strand);
  const untold = [
    ...unreadable,
    ...[...workspace.evidence.values()].flatMap((known) => (known.state === 'unreadable' ? [known.file] : [])),
  ];
  return {
    leads: gathered(
      actions.flatMap(({ id, action: { lead, status } }) =>
        lead === undefined || status === 'stopped' ? [] : [[lead, id] as const],
      ),
    ),
    voices: voicesOf(workspace, strand),
    unreadable: untold.sort(),
  };
}

/** The reference group by the groups of the programme, in its order; a group that nobody speaks for too. */
export function groupsMet({ referenceGroup, programme }: Workspace): readonly GroupMet[] {
  const { groups, mustInclude = [] } = programme.file.referenceGroup;
  const members = seen(referenceGroup)?.members ?? [];
  return groups.map(({ id }) => ({
    id,
    members: members.filter(({ represents }) => represents === id),
    isNeeded: mustInclude.includes(id),
  }));
}

function voicesOf(workspace: Workspace, strand: string): People['voices'] {
  const day = ({ item }: { readonly item: EvidenceFile }): IsoDate => item.date;
  return [...workspace.evidence]
    .flatMap(([id, known]) => {
      const item = seen(known);
      return item !== null && VOICES.includes(item.kind) && item.strands?.includes(strand) ? [{ id, item }] : [];
    })
    .sort((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0));
}

/** The same person may be written with other capitals. */
function gathered(named: readonly (readonly [who: string, about: string])[]): readonly Person[] {
  const people = new Map<string, { who: string; about: Set<string> }>();
  for (const [who, about] of named) {
    const key = who.trim().toLowerCase();
    if (key === '') continue;
    const person = people.get(key) ?? { who: who.trim(), about: new Set() };
    person.about.add(about);
    people.set(key, person);
  }
  return [...people.values()].map(({ who, about }) => ({ who, about: [...about] }));
}
