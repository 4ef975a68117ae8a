// Draws the README's pictures from what the program really prints: the terminal, and the first pages of a summary and of
// the report of the whole workspace. Needs pdftoppm and a browser. Run after `npm run build`: node src/generate/pictures.mjs
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AnsiUp } from 'ansi_up';
import puppeteer from 'puppeteer';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pictures = join(root, 'examples/pictures');
const work = mkdtempSync(join(tmpdir(), 'lem-pictures-'));
const DAY = ['--on', '2026-06-08'];

function lem(...args) {
  const env = { ...process.env, FORCE_COLOR: '3', COLORTERM: 'truecolor' };
  try {
    return execFileSync(process.execPath, [join(root, 'bin/lem.js'), ...args, ...DAY], {
      cwd: work,
      env,
      encoding: 'utf8',
    });
  } catch (error) {
    return error.stdout; // findings are what is to be seen
  }
}

cpSync(join(root, 'examples/ribble-bank'), work, { recursive: true });
const passports = join(work, 'plan/adjustment-passports.yaml');
writeFileSync(passports, readFileSync(passports, 'utf8').replace('[disability]', '[disabilty]'));
const shown = [
  ['lem check plan', lem('check', 'plan')],
  ['lem grid show', lem('grid', 'show')],
];
const ansi = new AnsiUp();
// The browser's red is too dark to read on a dark ground; terminals have a lighter one.
const body = shown
  .map(([line, text]) => `<b>$ ${line}</b>\n${ansi.ansi_to_html(text.trimEnd())}\n`)
  .join('\n')
  .replaceAll('rgb(187,0,0)', '#ff8078');
const page = `<!doctype html><style>
  body { margin: 0; background: #1f1d2b; }
  pre { margin: 0; padding: 22px 26px; color: #e7e4ee; font: 14px/1.45 'DejaVu Sans Mono', Consolas, monospace; width: max-content; }
  b { color: #c9b7f2; font-weight: 600; }
</style><pre>${body}</pre>`;

const browser = await puppeteer.launch({
  executablePath: process.env.LEM_BROWSER ?? '/usr/bin/chromium-headless-shell',
  headless: 'shell',
  args: ['--no-sandbox'],
});
try {
  const tab = await browser.newPage();
  await tab.setViewport({ width: 760, height: 400, deviceScaleFactor: 1.5 });
  await tab.setContent(page);
  await (await tab.$('pre')).screenshot({ path: join(pictures, 'terminal.png') });
} finally {
  await browser.close();
}

writeFileSync(passports, readFileSync(passports, 'utf8').replace('[disabilty]', '[disability]'));
lem('summary', 'render', 'race');
const pdf = join(work, 'build/2025-26/race.pdf');
execFileSync('pdftoppm', ['-r', '80', '-f', '1', '-l', '1', '-png', '-singlefile', pdf, join(pictures, 'summary')]);
lem('report', '--format', 'pdf');
const report = join(work, 'build/report.pdf');
execFileSync('pdftoppm', ['-r', '80', '-f', '1', '-l', '1', '-png', '-singlefile', report, join(pictures, 'report')]);
rmSync(work, { recursive: true });
