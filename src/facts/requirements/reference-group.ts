import { at } from '../../model/place.ts';
import { count, met, type RequirementKind, unknown, unmet } from './requirement.ts';

/** Step 1: a reference group that includes every group the programme says it must, such as the senior leadership team. */
export const referenceGroup: RequirementKind = ({ workspace }) => {
  const group = workspace.referenceGroup;
  if (group.state === 'unreadable') return unknown(group.file);
  const { groups, mustInclude = [] } = workspace.programme.file.referenceGroup;
  if (group.state === 'absent') return unmet('There is no reference group yet.', 'lem init', at(group.file));
  const members = group.value.members;
  for (const needed of mustInclude) {
    if (members.some(({ represents }) => represents === needed)) continue;
    const title = groups.find(({ id }) => id === needed)?.title ?? needed;
    return unmet(
      `No member of the reference group represents: ${title}.`,
      'lem explain reference-group/missing-group',
      at(group.file, 'members'),
    );
  }
  if (members.length === 0)
    return unmet(
      'The reference group has no members yet.',
      'lem explain reference-group/missing-group',
      at(group.file, 'members'),
    );
  return met(`The reference group has ${count(members.length, 'member')}.`, at(group.file, 'members'));
};
