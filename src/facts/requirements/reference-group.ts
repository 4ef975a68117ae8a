import { at } from '../../model/place.ts';
import { all, count, met, type RequirementKind, unknown, unmet } from './requirement.ts';

/** Step 1: a reference group that includes every group the programme says it must, such as the senior leadership team. */
export const referenceGroup: RequirementKind = ({ workspace }) => {
  const group = workspace.referenceGroup;
  const { file } = group;
  if (group.state === 'unreadable') return unknown(file);
  if (group.state === 'absent') return unmet('There is no reference group yet.', 'lem init', at(file));
  const { groups, mustInclude = [] } = workspace.programme.file.referenceGroup;
  const { members } = group.value;
  const place = at(file, 'members');
  const fix = 'lem explain reference-group/missing-group';
  const represented = mustInclude.map((needed) => {
    const title = groups.find(({ id }) => id === needed)?.title ?? needed;
    const index = members.findIndex(({ represents }) => represents === needed);
    return index === -1
      ? unmet(`No member of the reference group represents: ${title}.`, fix, place)
      : met(`A member represents: ${title}.`, at(file, 'members', index, 'represents'));
  });
  const any =
    members.length === 0
      ? unmet('The reference group has no members yet.', fix, place)
      : met(`The reference group has ${count(members.length, 'member')}.`, place);
  return all([...represented, any], any.message, place);
};
