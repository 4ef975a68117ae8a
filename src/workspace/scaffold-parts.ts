import type { Element } from '../model/files.generated.ts';
import { concerns, type Programme, ratingWords } from '../model/programme.ts';
import { yamlText } from '../source/yaml-text.ts';
import { comment, listed, oneLine } from './scaffold-text.ts';

/** The parts of a new workspace's YAML files that depend on the programme, each as lines. */

/** Every rating as it is written, the scale first. */
export function ratings(programme: Programme): string {
  return listed(ratingWords(programme).map(yamlText), 'or');
}

/** What each rating looks like for an element, as a comment that ends with an empty line; nothing where it is not said. */
export function descriptors(element: Element, programme: Programme): string {
  const said = programme.file.scale.flatMap(({ id }) => {
    const text = element.descriptors?.[id];
    return text === undefined ? [] : [{ id: yamlText(id), text }];
  });
  if (said.length === 0) return '#';
  const width = Math.max(...said.map(({ id }) => id.length)) + 2;
  return [
    '# What each rating looks like here:',
    ...said.map(({ id, text }) => comment(text, '', `  ${id.padEnd(width)}`)),
    '#',
  ].join('\n');
}

/** Who judges, as it follows the key's colon: nobody yet, or a list. */
export function assessors(who: readonly string[]): string {
  return who.length === 0
    ? ' [] # who judged, by role, such as [Deputy headteacher, Year 4 teacher, parent]'
    : [' # who judges, by role', ...who.map((each) => `  - ${yamlText(each)}`)].join('\n');
}

/** An empty judgement for each statement, under the statement's text. */
export function statements(element: Element, programme: Programme): string {
  return element.statements
    .map((statement) => {
      const only = [...programme.strands.values()].filter(({ id }) => concerns(statement, id));
      const limit =
        only.length < programme.strands.size ? ` (Only for ${listed(only.map(({ title }) => title))}.)` : '';
      const number = `${statement.id.split('.').at(-1)}. `;
      return [
        comment(`${statement.text}${limit}`, '  ', number),
        `  ${yamlText(statement.id)}:`,
        '    rating:',
        '    because:',
      ].join('\n');
    })
    .join('\n');
}

/** An empty cell for each element and strand. */
export function cells(programme: Programme): string {
  return [...programme.elements.values()]
    .map(({ id, title }) =>
      [
        comment(title, '  '),
        `  ${yamlText(id)}:`,
        ...[...programme.strands.keys()].map((strand) => `    ${yamlText(strand)}:`),
      ].join('\n'),
    )
    .join('\n');
}

/** A commented member for each group that the reference group can bring together. */
export function members({ file }: Programme): string {
  const { groups, mustInclude = [], advised = [] } = file.referenceGroup;
  return groups
    .map(({ id, title }) => {
      const standing = mustInclude.includes(id) ? ': needed' : advised.includes(id) ? ': advised' : '';
      return `  # - { name: "", role: "", represents: ${yamlText(id)} } # ${oneLine(title)}${standing}`;
    })
    .join('\n');
}
