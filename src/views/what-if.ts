import type { Award } from '../facts/mark.ts';
import { whatIf } from '../facts/what-if.ts';
import { type Line, run } from '../model/block.ts';
import { type IsoDate, inWords } from '../model/calendar.ts';
import type { Programme } from '../model/programme.ts';
import { wrap } from '../model/width.ts';
import { markLines } from './mark.ts';
import { timelineLines } from './timeline.ts';

/** What would become of the Mark if badges were awarded on given days: its date, what would lapse, and the rest by when. */
export function whatIfLines(
  programme: Programme,
  awards: readonly Award[],
  supposed: readonly Award[],
  on: IsoDate,
  width: number,
): readonly Line[] {
  const answer = whatIf(awards, supposed, programme, on);
  const title = (strand: string): string => programme.strands.get(strand)?.title ?? strand;
  const named = answer.supposed.map(({ strand, date }) => `${title(strand)} on ${inWords(date)}`).join(', ');
  const lost = answer.lost.map((strand) => title(strand)).join(', ');
  return [
    ...wrap(`If these were awarded: ${named}`, width).map((line): Line => [run(line, 'strong')]),
    [run(`As on ${inWords(answer.on)}`, 'dim')],
    ...markLines(programme, answer.mark, width),
    ...(lost === ''
      ? []
      : wrap(`No longer in the window by then: ${lost}.`, Math.max(20, width - 2)).map(
          (line): Line => [run(`  ${line}`, 'warn')],
        )),
    '',
    ...timelineLines({ programme, awards, supposed: answer.supposed, mark: answer.mark, on }, width),
  ];
}
