// Generates a county of schools: the same number always gives the same bytes.
// node test/bench/county.mjs <folder> [schools=600]
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'yaml';

const programme = parse(
  readFileSync(fileURLToPath(new URL('../../templates/programmes/lem-5.yaml', import.meta.url)), 'utf8'),
);
const STRANDS = programme.strands.map(({ id }) => id);
const SCALE = programme.scale.map(({ id }) => id);
const YEARS = ['2024-25', '2025-26'];

const SUBJECTS = [
  'Teachers',
  'Governors',
  'Midday staff',
  'The school council',
  'Families',
  'Cover staff',
  'Most classes',
  'Subject leaders',
];
const VERBS = [
  'described',
  'had seen',
  'could show us',
  'asked for',
  'had planned',
  'recorded',
  'talked about',
  'had changed',
];
const THINGS = [
  'books in which every family can find itself',
  'the adjustments pupils need',
  'what happens after a report',
  'a quiet room',
  'the walk around the site',
  'how groups are made',
  'the words used in the corridor',
  'visits that cost nothing',
];
const ENDINGS = [
  'in most lessons we saw.',
  'and could say why.',
  'but not yet in every year.',
  'with dates for what comes next.',
  'since the autumn.',
  'more often than last year.',
  'although it rests on few people.',
  'and pupils agreed.',
];

/** Random numbers from a seed (mulberry32). */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The files of one school by path, YAML and evidence. About one school in fifty has a slip in it. */
export function school(number) {
  const next = random(number + 1);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const sentence = () => `${pick(SUBJECTS)} ${pick(VERBS)} ${pick(THINGS)} ${pick(ENDINGS)}`;
  const text = (sentences) => Array.from({ length: sentences }, sentence);
  const block = (indent, sentences) =>
    ['|', ...text(sentences).map((line) => `${' '.repeat(indent)}${line}`)].join('\n');
  const day = (year, from) =>
    `${Number(year.slice(0, 4)) + (from < 9 ? 1 : 0)}-${String(from).padStart(2, '0')}-${String(1 + Math.floor(next() * 28)).padStart(2, '0')}`;
  const schema = (up, kind) => `# yaml-language-server: $schema=${'../'.repeat(up)}.lem/schemas/${kind}.json\n`;
  const files = {};
  const urn = String(100000 + number);
  files['lem.yaml'] =
    `${schema(0, 'workspace')}format: 1\nprogramme: lem-5\nschool: { name: School ${number} of the County, urn: "${urn}", phase: primary, localAuthority: Lancashire }\ncoordinators: [{ name: J. Patel, role: Equality co-ordinator, email: office@school${number}.example }]\n`;
  files['reference-group.yaml'] =
    `${schema(0, 'reference-group')}established: 2024-09-15\nmeets: termly\nmembers:\n${programme.referenceGroup.groups
      .map(({ id }, index) => `  - { name: Member ${index + 1}, represents: ${id} }\n`)
      .join(
        '',
      )}meetings:\n${Array.from({ length: 6 }, (_, index) => `  - { date: ${day(YEARS[index % 2], 10)}, notes: ${sentence().replace(':', '')} }\n`).join('')}`;
  const ratings = {};
  for (const year of YEARS) {
    for (const { id, title, statements } of programme.elements) {
      let audit = `${schema(2, 'audit')}# ${title}\nelement: ${id}\nedition: lem-5\nstatus: complete\ncompleted: ${day(year, 10)}\nassessors: [Deputy headteacher, Year ${1 + Math.floor(next() * 6)} teacher, parent]\njudgements:\n`;
      const judged = [];
      for (const statement of statements) {
        const rating = pick(SCALE);
        const other = next() < 0.4 ? { [pick(STRANDS)]: pick(SCALE) } : {};
        judged.push({ rating, other });
        const strands = Object.entries(other).map(([strand, word]) => `${strand}: ${word}`);
        audit += `  # ${statement.text}\n  ${statement.id}:\n    rating: ${rating}\n${strands.length > 0 ? `    strands: { ${strands.join(', ')} }\n` : ''}    because: ${block(6, 7)}\n    evidence: [item-${1 + Math.floor(next() * 5)}]\n`;
      }
      ratings[`${year} ${id}`] = judged;
      files[`audit/${year}/${id}.yaml`] = audit;
    }
    files[`grid/${year}.yaml`] =
      `${schema(1, 'grid')}year: ${year}\ncompleted: ${Number(year.slice(0, 4))}-12-02\ncells:\n${programme.elements
        .map(
          ({ id }) =>
            `  ${id}:\n${STRANDS.map((strand) => `    ${strand}: ${median(ratings[`${year} ${id}`], strand)}\n`).join('')}`,
        )
        .join('')}`;
  }
  for (let action = 1; action <= 7; action++) {
    const open = action > 2;
    files[`plan/action-${action}.yaml`] =
      `${schema(1, 'action')}title: Action ${action} for what the audit found\nstrands: [${open ? STRANDS.join(', ') : STRANDS[action - 1]}]\nimprovementPlan: "Priority ${action}: quality of education"\nlead: Deputy headteacher\nstart: 2025-11-10\ndue: 2026-${open ? '12-18' : '03-26'}\nstatus: ${open ? 'in-progress' : 'complete'}\nbaseline: ${block(2, 6)}\nsuccess: ${block(2, 4)}\n${open ? '' : `outcome: ${block(2, 6)}\nimpact: ${block(2, 6)}\ncompleted: 2026-03-12\nevidence: [item-${action}]\n`}`;
  }
  for (let item = 1; item <= 5; item++) {
    const note = `${text(3).join('\n')}\n`;
    files[`evidence/item-${item}/note.md`] = note;
    files[`evidence/item-${item}/evidence.yaml`] =
      `${schema(2, 'evidence')}title: Item ${item}\nkind: document\ndate: 2026-02-11\nstrands: [${STRANDS.join(', ')}]\nfiles: [{ path: note.md, sha256: "${createHash('sha256').update(note).digest('hex')}" }]\nconsent: not-needed\nreviewed: { by: A. Khan, on: 2026-03-01 }\n`;
  }
  for (const strand of STRANDS.slice(0, 2)) {
    files[`accreditation/2025-26/${strand}.yaml`] =
      `${schema(2, 'summary')}strand: ${strand}\nstatus: final\ngoals: ${block(2, 18)}\nactions: [action-${STRANDS.indexOf(strand) + 1}]\noutcomes:\n  - { claim: Every class is reached., evidence: [item-1, item-2] }\npupilVoice: ${block(2, 18)}\nembedding: ${block(2, 18)}\nnext: ${block(2, 18)}\nsigned: [{ by: Headteacher, on: 2026-05-20 }, { by: Chair of governors, on: 2026-05-21 }]\n`;
  }
  files['awards.yaml'] = `${schema(0, 'awards')}visits: []\n`;
  files['calendar.yaml'] =
    `${schema(0, 'calendar')}visits: [{ date: 2026-06-25, kind: accreditation, strands: [${STRANDS.slice(0, 2).join(', ')}], auditSent: 2026-06-01 }]\n`;
  if (number % 50 === 7) files['plan/action-3.yaml'] = files['plan/action-3.yaml'].replace('disability', 'disabilty');
  return files;
}

/** The roll-up that the programme asks for, so that the grid agrees with its audit. */
function median(judged, strand) {
  const ranks = judged.map(({ rating, other }) => SCALE.indexOf(other[strand] ?? rating)).sort((a, b) => a - b);
  return SCALE[ranks[Math.floor((ranks.length - 1) / 2)]];
}

/** Writes schools below a folder. @returns how many YAML files there are, and how many bytes they have */
export function county(folder, schools) {
  let files = 0;
  let bytes = 0;
  for (let number = 0; number < schools; number++) {
    for (const [path, text] of Object.entries(school(number))) {
      const target = join(folder, `school-${String(number).padStart(4, '0')}`, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
      if (!path.endsWith('.yaml')) continue;
      files++;
      bytes += Buffer.byteLength(text);
    }
  }
  return { files, bytes };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , folder = 'county', schools = '600'] = process.argv;
  const { files, bytes } = county(folder, Number(schools));
  console.log(`${schools} schools, ${files} files, ${(bytes / 1e6).toFixed(0)} MB in ${folder}`);
}
