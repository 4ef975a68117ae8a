import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inFolder, lem } from './support/scenario.ts';

const EXAMPLE = fileURLToPath(new URL('../examples/ribble-bank', import.meta.url));

/** A fault to plant in the sample school: a file, what to do to it, and the one finding that follows. */
interface Fault {
  readonly file: string;
  readonly plant: (path: string) => void;
  readonly finding: string;
}

const swap = (from: string, to: string) => (path: string) => {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  writeFileSync(path, text.replace(from, to));
};
const append = (text: string) => (path: string) => appendFileSync(path, text);

const FAULTS: readonly Fault[] = [
  { file: 'lem.yaml', plant: append('colour: purple\n'), finding: 'schema/unknown-key lem.yaml /colour' },
  {
    file: 'reference-group.yaml',
    plant: swap('represents: governors', 'represents: goveners'),
    finding: 'reference-group/unknown-group reference-group.yaml /members/*/represents',
  },
  {
    file: 'audit/2025-26/learning-and-teaching.yaml',
    plant: append('  learning-and-teaching.7: { rating: green, because: Seen. }\n'),
    finding: 'audit/unknown-statement audit/2025-26/learning-and-teaching.yaml /judgements/learning-and-teaching.7',
  },
  {
    file: 'audit/2024-25/pupil-involvement.yaml',
    plant: swap('rating: amber', 'rating: ambr'),
    finding: 'audit/unknown-rating audit/2024-25/pupil-involvement.yaml /judgements/*/rating',
  },
  {
    file: 'plan/adjustment-passports.yaml',
    plant: swap('[disability]', '[disabilty]'),
    finding: 'plan/unknown-strand plan/adjustment-passports.yaml /strands/0',
  },
  {
    file: 'plan/everyday-language.yaml',
    plant: swap('status: in-progress', 'status: in progress'),
    finding: 'schema/wrong-value plan/everyday-language.yaml /status',
  },
  {
    file: 'plan/every-adult-trained.yaml',
    plant: append('title: Again\n'),
    finding: 'yaml/duplicate-key plan/every-adult-trained.yaml ',
  },
  {
    file: 'evidence/jobs-display/jobs-display.jpg',
    plant: (path) => rmSync(path),
    finding: 'evidence/file-missing evidence/jobs-display/evidence.yaml /files/0/path',
  },
  {
    file: 'accreditation/2025-26/race.yaml',
    plant: swap('[class-book-counts]', '[class-book-count]'),
    finding: 'summary/unknown-evidence accreditation/2025-26/race.yaml /outcomes/0/evidence/0',
  },
  {
    file: 'awards.yaml',
    plant: swap('date: 2025-07-03', 'date: 2025-07-32'),
    finding: 'schema/bad-date awards.yaml /visits/0/date',
  },
  { file: 'calendar.yaml', plant: append('visits: []\n'), finding: 'yaml/duplicate-key calendar.yaml ' },
];

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly pointer: string;
}

function errors(folder: string): readonly string[] {
  const { findings } = JSON.parse(lem(folder, ['check', '--on', '2026-06-08', '--format', 'json']).out) as {
    findings: readonly Found[];
  };
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, file, pointer }) => `${rule} ${file} ${pointer}`);
}

/** Whether a finding is the one expected; `*` stands for a step of the path. */
function same(found: string, expected: string): boolean {
  return new RegExp(`^${expected.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]+')}$`).test(found);
}

test('a broken copy of the sample school gives exactly the findings planted in it', () => {
  inFolder((folder) => {
    cpSync(EXAMPLE, folder, { recursive: true });
    for (const { file, plant } of FAULTS) plant(join(folder, file));
    const found = [...errors(folder)];
    for (const { finding } of FAULTS) {
      const at = found.findIndex((each) => same(each, finding));
      expect({ finding, found: at === -1 ? found : 'it' }).toEqual({ finding, found: 'it' });
      found.splice(at, 1);
    }
    expect(found).toEqual([]);
  });
});
