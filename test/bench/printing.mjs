// Summaries on paper, side by side with what else makes PDFs of the same content: how many a second, how soon the first,
// and in how much memory.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { manyStrands } from './many-strands.mjs';
import { median } from './measure.mjs';
import { markdownOf, pageAsMarkdown, typstOf } from './same-content.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lem = join(root, 'bin/lem.js');
const DAY = ['--on', '2026-06-08'];
const MANY = 20;
/** What takes longer than this for all of them is measured in the first round only. In seconds. */
const LONG = 60;
const MARKDOWN = 'md-to-pdf@5.2.5';
/** How many pages md-to-pdf is given at a time. */
const AT_A_TIME = 5;
const TYPST = '@myriaddreamin/typst-ts-node-compiler@0.7.0';
/** What lem looks for, in its order. */
const BROWSERS = [
  ...['chrome-headless-shell', 'chromium-headless-shell', 'headless_shell', 'google-chrome-stable', 'google-chrome'],
  ...['microsoft-edge-stable', 'microsoft-edge', 'chromium', 'chromium-browser'],
];
const WEASYPRINT = `
import logging, sys
from weasyprint import HTML
logging.disable(logging.CRITICAL)
for path in sys.argv[1:]:
    HTML(path).write_pdf(path[:-5] + '.pdf')
`;

/** Measures and prints. What is missing on this machine is said, and the rest measured. */
export async function bench({ rounds: many }) {
  const rounds = Math.max(3, Math.round(many / 7));
  const work = mkdtempSync(join(tmpdir(), 'lem-bench-printing-'));
  try {
    const { env, ready } = surroundings(work);
    const browser = browserHere();
    if (browser === null) {
      console.log('\nPrinting: there is no browser here; name one in LEM_BROWSER.');
      return;
    }
    const school = join(work, 'school');
    const strands = manyStrands(root, school, MANY);
    const html = join(work, 'html');
    mustRun(process.execPath, [lem, 'summary', 'render', '--all', '--html-only', '--out', html, ...DAY], {
      env,
      cwd: school,
    });
    const pages = sourcesOf(html);
    const printers = [
      lemItself({ school, strands, browser, env }),
      weasyprint({ work, pages, env }),
      markdown({ work, pages, browser, env, ready }, 'the same page'),
      markdown({ work, pages, browser, env, ready }, 'its text alone'),
      typst({ work, pages, env, ready }),
    ];
    const there = printers.filter((printer) => {
      if (printer.missing === undefined) return true;
      console.log(`\nPrinting without ${printer.name}: ${printer.missing}.`);
      return false;
    });
    sideBySide(`${MANY} summaries of the same content`, there, 'all', rounds, MANY);
    sideBySide('One summary, from the start of the command to the PDF on disk', there, 'one', rounds, 1);
    await memory(work, browser, env);
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}

/** The environment of what is timed, and of what makes it ready: that may use the network. */
function surroundings(work) {
  const temporary = join(work, 'temporary');
  mkdirSync(temporary);
  const ready = { ...process.env, NO_COLOR: '1', PUPPETEER_SKIP_DOWNLOAD: '1', TMPDIR: temporary };
  const { NODE_EXTRA_CA_CERTS: _slowsNodeItself, ...env } = ready;
  return { env, ready };
}

function onPath(name) {
  const places = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  return places.find((place) => existsSync(place)) ?? null;
}

function browserHere() {
  const named = process.env.LEM_BROWSER;
  if (named !== undefined && existsSync(named)) return named;
  return BROWSERS.map(onPath).find((place) => place !== null) ?? null;
}

/** Runs to its end. @returns what it printed */
function mustRun(program, args, options) {
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
    ...options,
  });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${(error?.message ?? stderr).slice(-300)}`);
  return stdout;
}

/** Runs to its end, whatever comes of it: what is made is counted. */
function letRun(program, args, options) {
  spawnSync(program, args, { stdio: 'ignore', ...options });
}

/** The pages that lem makes, by name. */
function sourcesOf(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** Writes every page in a form of its own. @returns the files */
function written(folder, pages, ending, form) {
  mkdirSync(folder, { recursive: true });
  return pages.map((page, index) => {
    const path = join(folder, `${String(index + 1).padStart(2, '0')}.${ending}`);
    writeFileSync(path, form(page));
    return path;
  });
}

/** The PDFs in a folder, which are counted after each run: one that gives up half of them is not quick. */
function pdfsIn(folder) {
  const paths = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.pdf') && !name.includes('node_modules'))
      .map((name) => join(folder, name));
  return {
    clear: () => {
      for (const path of existsSync(folder) ? paths() : []) rmSync(path);
    },
    count: () => paths().length,
  };
}

function lemItself({ school, strands, browser, env }) {
  const run = (what) => {
    const args = [lem, 'summary', 'render', ...what, '--format', 'pdf', ...DAY];
    mustRun(process.execPath, args, { cwd: school, env: { ...env, LEM_BROWSER: browser } });
  };
  return {
    name: 'lem summary render',
    made: pdfsIn(join(school, 'build')),
    all: () => run(['--all']),
    one: () => run([strands[0]]),
  };
}

/** Debian's, in one process of the Python that it is installed for, and of the same HTML. */
function weasyprint({ work, pages, env }) {
  const name = 'WeasyPrint';
  const program = onPath('weasyprint');
  if (program === null) return { name, missing: 'it is not installed (Debian’s package weasyprint)' };
  const [, line] = /^#!(.*)/.exec(readFileSync(program, 'latin1')) ?? [];
  const [python, ...before] = line === undefined ? ['python3'] : line.trim().split(/\s+/);
  const paths = written(join(work, 'weasyprint'), pages, 'html', (html) => html);
  const run = (files) => letRun(python, [...before, '-c', WEASYPRINT, ...files], { env, cwd: work });
  return {
    name,
    atLeast: 8,
    made: pdfsIn(join(work, 'weasyprint')),
    all: () => run(paths),
    one: () => run(paths.slice(0, 1)),
  };
}

/**
 * From npm, with the same browser: of the same page, which Markdown may hold as it is, and of the same texts and tables
 * without their looks, which is less to do. It prints all files at once and gives up those that take it half a minute, so
 * of pages it is given a few at a time.
 */
function markdown({ work, pages, browser, env, ready }, what) {
  const name = `md-to-pdf, ${what}`;
  const isPage = what === 'the same page';
  const { status, stdout } = spawnSync('npx', ['--yes', `--package=${MARKDOWN}`, '--call', 'command -v md-to-pdf'], {
    encoding: 'utf8',
    env: ready,
    cwd: work,
  });
  const program = status === 0 ? stdout.trim().split('\n').at(-1) : '';
  if (program === '') return { name, missing: 'npx can’t fetch it' };
  const folder = join(work, isPage ? 'markdown-pages' : 'markdown');
  const paths = written(folder, pages, 'md', isPage ? pageAsMarkdown : markdownOf);
  const launch = JSON.stringify({ executablePath: browser, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  const atATime = isPage ? AT_A_TIME : paths.length;
  const run = (files) => {
    for (let from = 0; from < files.length; from += atATime) {
      const args = [program, '--launch-options', launch, ...files.slice(from, from + atATime)];
      letRun(process.execPath, args, { env, cwd: folder });
    }
  };
  return {
    name,
    ...(isPage ? { atLeast: 3 } : { mark: 'less to do' }),
    made: pdfsIn(folder),
    all: () => run(paths),
    one: () => run(paths.slice(0, 1)),
  };
}

/** From npm, as a library that its own makers bring to Node; a mark to come near, as it needs no browser. */
function typst({ work, pages, env, ready }) {
  const name = 'typst';
  const folder = join(work, 'typst');
  const paths = written(folder, pages, 'typ', typstOf);
  const args = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', TYPST];
  if (spawnSync('npm', args, { env: ready, cwd: folder, stdio: 'ignore' }).status !== 0)
    return { name, missing: 'npm can’t fetch it' };
  const library = createRequire(join(folder, 'x.js')).resolve(TYPST.slice(0, TYPST.lastIndexOf('@')));
  const script = join(folder, 'print.mjs');
  writeFileSync(
    script,
    `import { writeFileSync } from 'node:fs';
import typst from ${JSON.stringify(pathToFileURL(library).href)};
const compiler = typst.NodeCompiler.create({ workspace: ${JSON.stringify(folder)} });
for (const path of process.argv.slice(2))
  writeFileSync(path.replace('.typ', '.pdf'), compiler.pdf({ mainFilePath: path }));
`,
  );
  const run = (files) => letRun(process.execPath, [script, ...files], { env, cwd: folder });
  return {
    name,
    mark: 'the mark to come near',
    made: pdfsIn(folder),
    all: () => run(paths),
    one: () => run(paths.slice(0, 1)),
  };
}

/** Times each in turn, after a run of each that is not counted, and prints how much longer the others take than the first. */
function sideBySide(title, printers, which, rounds, count) {
  const times = printers.map(() => []);
  /** Not a number where not every PDF came of it. */
  const seconds = ({ [which]: print, made }) => {
    made.clear();
    const started = process.hrtime.bigint();
    print();
    const ended = process.hrtime.bigint();
    return made.count() === count ? Number(ended - started) / 1e9 : Number.NaN;
  };
  const isLong = (index) => (times[index][0] ?? 0) > LONG;
  for (const printer of printers) printer.one();
  for (let round = 0; round < rounds; round++)
    for (const [index, printer] of printers.entries()) if (!isLong(index)) times[index].push(seconds(printer));
  console.log(`\n${title} (median of ${rounds}, each in turn)`);
  for (const [index, { name, atLeast, mark }] of printers.entries()) {
    const all = times[index].filter((each) => !Number.isNaN(each));
    const ratios = times[index].map((each, round) => each / times[0][round]).filter((each) => !Number.isNaN(each));
    const rate = count > 1 ? `${(count / median(all)).toFixed(2).padStart(7)} a second` : '';
    const wanted =
      index === 0 ? '' : mark !== undefined ? `  ${mark}` : `  at least ${count > 1 ? atLeast : 1} × wanted`;
    const once = isLong(index) ? ', measured once' : '';
    const failed = all.length < times[index].length ? `; ${times[index].length - all.length} not finished` : '';
    console.log(
      `  ${name.padEnd(36)}${median(all).toFixed(2).padStart(8)} s${rate} ${median(ratios).toFixed(2).padStart(7)} × as long as lem${wanted}${once}${failed}`,
    );
  }
}

/** What lem and its browser hold at the most, over more and more documents. */
async function memory(work, browser, env) {
  if (process.platform !== 'linux') {
    console.log('\nMemory is measured on Linux only.');
    return;
  }
  const peaks = [];
  for (const count of [50, 100, 200]) {
    const school = join(work, `school-${count}`);
    manyStrands(root, school, count);
    peaks.push({ count, ...(await peakOf(school, { ...env, LEM_BROWSER: browser })) });
    rmSync(school, { recursive: true, force: true });
  }
  console.log('\nMemory at its most, sampled over a run');
  for (const { count, own, others } of peaks)
    console.log(
      `  ${String(count).padStart(3)} summaries ${inMegabytes(own + others)}   lem ${inMegabytes(own)}, its browser ${inMegabytes(others)}`,
    );
  const [first, , last] = peaks;
  const ratio = (of) => (of(last) / of(first)).toFixed(2);
  console.log(
    `  200 to 50     ${ratio(({ own, others }) => own + others)} ×  (lem ${ratio(({ own }) => own)} ×, its browser ${ratio(({ others }) => others)} ×)  about 1 × wanted`,
  );
}

function inMegabytes(bytes) {
  return `${(bytes / 1e6).toFixed(0).padStart(5)} MB`;
}

/** The most that lem's process holds, and the most of all that it started, in bytes. Pages that processes share count for each. */
function peakOf(school, env) {
  return new Promise((resolve, reject) => {
    const args = [lem, 'summary', 'render', '--all', '--format', 'pdf', ...DAY];
    const child = spawn(process.execPath, args, { cwd: school, env, stdio: 'ignore' });
    const peak = { own: 0, others: 0 };
    const timer = setInterval(() => {
      const { own, others } = heldBy(child.pid);
      peak.own = Math.max(peak.own, own);
      peak.others = Math.max(peak.others, others);
    }, 50);
    child.once('error', reject);
    child.once('exit', (status) => {
      clearInterval(timer);
      if (status === 0) resolve(peak);
      else reject(new Error(`lem ended with ${status}`));
    });
  });
}

function heldBy(pid) {
  const processes = new Map();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const [, pages] = readFileSync(`/proc/${name}/statm`, 'utf8').split(' ');
      processes.set(Number(name), { parent: Number(parent), bytes: Number(pages) * 4096 });
    } catch {
      // It has just ended.
    }
  }
  const isOf = (id) => {
    const parent = processes.get(id)?.parent;
    return parent !== undefined && (parent === pid || isOf(parent));
  };
  const others = [...processes].filter(([id]) => isOf(id)).reduce((sum, [, { bytes }]) => sum + bytes, 0);
  return { own: processes.get(pid)?.bytes ?? 0, others };
}

if (process.argv[1] !== undefined && fileURLToPath(import.meta.url) === process.argv[1])
  await bench({ rounds: Number(process.env.BENCH_RUNS ?? 21) });
