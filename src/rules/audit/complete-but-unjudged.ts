import { judgementOf } from '../../facts/grid.ts';
import { at } from '../../model/place.ts';
import { concerns } from '../../model/programme.ts';
import { soundAudits } from '../audits.ts';
import { yearFlag } from '../command-words.ts';
import { auditOf } from '../examples.ts';
import { always, type Rule } from '../rule.ts';

export const auditCompleteButUnjudged: Rule = {
  id: 'audit/complete-but-unjudged',
  title: 'A complete audit judges every statement for every strand it concerns.',
  why: 'The grid is made once all aspects of the audit are done (steps 2 and 3). A statement that was passed over is no judgement, and never counts as a good one.',
  severity: always('error'),
  wrong: {
    'audit/2025-26/learning-and-teaching.yaml':
      'element: learning-and-teaching\nstatus: complete\ncompleted: 2025-10-13\njudgements:\n  learning-and-teaching.1: { rating: green, because: Seen in every class. }\n',
  },
  right: { 'audit/2025-26/learning-and-teaching.yaml': auditOf('status: complete\ncompleted: 2025-10-13') },
  *check({ workspace, workspace: { programme }, year }) {
    const strands = [...programme.strands.values()];
    for (const { id, year: ofYear, file, value } of soundAudits(workspace)) {
      if (value.status !== 'complete') continue;
      for (const statement of programme.elements.get(id)?.statements ?? []) {
        const concerned = strands.filter((strand) => concerns(statement, strand.id));
        const left = concerned.filter((strand) => judgementOf(value, statement.id, strand.id) === null);
        if (left.length === 0) continue;
        const of = left.length < concerned.length ? ` for ${left.map(({ title }) => title).join(', ')}` : '';
        yield {
          place: at(file, 'judgements', statement.id, 'rating'),
          message: `The audit is marked complete, and ${statement.id} has not been judged${of}.`,
          hint: `Write status: draft, or judge it: lem audit answer ${id}${yearFlag(ofYear, year)}.`,
        };
      }
    }
  },
};
