import { at } from '../../model/place.ts';
import { schemaAt } from '../../source/schema-at.ts';
import { summaryOn } from '../../workspace/select.ts';
import { all, met, type RequirementKind, unknown, unmet } from './requirement.ts';

/** What a programme that lists no sections wants filled in. */
export const ALL_SECTIONS = ['goals', 'actions', 'outcomes', 'pupilVoice', 'embedding', 'next'] as const;

/** Step 6: the strand's Accreditation Summary is final, with every section that the programme wants filled in. */
export const summaryComplete: RequirementKind = ({ workspace, strand, on, settings }) => {
  const { summary, year } = summaryOn(workspace, strand, on);
  const { file } = summary;
  if (summary.state === 'unreadable') return unknown(file);
  if (summary.state === 'absent')
    return unmet('There is no Accreditation Summary for this strand.', `lem summary new ${strand}`, at(file));
  const fix = `lem check ${file} --level ready`;
  const sections = (settings.sections ?? ALL_SECTIONS).map((section) => {
    const value = summary.value[section];
    const empty = value === undefined || (typeof value === 'string' ? value.trim() === '' : value.length === 0);
    const place = at(file, section);
    return empty
      ? unmet(`The Accreditation Summary of ${year} has nothing under ${titleOf(section)}.`, fix, place)
      : met(`There is something under ${titleOf(section)}.`, place);
  });
  const place = at(file, 'status');
  const status =
    summary.value.status === 'final'
      ? met(`The Accreditation Summary of ${year} is final.`, place)
      : unmet(`The Accreditation Summary of ${year} is still a draft.`, fix, place);
  return all([...sections, status], status.message, place);
};

/** A section's title, as its schema has it. */
function titleOf(section: string): string {
  return schemaAt('summary', [section])?.title ?? section;
}
