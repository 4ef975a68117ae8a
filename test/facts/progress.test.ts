import { stepsOn } from '../../src/facts/progress.ts';
import { assemble } from '../../src/workspace/assemble.ts';
import { ON, SHIPPED, soundWorkspace } from '../support/sound-workspace.ts';

/** What step 6 says once the badge that is held there was not awarded, and its visit was booked or not. */
function accreditation(calendar: string): string | undefined {
  const assembly = assemble(soundWorkspace({ 'awards.yaml': 'visits: []\n', 'calendar.yaml': calendar }), SHIPPED);
  if (assembly.state !== 'ready') throw new Error(JSON.stringify(assembly.problems));
  return stepsOn(assembly.workspace, ON).at(-1)?.detail;
}

test('a badge that has been submitted is no longer ready to claim', () => {
  expect(accreditation('visits: []\n')).toBe('0 badges held, 1 ready to claim');
  expect(
    accreditation('visits: [{ date: 2027-06-24, kind: accreditation, strands: [race], auditSent: 2027-05-30 }]\n'),
  ).toBe('0 badges held, 0 ready to claim, 1 submitted');
});
