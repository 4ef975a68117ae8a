import { at } from '../../model/place.ts';
import { carried } from '../../workspace/carried.ts';
import { grids } from '../cells.ts';
import { type Rule, warningThen } from '../rule.ts';

const AUDIT = {
  'audit/2025-26/learning-and-teaching.yaml': 'element: learning-and-teaching\nstatus: draft\n',
} as const;

export const gridBeforeAudit: Rule = {
  id: 'grid/before-audit',
  title: 'A grid is completed after all of its year’s audit.',
  why: 'The grid is judged once all aspects of the audit are done (step 3): until then it can’t rest on them.',
  severity: warningThen('error'),
  wrong: { ...AUDIT, 'grid/2025-26.yaml': 'year: 2025-26\ncompleted: 2025-11-03\n' },
  right: { ...AUDIT, 'grid/2025-26.yaml': 'year: 2025-26\n' },
  *check({ workspace, workspace: { programme }, year }) {
    for (const { id, file, value } of grids(workspace)) {
      const audits = carried(workspace).audits.get(id);
      if (value.completed === undefined || audits === undefined) continue;
      // An earlier year may have been brought in from paper in part: there only the files that are here are held to it.
      const elements = [...(id === year ? programme.elements : audits).keys()];
      const late = elements.find((element) => {
        const audit = audits.get(element);
        if (audit?.state === 'unreadable') return false;
        if (audit?.state !== 'known' || audit.value.status !== 'complete') return true;
        return (audit.value.completed ?? '') > (value.completed ?? '');
      });
      if (late === undefined) continue;
      const title = programme.elements.get(late)?.title ?? late;
      yield {
        place: at(file, 'completed'),
        message: `The grid was completed before the audit of ${title}.`,
        hint: 'Complete the audit, go through the grid again, and put the new day here: lem grid complete.',
      };
    }
  },
};
