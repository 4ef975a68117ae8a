import { at } from '../../model/place.ts';
import { readSchoolYear } from '../../model/school-year.ts';
import { each } from '../files.ts';
import { always, type Rule } from '../rule.ts';

export const gridYearMismatch: Rule = {
  id: 'grid/year-mismatch',
  title: 'A grid file is named after its school year.',
  why: 'There is one Equality Summary Grid a year (step 3). Where name and content part ways, it would stand beside another year’s audit.',
  severity: always('error'),
  wrong: { 'grid/2025-26.yaml': 'year: 2024-25\n' },
  right: { 'grid/2025-26.yaml': 'year: 2025-26\n' },
  *check({ workspace }) {
    for (const { id, file, value } of each(workspace.grids)) {
      if (readSchoolYear(value.year) === id) continue;
      yield {
        place: at(file, 'year'),
        message: 'This file is named after another school year.',
        hint: `Write year: ${id}, or rename the file.`,
      };
    }
  },
};
