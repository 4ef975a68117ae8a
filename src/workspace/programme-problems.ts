import type { ProgrammeFile } from '../model/files.generated.ts';
import { didYouMean } from '../model/nearest.ts';
import { at, type Place } from '../model/place.ts';
import type { Problem } from '../source/source.ts';

/** What is wrong with a workspace's own programme beyond its shape: ids given twice or not given, or a Mark that can't be had. */
export function programmeProblems(file: string, programme: ProgrammeFile): readonly Problem[] {
  const problems: Problem[] = [];
  const say = (where: Place, message: string, hint: string): void => {
    problems.push({ code: 'programme/unsound', where, message, hint });
  };
  const once = (ids: readonly string[], where: (index: number) => Place): void => {
    ids.forEach((id, index) => {
      if (ids.indexOf(id) < index) say(where(index), `The id ${id} is given twice.`, 'Give each its own id.');
    });
  };
  const { strands, elements, scale, notApplicable, referenceGroup, requirements, mark } = programme;
  once(
    strands.map(({ id }) => id),
    (index) => at(file, 'strands', index, 'id'),
  );
  once(
    elements.map(({ id }) => id),
    (index) => at(file, 'elements', index, 'id'),
  );
  once([...scale.map(({ id }) => id), notApplicable.id], (index) =>
    index < scale.length ? at(file, 'scale', index, 'id') : at(file, 'notApplicable', 'id'),
  );
  once(
    requirements.map(({ kind }) => kind),
    (index) => at(file, 'requirements', index, 'kind'),
  );
  elements.forEach((element, e) => {
    once(
      element.statements.map(({ id }) => id),
      (index) => at(file, 'elements', e, 'statements', index, 'id'),
    );
    element.statements.forEach((statement, s) => {
      if (!statement.id.startsWith(`${element.id}.`)) {
        say(
          at(file, 'elements', e, 'statements', s, 'id'),
          'A statement’s id starts with that of its element.',
          `Write ${element.id}.${statement.id.split('.').at(-1)}.`,
        );
      }
      statement.strands?.forEach((strand, index) => {
        if (!strands.some(({ id }) => id === strand))
          say(
            at(file, 'elements', e, 'statements', s, 'strands', index),
            `There is no strand ${strand}.`,
            didYouMean(
              strand,
              strands.map(({ id }) => id),
            ),
          );
      });
    });
    for (const rating of Object.keys(element.descriptors ?? {})) {
      if (!scale.some(({ id }) => id === rating))
        say(
          at(file, 'elements', e, 'descriptors', rating),
          `There is no rating ${rating}.`,
          didYouMean(
            rating,
            scale.map(({ id }) => id),
          ),
        );
    }
  });
  for (const key of ['mustInclude', 'advised'] as const) {
    referenceGroup[key]?.forEach((group, index) => {
      if (!referenceGroup.groups.some(({ id }) => id === group))
        say(
          at(file, 'referenceGroup', key, index),
          `There is no group ${group}.`,
          didYouMean(
            group,
            referenceGroup.groups.map(({ id }) => id),
          ),
        );
    });
  }
  if (typeof mark.badges === 'number' && mark.badges > strands.length) {
    say(
      at(file, 'mark', 'badges'),
      `The Mark asks for ${mark.badges} badges, and there are ${strands.length}.`,
      'Lower the number, or write all.',
    );
  }
  for (const key of ['window', 'validFor', 'badgeValidFor'] as const) {
    if (mark[key] !== undefined && !/[1-9]/.test(mark[key]))
      say(at(file, 'mark', key), 'This span has no length.', 'Write it like P3Y for three years.');
  }
  return problems;
}
