import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fits, killTerminals, terminal } from './support/terminal.ts';

const FIRST_DAY = fileURLToPath(new URL('../examples/first-day/', import.meta.url));
const AUDIT = 'audit/2026-27/pupil-involvement.yaml';
const ANSWER = ['audit', 'answer', 'pupil-involvement', '--on', '2026-11-24'];
const REASON =
  'The council meets each fortnight and anyone may stand, but nobody has asked the pupils who never do why that is.';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lem pty é '));
  cpSync(FIRST_DAY, folder, { recursive: true });
  put(
    'audit/2025-26/pupil-involvement.yaml',
    'element: pupil-involvement\nstatus: complete\njudgements:\n  pupil-involvement.1: { rating: red, because: There was no council. }\n',
  );
  put(
    'evidence/council-minutes/evidence.yaml',
    'title: Minutes of the school council\nkind: document\ndate: 2026-10-02\n',
  );
  put('evidence/playground-counts/evidence.yaml', 'title: Who plays where at lunch\nkind: data\ndate: 2026-10-02\n');
});
afterEach(() => {
  killTerminals();
  rmSync(folder, { recursive: true, force: true });
});

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function onDisk(): string {
  return readFileSync(join(folder, AUDIT), 'utf8');
}

test('an audit is answered, broken off in the middle, resumed where it was left, and completed', async () => {
  const first = terminal(folder, ANSWER);
  await first.waitFor('statement 1 of 5');
  const asked = await first.asks('Rating:');
  expect(asked).toContain('2025-26: Red\n    There was no council.');
  expect(asked).toContain('   A  Amber  Pupils are asked, mostly the confident ones.');
  first.press('z');
  await first.waitFor('Press one of these keys.');
  first.press('a');
  await first.asks('Strands for which it differs:');
  expect(onDisk()).toContain('  pupil-involvement.1:\n    rating: amber\n    because:\n');
  first.press('Down', 'Down', 'Space', 'Enter');
  await first.asks('Disability:');
  first.press('r');
  await first.asks('Because');
  expect(onDisk()).toContain('    strands:\n      disability: red\n');
  first.type(REASON);
  first.press('Enter');
  await first.asks('Evidence');
  first.type('school minutes');
  await first.waitFor(/school minutes\n❯ \[ \] council-minutes/);
  first.press('Enter');
  await first.waitFor('[x] council-minutes');
  expect(onDisk()).toContain('because: >-\n      The council meets each fortnight');
  expect(onDisk()).toContain('    evidence: [council-minutes]\n');
  first.press('Enter');
  await first.asks('Did anyone judge it differently?');
  first.press('y', 'Enter');
  await first.asks('Who');
  first.press('C-c');
  expect(await first.end()).toBe(0);
  fits(await first.waitFor(`✓ ${AUDIT}\n  Pupil Involvement, 2026-27: 1 of 5 statements judged; draft.`));
  expect(first.screen('colour')).not.toContain('\u001b');

  const second = terminal(folder, ANSWER);
  await second.waitFor('statement 2 of 5');
  await second.asks('Rating:');
  second.press('s');
  await second.waitFor('statement 3 of 5');
  await second.asks('Rating:');
  second.press('b');
  await second.waitFor(/statement 3 of 5[\s\S]*statement 2 of 5/);
  await second.asks('Rating:');
  second.press('b');
  await second.waitFor(/So far: Amber, but Disability Red\n {4}The council/);
  await second.asks('Rating:');
  expect(second.screen()).toContain('<a> Amber (Enter)');
  second.press('Enter');
  await second.asks('Strands for which it differs:');
  second.press('C-d');
  expect(await second.end()).toBe(0);
  fits(await second.waitFor('Nothing was changed.'));

  let text = onDisk();
  for (const id of [2, 3, 4])
    text = text.replace(`.${id}:\n    rating:\n    because:`, `.${id}: { rating: green, because: Seen. }`);
  put(AUDIT, text);
  const third = terminal(folder, ANSWER);
  await third.waitFor('statement 5 of 5');
  await third.asks('Rating:');
  third.press('n');
  await third.asks('Strands');
  third.press('Enter');
  await third.asks('Why does it not apply?');
  third.press('Enter');
  await third.asks('Rating:');
  third.press('g');
  await third.asks('Strands');
  third.press('Enter');
  await third.asks('Because');
  third.type('Heard.');
  third.press('Enter');
  await third.asks('Evidence');
  third.press('Enter');
  await third.asks('Did anyone judge it differently?');
  third.press('Enter');
  await third.asks('Every statement of Pupil Involvement is judged.');
  third.press('y', 'Enter');
  expect(await third.end()).toBe(0);
  fits(await third.waitFor('5 of 5 statements judged; complete, agreed on 24\n  November 2026.'));
  expect(third.screen()).toContain('→ lem audit answer leadership-and-governance');
  expect(onDisk()).toContain('status: complete\ncompleted: 2026-11-24\n');
  expect(onDisk()).toContain('  pupil-involvement.5:\n    rating: green\n    because: Heard.\n');
}, 120_000);

test('an element is chosen from a list, with colour', async () => {
  const started = terminal(folder, ['audit', 'answer', '--on', '2026-11-24'], {});
  const list = await started.asks('The element to judge in 2026-27:');
  expect(list).toContain('❯ Leadership and Governance             0 of 5');
  started.press('Down', 'Enter');
  await started.waitFor('Knowing Our Community and Using Data  2026-27, statement 1 of 5');
  await started.asks('Rating:');
  started.press('q');
  expect(await started.end()).toBe(0);
  fits(await started.waitFor('Nothing was changed.'));
  expect(started.screen('colour')).toContain('\u001b[');
}, 120_000);
