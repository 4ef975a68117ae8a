import type { Recommended } from '../facts/recommendations.ts';
import { type Line, run } from '../model/block.ts';
import { inWords } from '../model/calendar.ts';
import type { Programme } from '../model/programme.ts';
import { cut, wrap } from '../model/width.ts';
import { planRecommendationLine, recommendationTitle } from './plan-suggest-command.ts';

/** A recommendation as schemas/output/plan-suggest.json has it. */
export function recommendedJson(recommended: Recommended) {
  const { id, visit, text, strands, actions } = recommended;
  return {
    id,
    visit,
    text,
    strands: strands ?? [],
    title: recommendationTitle(recommended),
    command: planRecommendationLine(recommended),
    actions,
  };
}

/** How much of a recommendation is shown, in columns. */
const LONGEST = 600;

/** What the team recommended and no action takes up, each with the command that plans it. */
export function recommendedLines(
  recommendations: readonly Recommended[],
  programme: Programme,
  most: number,
  width: number,
): readonly Line[] {
  if (recommendations.length === 0) return [];
  const { team = 'team' } = programme.file;
  const left = recommendations.length - most;
  return [
    '',
    [run(`What the ${team} recommended`, 'strong')],
    ...wrap('An action is for every element, unless --element names those it is for.', width).map(
      (line): Line => [run(line, 'dim')],
    ),
    ...recommendations.slice(0, most).flatMap((recommended): readonly Line[] => {
      const { text, visit, strands, actions } = recommended;
      const titles = (strands ?? []).map((id) => programme.strands.get(id)?.title ?? id);
      const about = [inWords(visit), ...titles].join(', ');
      const taken = actions.length === 0 ? '' : `; taken up by ${actions.join(', ')}`;
      return [
        '',
        ...wrap(cut(text, LONGEST), width - 2).map((line, index) => `${index === 0 ? '- ' : '  '}${line}`),
        [run(`  ${about}${taken}`, 'dim')],
        [run('  → ', 'accent'), planRecommendationLine(recommended)],
      ];
    }),
    ...(left <= 0 ? [] : ['', [run(`… and ${left} more: --limit ${recommendations.length}`, 'dim')] as Line]),
  ];
}
