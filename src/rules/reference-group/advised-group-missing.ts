import { at } from '../../model/place.ts';
import { onceReady, type Rule } from '../rule.ts';

export const referenceGroupAdvisedGroupMissing: Rule = {
  id: 'reference-group/advised-group-missing',
  title: 'The reference group has members of every group that is advised.',
  why: 'Step 1 advises who should be heard besides senior leaders: teachers, non-teaching staff, parents, governors. Each of them sees barriers that the others do not.',
  severity: onceReady('info'),
  wrong: {
    'reference-group.yaml':
      'members:\n  - { name: A. Khan, represents: senior-leadership }\n  - { name: M. Shaw, represents: governors }\n',
  },
  right: {
    'reference-group.yaml': `members:
  - { name: A. Khan, represents: senior-leadership }
  - { name: M. Shaw, represents: governors }
  - { name: Year 4 teacher, represents: teachers }
  - { name: Lunchtime supervisor, represents: support-staff }
  - { name: Two parents, represents: parents }
`,
  },
  *check({ workspace: { referenceGroup, programme } }) {
    if (referenceGroup.state !== 'known') return;
    const { advised = [], groups } = programme.file.referenceGroup;
    for (const group of advised) {
      if (referenceGroup.value.members.some(({ represents }) => represents === group)) continue;
      yield {
        place: at(referenceGroup.file, 'members'),
        message: `The reference group would do well to have a member for: ${groups.find(({ id }) => id === group)?.title ?? group}.`,
        hint: `Ask someone, and add them with represents: ${group}.`,
      };
    }
  },
};
