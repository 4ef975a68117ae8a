import { seen } from '../../model/known.ts';
import { didYouMean } from '../../model/nearest.ts';
import { at } from '../../model/place.ts';
import { respelt } from '../../model/respelt.ts';
import { always, type Rule } from '../rule.ts';

export const referenceGroupUnknownGroup: Rule = {
  id: 'reference-group/unknown-group',
  title: 'Members represent groups of the programme.',
  why: 'Step 1 says which groups the reference group brings together. A member counts for a group only under the programme’s own word for it.',
  severity: always('error'),
  wrong: {
    'reference-group.yaml':
      'members:\n  - { name: A. Khan, represents: senior-leadership }\n  - { name: M. Shaw, represents: goveners }\n',
  },
  right: {
    'reference-group.yaml':
      'members:\n  - { name: A. Khan, represents: senior-leadership }\n  - { name: M. Shaw, represents: governors }\n',
  },
  *check({ workspace }) {
    const { groups } = workspace.programme.file.referenceGroup;
    const words = groups.flatMap(({ id, title }) => [id, title].map((word): [string, string] => [word, id]));
    for (const [index, { represents }] of (seen(workspace.referenceGroup)?.members ?? []).entries()) {
      if (groups.some(({ id }) => id === represents)) continue;
      const place = at(workspace.referenceGroup.file, 'members', index, 'represents');
      yield {
        place,
        message: 'The programme has no such group.',
        hint: didYouMean(represents, words),
        ...respelt(place, represents, words),
      };
    }
  },
};
