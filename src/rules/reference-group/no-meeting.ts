import { at } from '../../model/place.ts';
import { onceReady, type Rule } from '../rule.ts';

export const referenceGroupNoMeeting: Rule = {
  id: 'reference-group/no-meeting',
  title: 'The reference group has met.',
  why: 'In step 1 the group agrees how often to meet, the direction, the targets and the actions. It can’t have agreed them before it has met.',
  severity: onceReady('warning'),
  wrong: { 'reference-group.yaml': 'members:\n  - { name: A. Khan, represents: senior-leadership }\n' },
  right: {
    'reference-group.yaml':
      'members:\n  - { name: A. Khan, represents: senior-leadership }\nmeetings:\n  - { date: 2026-10-01, notes: Agreed the audit teams. }\n',
  },
  *check({ workspace: { referenceGroup }, on }) {
    if (referenceGroup.state !== 'known') return;
    if ((referenceGroup.value.meetings ?? []).some(({ date }) => date <= on)) return;
    yield {
      place: at(referenceGroup.file, 'meetings'),
      message: 'No meeting of the reference group is recorded yet.',
      hint: 'Add each meeting with its date under meetings: lem meeting add.',
    };
  },
};
