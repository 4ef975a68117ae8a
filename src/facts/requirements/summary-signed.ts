import { at } from '../../model/place.ts';
import { summaryOn } from '../../workspace/select.ts';
import { count, met, type RequirementKind, unknown, unmet } from './requirement.ts';

/** Step 6: the strand's Accreditation Summary is signed by as many different people as the programme asks for. */
export const summarySigned: RequirementKind = ({ workspace, strand, on, settings }) => {
  const { summary } = summaryOn(workspace, strand, on);
  const { file } = summary;
  if (summary.state === 'unreadable') return unknown(file);
  if (summary.state === 'absent')
    return unmet('There is no Accreditation Summary to sign.', `lem summary new ${strand}`, at(file));
  const needed = settings.atLeast ?? 1;
  const signed = new Set(
    (summary.value.signed ?? []).filter((signature) => signature.on <= on).map(({ by }) => by.trim().toLowerCase()),
  );
  const place = at(file, 'signed');
  if (signed.size < needed)
    return unmet(
      signed.size === 0
        ? 'The Accreditation Summary is not signed yet.'
        : `The Accreditation Summary has ${count(signed.size, 'signature')}, of at least ${needed}.`,
      `lem check ${file} --level ready`,
      place,
    );
  return met(`Signed by ${signed.size}.`, place);
};
