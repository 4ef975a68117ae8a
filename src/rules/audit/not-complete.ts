import { at } from '../../model/place.ts';
import { carried } from '../../workspace/carried.ts';
import { pathOf } from '../../workspace/layout.ts';
import { auditOf } from '../examples.ts';
import { onceReady, type Rule } from '../rule.ts';

export const auditNotComplete: Rule = {
  id: 'audit/not-complete',
  title: 'Every element of this year’s audit is complete.',
  why: 'The audit is of the whole school, once a year, and the grid is made once all of it is done (steps 2 and 3).',
  severity: onceReady('warning', 'error'),
  wrong: {
    'audit/2026-27/learning-and-teaching.yaml': auditOf('status: draft'),
    'grid/2026-27.yaml': null,
  },
  right: {
    'audit/2026-27/learning-and-teaching.yaml': auditOf('status: complete\ncompleted: 2026-10-12'),
    'grid/2026-27.yaml': null,
  },
  *check({ workspace, year }) {
    for (const { id, title } of workspace.programme.elements.values()) {
      const audit = carried(workspace).audits.get(year)?.get(id);
      if (audit === undefined || audit.state === 'absent') {
        yield {
          place: at(pathOf.audit(year, id)),
          message: `${title} has not been audited in ${year}.`,
          hint: `Begin it with lem audit start ${year}.`,
        };
      } else if (audit.state === 'known' && audit.value.status !== 'complete') {
        yield {
          place: at(audit.file, 'status'),
          message: `The audit of ${title} is still a draft.`,
          hint: `Go on with lem audit answer ${id}; once all is judged, lem audit complete ${id}.`,
        };
      }
    }
  },
};
