// lem verify beside what tells no more than that the bytes are whole: sha256sum of every file, and unzip -t.
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { mustRun, printRatios, runs, timesOf } from './measure.mjs';

const WANTED = 2;
/** How much evidence the large submission has besides, in bytes. */
const MORE = 40_000_000;

export function bench({ work, school, lem, node, rounds, DAY }) {
  const missing = ['sha256sum', 'unzip'].filter((program) => runs(program, ['--help']) === null);
  if (missing.length > 0)
    console.log(`\n${missing.join(' and ')} can’t be had here: lem verify is compared with less.`);
  const compared = { work, lem, node, rounds: Math.max(3, Math.round(rounds / 2)), missing };
  const submit = (name) => {
    const file = join(work, name);
    node([lem, 'submit', 'race', 'gender', '--html-only', '--out', file, ...DAY]);
    return file;
  };
  compare('A submission', submit('small.zip'), compared);
  addEvidence(school);
  compare(`A submission with ${MORE / 1e6} MB of evidence besides`, submit('large.zip'), compared);
}

function compare(title, archive, { lem, node, rounds, missing }) {
  const folder = archive.replace(/\.zip$/, '');
  const files = Object.entries(unzipSync(readFileSync(archive)));
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const usual = () => {
    if (!missing.includes('sha256sum')) mustRun('sha256sum', names);
    if (!missing.includes('unzip')) mustRun('unzip', ['-tq', archive]);
  };
  const measures = {
    ...(missing.length === 2 ? {} : { 'sha256sum of every file + unzip -t': usual }),
    'node -e 0': () => node(['-e', '0']),
    'lem verify': () => node([lem, 'verify', archive]),
  };
  timesOf(measures, 1);
  const size = `${files.length} files, ${(readFileSync(archive).length / 1e6).toFixed(1)} MB`;
  printRatios(`${title}: ${size}`, timesOf(measures, rounds), { limits: { 'lem verify': WANTED } });
}

/** Puts a large file beside an evidence item that the claims rest on. */
function addEvidence(school) {
  const bytes = randomBytes(MORE);
  writeFileSync(join(school, 'evidence/class-book-counts/film.bin'), bytes);
  const item = join(school, 'evidence/class-book-counts/evidence.yaml');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const text = readFileSync(item, 'utf8');
  writeFileSync(item, text.replace(/^files:\n/m, `files:\n  - { path: film.bin, sha256: "${sha256}" }\n`));
}
