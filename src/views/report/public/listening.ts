import { unreadableIn } from '../../../facts/history.ts';
import { count } from '../../../facts/requirements/requirement.ts';
import { rhythmOf } from '../../../facts/rhythm.ts';
import { smallestPublished, suppressed } from '../../../facts/suppression.ts';
import { type IsoDate, inWords, type Span, spanInWords } from '../../../model/calendar.ts';
import type { EvidenceFile, Meeting } from '../../../model/files.generated.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import { type CountedShown, countedShown } from './counted.ts';

/** How the school listens, without anybody’s name. */
export interface ListeningShown {
  /** How often the group met, and how often it means to. */
  readonly met: readonly string[];
  /** How many people speak for each group of the programme; null where that can’t be told or there are none yet. */
  readonly groups: CountedShown | null;
  /** How often people were asked, by who they are; null where that can’t be told. */
  readonly voices: CountedShown | null;
}

/**
 * Who is represented in the reference group and how often it met, and how often people were asked for their view.
 * @param since the day after which a meeting or an item is of the last year
 */
export function listeningShown(workspace: Workspace, since: IsoDate, on: IsoDate): ListeningShown {
  const { programme, referenceGroup, evidence } = workspace;
  const unread = unreadableIn(workspace);
  const isVoiceTold = ![...evidence.values()].some(({ file }) => unread.includes(file)) && !unread.includes('evidence');
  const isIn = (date: IsoDate): boolean => date > since && date <= on;
  const asked = [...evidence.values()].flatMap((item) =>
    item.state === 'known' && isIn(item.value.date) ? [item.value.kind] : [],
  );
  const voices = isVoiceTold
    ? countedShown(
        programme,
        VOICES.map(([kind, label]) => ({ label, count: asked.filter((each) => each === kind).length })),
        { total: true, none: 'not yet' },
      )
    : null;
  if (referenceGroup.state !== 'known') {
    const why =
      referenceGroup.state === 'absent'
        ? NO_GROUP
        : 'It can’t be told who is in our reference group: its file can’t be read.';
    return { met: [why], groups: null, voices };
  }
  const { members, meetings = [], meets = '' } = referenceGroup.value;
  const held = meetings
    .filter(({ date }) => isIn(date))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const known = programme.file.referenceGroup?.groups ?? [];
  const others = members.filter(({ represents }) => !known.some(({ id }) => id === represents)).length;
  return {
    met: members.length === 0 ? [NO_GROUP] : [howOften(held.length, meets, on), ...cameTo(workspace, held)],
    groups:
      members.length === 0
        ? null
        : countedShown(
            programme,
            [
              ...known.map(({ id, title }) => ({
                label: title,
                count: members.filter(({ represents }) => represents === id).length,
              })),
              ...(others === 0 ? [] : [{ label: 'Others', count: others }]),
            ],
            { total: true, none: 'nobody yet' },
          ),
    voices,
  };
}

const NO_GROUP = 'Our reference group has no members yet.';

/** The kinds of evidence in which people say what they think. */
const VOICES: readonly (readonly [kind: EvidenceFile['kind'], label: string])[] = [
  ['pupil-voice', 'Pupils'],
  ['parent-voice', 'Parents and carers'],
  ['staff-voice', 'Staff'],
];

function howOften(held: number, meets: string, on: IsoDate): string {
  const year = `in the year to ${inWords(on)}`;
  const met = `Our reference group speaks for different parts of the school and sets the direction of this work. It ${held === 0 ? 'has not met' : `met ${times(held)}`} ${year}`;
  // In its own words only as far as lem understands them: those words may name somebody.
  const rhythm = rhythmOf(meets);
  if (rhythm === null) return `${met}.`;
  const agreed =
    'perTerm' in rhythm ? `${times(rhythm.perTerm)} a term` : `every ${inWeeks(rhythm.every).replace(/^1 /, '')}`;
  return `${met}; it has agreed to meet ${agreed}.`;
}

/** How many came to the meetings, the small counts kept back; a meeting of which nobody is recorded says nothing. */
function cameTo({ programme }: Workspace, held: readonly Meeting[]): readonly string[] {
  const below = smallestPublished(programme);
  const counts = held.map(({ attended = [] }) => attended.length).filter((people) => people > 0);
  const { cells } = suppressed(
    { cells: counts.map((people) => [people]), rowTotals: false, columnTotals: false },
    below,
  );
  const large = cells.flatMap(([people]) => people ?? []).sort((a, b) => a - b);
  const few = counts.length - large.length;
  const [least, most] = [large[0], large.at(-1)];
  const range = least === most ? `${least}` : `${least} to ${most}`;
  if (counts.length === 0) return [];
  if (large.length === 0) return [`Fewer than ${below} people came to ${few === 1 ? 'it' : 'each meeting'}.`];
  if (few === 0) return [`${range} people came${large.length === 1 ? '' : ' each time'}.`];
  return [
    `Fewer than ${below} people came to ${count(few, 'meeting')}, and ${range} to the other${large.length === 1 ? '' : 's'}.`,
  ];
}

function times(number: number): string {
  return ['no times', 'once', 'twice'][number] ?? count(number, 'time');
}

/** Six weeks, and not 42 days. */
function inWeeks(span: Span): string {
  const days = Number(/^P(\d+)D$/.exec(span)?.[1] ?? 0);
  return spanInWords(days > 0 && days % 7 === 0 ? `P${days / 7}W` : span);
}
