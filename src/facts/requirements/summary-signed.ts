import { inWords } from '../../model/calendar.ts';
import { at } from '../../model/place.ts';
import type { Proof } from '../../model/verdict.ts';
import { summaryOn } from '../../workspace/select.ts';
import { atLeast, count, met, type RequirementKind, unknown, unmet } from './requirement.ts';

/** Step 6: the strand's Accreditation Summary is signed by as many different people as the programme asks for. */
export const summarySigned: RequirementKind = ({ workspace, strand, on, settings }) => {
  const { summary } = summaryOn(workspace, strand, on);
  const { file } = summary;
  if (summary.state === 'unreadable') return unknown(file);
  if (summary.state === 'absent')
    return unmet('There is no Accreditation Summary to sign.', `lem summary new ${strand}`, at(file, 'signed'));
  const needed = settings.atLeast ?? 1;
  const signatures = summary.value.signed ?? [];
  const people = new Map<string, Proof>();
  for (const [index, { by, on: day }] of signatures.entries()) {
    const person = by.trim().toLowerCase();
    if (day <= on && !people.has(person))
      people.set(person, met(`Signed on ${inWords(day)}.`, at(file, 'signed', index)));
  }
  const place = at(file, 'signed');
  const fix = `lem check ${file} --level ready`;
  const missing = Array.from({ length: Math.max(0, needed - people.size) }, (_, index) =>
    unmet(`Signature ${people.size + index + 1} is missing.`, fix, at(file, 'signed', signatures.length + index)),
  );
  const short =
    people.size === 0
      ? 'The Accreditation Summary is not signed yet.'
      : `The Accreditation Summary has ${count(people.size, 'signature')}, of at least ${needed}.`;
  const proof = atLeast(needed, [...people.values(), ...missing], `Signed by ${people.size}.`, place, short);
  return { ...proof, place };
};
