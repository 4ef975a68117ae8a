import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fits, killTerminals, terminal } from './support/terminal.ts';

const AWARD = fileURLToPath(new URL('./programmes/reading-award/programme.yaml', import.meta.url));
const GRID = 'grid/2026-27.yaml';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lem pty é '));
});
afterEach(() => {
  killTerminals();
  rmSync(folder, { recursive: true, force: true });
});

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

test('a grid of another award is answered, broken off, resumed and completed', async () => {
  cpSync(AWARD, join(folder, 'programme.yaml'));
  put('lem.yaml', 'format: 1\nprogramme: reading-award\nschool: { name: Hazel Lane }\n');
  const audit = (element: string, judgements: string): void =>
    put(
      `audit/2026-27/${element}.yaml`,
      `element: ${element}\nstatus: complete\ncompleted: 2026-05-04\njudgements: ${judgements}\n`,
    );
  audit('library', '{ library.1: { rating: steady }, library.2: { rating: leading } }');
  audit('families', '{ families.1: { rating: absent } }');

  const first = terminal(folder, ['grid', 'answer', '--on', '2026-06-08']);
  await first.waitFor('Print in Library  2026-27, cell 1 of 4');
  const asked = await first.asks('Rating:');
  expect(asked).toContain('  The audit suggests Steady: 1 steady.');
  expect(asked).toContain('<2> Steady (Enter)');
  first.press('Enter');
  await first.asks('Because (Enter to leave it out):');
  expect(readFileSync(join(folder, GRID), 'utf8')).toContain('  library:\n    print: steady\n    spoken-word:\n');
  first.press('Enter');
  await first.waitFor('Spoken Word in Library  2026-27, cell 2 of 4');
  await first.asks('Rating:');
  first.press('4');
  await first.asks('Why not Steady, as the audit suggests?');
  first.press('C-c');
  expect(await first.end()).toBe(0);
  fits(await first.waitFor('Grid 2026-27: 2 of 4 cells rated.\n  1 cell needs its reason.\n  → lem grid answer'));

  const second = terminal(folder, ['grid', 'answer', '--on', '2026-06-08']);
  await second.asks('Why not Steady, as the audit suggests?');
  second.type('Every class has a story at the end of each day, and families say so.');
  second.press('Enter');
  for (const cell of ['cell 3 of 4', 'cell 4 of 4']) {
    await second.waitFor(cell);
    await second.asks('Rating:');
    second.press('Enter');
    await second.asks('Because');
    second.press('Enter');
  }
  await second.asks('Every cell is rated.');
  second.press('y', 'Enter');
  expect(await second.end()).toBe(0);
  fits(
    await second.waitFor('Grid 2026-27: 4 of 4 cells rated; complete, agreed on 8 June 2026.\n  → lem plan suggest'),
  );
  const grid = readFileSync(join(folder, GRID), 'utf8');
  expect(grid).toContain('completed: 2026-06-08 # the day the grid was agreed\n');
  expect(grid).toMatch(/ {4}spoken-word:\n {6}rating: leading\n {6}because: .*Every class has a story/);
}, 120_000);

test('a workspace is begun by answering', async () => {
  const started = terminal(folder, ['init']);
  await started.asks('The school’s name:');
  started.press('Enter');
  await started.waitFor('> ');
  started.type('Ribble Bank');
  started.press('Enter');
  await started.asks('Its URN');
  started.press('Enter');
  await started.asks('Its phase:');
  started.press('Down', 'Enter');
  await started.asks('Its local authority: (Lancashire)');
  started.press('Enter');
  await started.asks('The programme edition you work to:');
  started.press('Enter');
  await started.asks('The school year to begin with:');
  started.type('2026-27');
  started.press('Enter');
  await started.asks('The co-ordinator’s name');
  started.press('Enter');
  await started.asks('Check every push on:');
  started.press('Enter');
  expect(await started.end()).toBe(0);
  fits(started.screen());
  expect(readFileSync(join(folder, 'lem.yaml'), 'utf8')).toMatch(/name: Ribble Bank\n[\s\S]*phase: middle/);
}, 120_000);
