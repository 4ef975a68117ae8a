import { at } from '../../model/place.ts';
import { onceReady, type Rule } from '../rule.ts';

export const referenceGroupMissingGroup: Rule = {
  id: 'reference-group/missing-group',
  title: 'The reference group includes everyone it must, such as a senior leader.',
  why: 'Step 1 of the process asks for a group that includes a member of the senior leadership team: without one, what the group agrees is not carried through.',
  severity: onceReady('error'),
  wrong: { 'reference-group.yaml': 'members:\n  - { name: M. Shaw, role: Parent governor, represents: governors }\n' },
  right: {
    'reference-group.yaml':
      'members:\n  - { name: A. Khan, role: Deputy headteacher, represents: senior-leadership }\n',
  },
  *check({ workspace }) {
    const { referenceGroup, programme } = workspace;
    if (referenceGroup.state === 'unreadable') return;
    const members = referenceGroup.state === 'known' ? referenceGroup.value.members : [];
    const { mustInclude = [], groups } = programme.file.referenceGroup;
    for (const needed of mustInclude) {
      if (members.some(({ represents }) => represents === needed)) continue;
      const title = groups.find(({ id }) => id === needed)?.title ?? needed;
      yield {
        place: at(referenceGroup.file, 'members'),
        message: `No member of the reference group represents: ${title}.`,
        hint: `Add one with represents: ${needed}.`,
      };
    }
  },
};
