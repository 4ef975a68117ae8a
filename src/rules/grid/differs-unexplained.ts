import { suggestion } from '../../facts/grid.ts';
import { filled } from '../../facts/requirements/requirement.ts';
import { isRating } from '../../model/programme.ts';
import { carried } from '../../workspace/carried.ts';
import { cellsIn, grids } from '../cells.ts';
import { reasonForCell, yearFlag } from '../command-words.ts';
import { auditOf } from '../examples.ts';
import { always, type Rule } from '../rule.ts';

const AUDIT = {
  'audit/2025-26/learning-and-teaching.yaml': auditOf('status: complete\ncompleted: 2025-10-13'),
} as const;

export const gridDiffersUnexplained: Rule = {
  id: 'grid/differs-unexplained',
  title: 'A cell that differs from what the audit suggests says why.',
  why: 'The grid is people’s judgement, not a sum (step 3): it may differ from the audit. The reason shows that it was meant, and is what the Equality team will ask for.',
  severity: always('warning'),
  wrong: { ...AUDIT, 'grid/2025-26.yaml': 'year: 2025-26\ncells:\n  learning-and-teaching: { race: amber }\n' },
  right: {
    ...AUDIT,
    'grid/2025-26.yaml':
      'year: 2025-26\ncells:\n  learning-and-teaching:\n    race: { rating: amber, because: Strong in English and thin in science. }\n',
  },
  *check({ workspace, workspace: { programme }, year }) {
    for (const grid of grids(workspace)) {
      const audits = carried(workspace).audits.get(grid.id);
      for (const cell of cellsIn(grid)) {
        const { element, strand, rating, because, reason } = cell;
        if (filled(because) || !isRating(programme, rating)) continue;
        const suggested = suggestion(programme, audits?.get(element), element, strand).rating;
        if (suggested === null || suggested === rating) continue;
        yield {
          place: reason,
          message: `The audit suggests ${suggested} here, and no reason is given for another rating.`,
          hint: `Say why, as { rating: ${rating}, because: … }: ${reasonForCell(cell, yearFlag(grid.id, year))}`,
        };
      }
    }
  },
};
