import type { Element } from '../model/files.generated.ts';
import type { Programme } from '../model/programme.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { yamlText } from '../source/yaml-text.ts';
import { draftGrid } from './draft-grid.ts';
import { pathOf } from './layout.ts';
import { assessors, descriptors, ratings, statements } from './scaffold-parts.ts';
import { fill, oneLine } from './scaffold-text.ts';

/**
 * The files a school year begins with, empty but ready to be filled in by hand: the audit of every element, and the grid.
 * @param template gives the text of a template in templates/ by its path there
 * @param judging who is to judge an element, where that is known
 */
export function yearFiles(
  programme: Programme,
  year: SchoolYear,
  template: (path: string) => string,
  judging: (element: string) => readonly string[] = () => [],
): readonly (readonly [path: string, content: string])[] {
  const audit = template('workspace/audit.yaml');
  return [
    ...[...programme.elements.values()].map((element): readonly [string, string] => [
      pathOf.audit(year, element.id),
      draftAudit(programme, element, year, audit, judging(element.id)),
    ]),
    [pathOf.grid(year), draftGrid(programme, year, template('workspace/grid.yaml'))],
  ];
}

function draftAudit(
  programme: Programme,
  element: Element,
  year: SchoolYear,
  template: string,
  who: readonly string[],
): string {
  const { scale, notApplicable } = programme.file;
  return fill(template, {
    programme: yamlText(programme.id),
    year,
    title: oneLine(element.title),
    element: yamlText(element.id),
    ratings: ratings(programme),
    notApplicable: yamlText(notApplicable.id),
    best: yamlText(scale.at(-1)?.id ?? ''),
    strand: yamlText([...programme.strands.keys()][0] ?? ''),
    assessors: assessors(who),
    descriptors: descriptors(element, programme),
    statements: statements(element, programme),
  });
}
