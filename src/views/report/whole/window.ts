import { awardsOn, type MarkFacts } from '../../../facts/mark.ts';
import { type IsoDate, inWords, spanInWords } from '../../../model/calendar.ts';
import { seen } from '../../../model/known.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import { badgeTimeline, type StrandTimeline } from '../../badge-timeline.ts';
import { type TimelineRow, type TimelineShown, timeAxis, timelineOf } from './time-axis.ts';
import { unreadAt } from './unreadable.ts';

/** The badges over time, and the window in which the Mark’s must come together. */
export interface WindowShown {
  readonly said: readonly string[];
  /** Null where no badge has been awarded yet. */
  readonly timeline: TimelineShown | null;
  readonly unread: readonly string[];
}

/** Awards and visits booked along the window. */
export function windowShown(workspace: Workspace, mark: MarkFacts, on: IsoDate): WindowShown {
  const { programme } = workspace;
  const unread = unreadAt(workspace, 'awards.yaml', 'calendar.yaml');
  const rules = rulesOf(workspace);
  const laid = badgeTimeline({ programme, awards: awardsOn(workspace, on), supposed: [], mark, on });
  if (laid === null)
    return {
      said: [
        rules,
        ...(unread.includes('awards.yaml') ? [] : ['No badge has been awarded yet: the first one opens the window.']),
      ],
      timeline: null,
      unread,
    };
  const visits = (seen(workspace.calendar)?.visits ?? []).filter(
    ({ date, kind }) => date >= on && kind === 'accreditation',
  );
  const axis = timeAxis([laid.first, laid.last, ...visits.map(({ date }) => date)]);
  const rows = laid.strands.map(({ strand, ...badge }): TimelineRow => {
    const booked = visits.filter(({ strands = [] }) => strands.includes(strand)).map(({ date }) => date);
    return {
      title: badge.title,
      status: null,
      isLate: false,
      notes: [],
      when: whenOf(badge, booked),
      strokes: badge.counts === null ? [] : [axis.stroke('counts', badge.counts.from, badge.counts.to)],
      points: [
        ...badge.awards.map(({ kind, date }) => ({ kind, at: axis.at(date) })),
        ...booked.map((date) => ({ kind: 'visit', at: axis.at(date) })),
      ],
    };
  });
  const { window } = mark;
  if (window !== null)
    rows.push({
      title: 'Window',
      status: null,
      isLate: false,
      notes: [],
      when: `From ${inWords(window.from)} to ${inWords(window.to)}`,
      strokes: [axis.stroke('window', window.from, window.to)],
      points: [],
    });
  return {
    said: [rules],
    timeline: timelineOf(axis, on, {
      caption: 'Badges over time. The dates in words stand for the drawing.',
      heads: ['Strand', 'Badge'],
      rows,
      key: KEY,
    }),
    unread,
  };
}

const KEY: TimelineShown['key'] = [
  { kind: 'awarded', isPoint: true, words: 'awarded' },
  { kind: 'withdrawn', isPoint: true, words: 'withdrawn' },
  { kind: 'visit', isPoint: true, words: 'visit booked' },
  { kind: 'counts', isPoint: false, words: 'counts towards the Mark' },
  { kind: 'window', isPoint: false, words: 'window' },
];

function rulesOf({ programme }: Workspace): string {
  const { badges, window, title } = programme.file.mark;
  const needed = typeof badges === 'number' ? `${badges} badges` : `all ${programme.strands.size} badges`;
  return `The ${title} takes ${needed} within ${spanInWords(window)}.`;
}

function whenOf({ awards, counts }: Omit<StrandTimeline, 'strand'>, booked: readonly IsoDate[]): string {
  const parts = [
    ...awards.map(({ kind, date }) => `${kind} ${inWords(date)}`),
    ...(counts === null ? [] : [`counts until ${inWords(counts.to)}`]),
    ...booked.map((date) => `visit booked for ${inWords(date)}`),
  ];
  if (awards.length === 0) parts.unshift('not awarded yet');
  const said = parts.join(', ');
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}
