import type { Programme } from '../model/programme.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { yamlText } from '../source/yaml-text.ts';
import { cells, ratings } from './scaffold-parts.ts';
import { fill } from './scaffold-text.ts';

/** A year's summary grid with every cell empty, as `lem init` writes it. @param template of templates/workspace/grid.yaml */
export function draftGrid(programme: Programme, year: SchoolYear, template: string): string {
  return fill(template, {
    year,
    ratings: ratings(programme),
    strand: yamlText([...programme.strands.keys()][0] ?? ''),
    best: yamlText(programme.file.scale.at(-1)?.id ?? ''),
    cells: cells(programme),
  });
}
