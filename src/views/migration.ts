import type { BadgeFacts } from '../facts/eligibility.ts';
import type { MarkFacts } from '../facts/mark.ts';
import { type Line, run } from '../model/block.ts';
import { inWords } from '../model/calendar.ts';
import type { Programme } from '../model/programme.ts';
import { pad, wrap } from '../model/width.ts';
import { STATES } from './badges.ts';

/** The badges and the Mark of an edition on a day. */
export interface StandingOn {
  readonly programme: Programme;
  readonly badges: readonly BadgeFacts[];
  readonly mark: MarkFacts;
}

/** How things stand before and after a move; `strands` says what a strand becomes. */
export interface Standing {
  readonly before: StandingOn;
  readonly after: StandingOn;
  readonly strands: (id: string) => readonly string[];
}

/** What a move does to each badge and to the Mark, in lines. */
export function migrationLines({ before, after, strands }: Standing, width: number): readonly Line[] {
  const title = ({ programme }: StandingOn, strand: string): string => programme.strands.get(strand)?.badge ?? strand;
  const rows = [
    ...after.badges.map((badge): readonly [title: string, told: Line] => {
      const from = before.badges.filter(({ strand }) => strands(strand).includes(badge.strand));
      const was = from.map((each) => named(each, title(before, each.strand), title(after, badge.strand))).join('; ');
      const told: Line =
        from.length === 0 ? [run('new: ', 'accent'), STATES[badge.state][0]] : [`${was} → `, run(...stateOf(badge))];
      return [title(after, badge.strand), told];
    }),
    ...before.badges
      .filter(({ strand }) => strands(strand).length === 0)
      .map((badge): readonly [string, Line] => [
        title(before, badge.strand),
        [`${STATES[badge.state][0]} → `, run('ends', 'warn')],
      ]),
  ];
  const column = Math.max(...rows.map(([each]) => each.length)) + 2;
  const isWide = column + 40 <= width;
  return [
    ...rows.flatMap(([each, told]): readonly Line[] =>
      isWide ? [[pad(each, column), ...told]] : [each, ['  ', ...told]],
    ),
    '',
    ...markSentences(before, after).flatMap((sentence) => wrap(sentence, width)),
  ];
}

function stateOf({ state }: BadgeFacts): (typeof STATES)[BadgeFacts['state']] {
  return STATES[state];
}

/** A badge as it stood, with its name where that was another. */
function named({ state, awarded }: BadgeFacts, was: string, is: string): string {
  const words = `${STATES[state][0]}${awarded === null ? '' : ` since ${inWords(awarded)}`}`;
  return was === is ? words : `${was}: ${words}`;
}

const MARKS: { readonly [state in MarkFacts['state']]: string } = {
  'not-started': 'not started',
  'working-towards': 'working towards',
  achieved: 'achieved',
  lapsed: 'lapsed',
};

function markSentences(before: StandingOn, after: StandingOn): readonly string[] {
  const [was, is] = [before.mark, after.mark];
  const titles = is.missing.map((strand) => after.programme.strands.get(strand)?.title ?? strand).join(', ');
  const state = was.state === is.state ? `${MARKS[is.state]}, as before` : `${MARKS[was.state]} → ${MARKS[is.state]}`;
  const missing = is.state === 'achieved' || is.missing.length === 0 ? '' : ` It still takes ${titles}.`;
  const deadline = (mark: MarkFacts): string => (mark.deadline === null ? 'none' : inWords(mark.deadline));
  const last =
    was.deadline === is.deadline
      ? is.deadline === null
        ? ''
        : ` Its last day stays ${deadline(is)}.`
      : ` Its last day: ${deadline(was)} → ${deadline(is)}.`;
  return [`The ${after.programme.file.mark.title}: ${state}.${missing}${last}`];
}
