import { READERS } from '../src/commands/report.ts';
import { sampleSchool } from './support/school.ts';

const school = sampleSchool();
const EVIDENCE = 'evidence/staff-survey/evidence.yaml';
const SUMMARY = 'accreditation/2025-26/race.yaml';
const kinds = [[], ...Object.keys(READERS).map((reader) => ['--for', reader])].map(
  (option) => [option.join(' '), option] as const,
);

describe.each(kinds)('lem report %s', (_, option) => {
  const report = () => school.lem(['report', ...option, '--format', 'html']);

  test('says on the terminal which files can’t be read, and where', async () => {
    school.put(EVIDENCE, 'title: [\n');
    school.put(SUMMARY, 'strand: race\nstrand: race\n');
    const { exit, text } = await report();
    expect(exit).toBe(0);
    const said = text.slice(text.indexOf('lem: '));
    expect(said).toContain('lem: 2 files can’t be read, so what is in them is not in the report:');
    expect(said).toMatch(/^ {2}accreditation\/2025-26\/race\.yaml:2$/m);
    expect(said).toMatch(/^ {2}evidence\/staff-survey\/evidence\.yaml:\d$/m);
    expect(said).toContain('lem check says what is wrong.');
  });

  test('names ten of them and counts the others', async () => {
    for (let number = 1; number <= 12; number++) school.put(`plan/broken-${number}.yaml`, 'title: [\n');
    const { text } = await report();
    expect(text).toContain('12 files can’t be read');
    expect(text.match(/plan\/broken-/g)).toHaveLength(10);
    expect(text).toMatch(/^ {2}and 2 more$/m);
  });

  test('says nothing of that where all can', async () => {
    expect((await report()).text).not.toContain('can’t be read');
  });
});
