import { at } from '../../model/place.ts';
import { pathOf } from '../../workspace/layout.ts';
import { onceReady, type Rule } from '../rule.ts';

const CELLS = `year: 2026-27
cells:
  leadership-and-governance: { race: green, gender: green, disability: green, sexual-orientation: green, religion-and-belief: green }
  knowing-our-community-and-using-data: { race: green, gender: amber, disability: green, sexual-orientation: green, religion-and-belief: green }
  learning-and-teaching: { race: green, gender: green, disability: green, sexual-orientation: green, religion-and-belief: green }
  curriculum-and-resources: { race: green, gender: green, disability: green, sexual-orientation: green, religion-and-belief: green }
  pupil-involvement: { race: green, gender: green, disability: green, sexual-orientation: green, religion-and-belief: green }
  staff-knowledge-and-working-life: { race: green, gender: green, disability: green, sexual-orientation: green, religion-and-belief: green }
  belonging-behaviour-and-safety: { race: green, gender: green, disability: green, sexual-orientation: green, religion-and-belief: green }
  environment-access-and-daily-life: { race: green, gender: green, disability: green, sexual-orientation: green, religion-and-belief: green }
  families-and-community: { race: green, gender: green, disability: green, sexual-orientation: green, religion-and-belief: green }
  impact-and-review: { race: green, gender: green, disability: green, sexual-orientation: green, religion-and-belief: green }
`;

export const gridNotComplete: Rule = {
  id: 'grid/not-complete',
  title: 'This year’s grid is completed.',
  why: 'Once the audit is done, the grid is agreed (step 3): the plan and every badge go by it. The day it was agreed marks it as done.',
  severity: onceReady('warning', 'error'),
  wrong: { 'grid/2026-27.yaml': CELLS },
  right: { 'grid/2026-27.yaml': CELLS.replace('cells:', 'completed: 2026-11-02\ncells:') },
  *check({ workspace, year, on }) {
    const grid = workspace.grids.get(year);
    if (grid === undefined || grid.state === 'absent') {
      yield {
        place: at(pathOf.grid(year)),
        message: `There is no summary grid for ${year}.`,
        hint: 'lem grid answer begins it, cell by cell.',
      };
    } else if (grid.state === 'known' && grid.value.completed === undefined) {
      yield {
        place: at(grid.file, 'completed'),
        message: `The grid of ${year} has not been completed.`,
        hint: 'lem grid answer goes through what is open. Once all is agreed, add completed: lem grid complete.',
      };
    } else if (grid.state === 'known' && (grid.value.completed ?? on) > on) {
      const message = `The day of completion of the grid of ${year} is still to come.`;
      yield { place: at(grid.file, 'completed'), message, hint: 'Correct the year or the day.' };
    }
  },
};
