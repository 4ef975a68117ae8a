import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TASKS } from '../../src/commands/tasks.ts';
import type { CountySchool } from '../../src/model/county-school.generated.ts';
import type { World } from '../../src/world.ts';
import { school } from '../bench/county.mjs';
import { worldIn } from './in-process.ts';

export const ON = '2026-06-08';
const STRANDS = ['race', 'gender', 'disability', 'sexual-orientation', 'religion-and-belief'];
/** Schools whose lem.yaml names an edition that there is not. */
const BROKEN = [50, 333];

/** A school of the generated county, made to differ from the next in all that a county's overview tells of. */
function variedSchool(number: number): { readonly [path: string]: string } {
  const files: { [path: string]: string } = { ...school(number) };
  const urn = 100_000 + ((number * 7919) % 600);
  const name = number === 42 ? '<script>alert(1)</script> & “Ääkköset” School' : `School ${number} of the County`;
  const phase = phaseOf(number);
  const edition = BROKEN.includes(number) ? 'lem-9' : 'lem-5';
  files['lem.yaml'] =
    `format: 1\nprogramme: ${edition}\nschool: { name: ${JSON.stringify(name)}, urn: "${urn}"${phase === null ? '' : `, phase: ${phase}`} }\n`;
  files['awards.yaml'] = awards(number);
  files['calendar.yaml'] = `visits:\n${visits(number).join('')}`;
  files['grid/2025-26.yaml'] = grid(number, files['grid/2025-26.yaml'] ?? '');
  return files;
}

/** Writes schools below a folder. */
export function writeSchools(folder: string, numbers: readonly number[]): void {
  for (const number of numbers) {
    for (const [path, text] of Object.entries(variedSchool(number))) {
      const target = join(folder, `school-${String(number).padStart(4, '0')}`, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
  }
}

/** The world of a folder in which what else is done by threads is done one after the other, and nothing is remembered. */
export function countyWorld(folder: string, files: Partial<World['files']> = {}): World {
  const own = worldIn(folder, { today: ON });
  const world: World = {
    ...own,
    files: { ...own.files, ...files },
    remembered: async () => ({ keyOf: () => '', recall: () => null, keep: () => undefined }),
    inParallel: async (task, jobs, each) => {
      for (const [index, job] of jobs.entries()) each(await TASKS[task]?.(world, job), index);
    },
  };
  return world;
}

/** The schools that `lem county --json` prints. */
export function schoolsIn(text: string): readonly CountySchool[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function phaseOf(number: number): string | null {
  if (number === 5 || number === 17) return 'nursery';
  if (number % 13 === 0) return null;
  return number % 11 === 0 ? 'special' : number % 7 === 0 ? 'secondary' : 'primary';
}

function awards(number: number): string {
  const held = number % 6;
  const pad = (month: number): string => String(1 + (month % 12)).padStart(2, '0');
  const visits = STRANDS.slice(0, held).map((strand, index) => {
    const year = number % 12 === 11 ? 2022 + index : number % 7 === 2 ? 2023 : 2025;
    return `  - { date: ${year}-${pad(index + number)}-15, kind: accreditation, decisions: { ${strand}: awarded } }\n`;
  });
  const next = STRANDS[held];
  if (next !== undefined && number % 4 === 0)
    visits.push(`  - { date: 2026-03-01, kind: accreditation, decisions: { ${next}: further-evidence } }\n`);
  else if (next !== undefined && number % 9 === 0)
    visits.push(`  - { date: 2026-06-05, kind: accreditation, decisions: { ${next}: not-yet } }\n`);
  if (number % 30 === 1) visits.push('  - { date: 2026-05-01, kind: accreditation, decisions: { race: withdrawn } }\n');
  return visits.length === 0 ? 'visits: []\n' : `visits:\n${visits.join('')}`;
}

function visits(number: number): readonly string[] {
  if (number % 10 === 9) return ['  - { date: 2026-02-02, kind: advisory }\n'];
  if (number % 3 === 0) return ['  - { date: 2026-07-02, kind: advisory }\n'];
  if (number % 3 === 1)
    return [
      '  - { date: 2026-07-20, kind: advisory }\n',
      '  - { date: 2026-06-25, kind: accreditation, strands: [race, gender], auditSent: 2026-06-01 }\n',
    ];
  const day = number % 2 === 0 ? '2026-06-15' : '2026-07-16';
  return [`  - { date: ${day}, kind: accreditation, strands: [disability] }\n`];
}

function grid(number: number, text: string): string {
  if (number % 8 === 3)
    return text.replace(/^completed: .*\n/m, '').replace(/( {2}pupil-involvement:\n) {4}race: .*\n/, '$1');
  if (number % 8 === 5) return text.replace(/( {2}pupil-involvement:\n {4}race: ).*\n/, '$1not-applicable\n');
  if (number % 17 === 0) return text.replace(/^ {4}race: .*$/gm, '    race: { rating: red, because: Judged anew. }');
  return text;
}
