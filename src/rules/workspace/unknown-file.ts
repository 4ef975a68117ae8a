import { at } from '../../model/place.ts';
import { pathOf, roleOf } from '../../workspace/layout.ts';
import { always, type Rule } from '../rule.ts';

const SHAPES = new Map([
  ['audit', pathOf.audit('<school year>', '<element>')],
  ['grid', pathOf.grid('<school year>')],
  ['plan', pathOf.action('<action>')],
  ['evidence', pathOf.evidence('<item>')],
  ['editions', `${pathOf.edition('<edition>')} or ${pathOf.mapping('<edition>', '<edition>')}`],
  ['accreditation', pathOf.summary('<school year>', '<strand>')],
]);

export const workspaceUnknownFile: Rule = {
  id: 'workspace/unknown-file',
  title: 'Every YAML file lies where lem looks for its kind.',
  why: 'The path says what a file is: which year’s audit (step 2), which strand’s summary (step 6). A file that lies elsewhere is left out of all that lem works out.',
  severity: always('warning'),
  wrong: { 'audit/learning-and-teaching.yaml': 'element: learning-and-teaching\nstatus: draft\n' },
  right: { 'audit/2025-26/learning-and-teaching.yaml': 'element: learning-and-teaching\nstatus: draft\n' },
  *check({ workspace }) {
    for (const [path, { problems }] of workspace.sources) {
      const shape = SHAPES.get(path.split('/', 1)[0] ?? '');
      if (shape === undefined || roleOf(path) !== null || problems.some(({ code }) => code.startsWith('file/')))
        continue;
      yield {
        place: at(path),
        message: 'lem does not know what this file is, and leaves it out.',
        hint: `Here lem looks for ${shape}.`,
      };
    }
  },
};
