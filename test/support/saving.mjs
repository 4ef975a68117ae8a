// Saves files with the built lem, in a process of its own, and prints what came of it as JSON lines.
// `saving.mjs once <files>` in this folder; `saving.mjs faults <files> <code>` in a new folder for each call that may go wrong;
// `saving.mjs full <files>` in new folders on a disk with less and less room.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { save } from '../../dist/app.js';
import { goWrong, wentWrong } from './faulty-fs.mjs';

const [how, given, code] = process.argv.slice(2);
const files = JSON.parse(given);
const withoutMark = (text) => text?.replace(/^\ufeff/, '') ?? null;

function put(root, path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function saveIn(root) {
  const changes = files.map(({ path, old, now }) => ({ path, content: withoutMark(now), expected: withoutMark(old) }));
  return save({ into: root, files: changes, replace: true });
}

/** Every file and folder with what it holds. */
function tree(root) {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const held = entries.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return [relative(root, path).replaceAll('\\', '/'), entry.isFile() ? readFileSync(path, 'utf8') : null];
  });
  return Object.fromEntries(held.sort());
}

function tried(name, fault) {
  const root = join(process.cwd(), name);
  for (const { path, old } of files) if (old !== null) put(root, path, old);
  const before = tree(root);
  if (fault !== undefined) goWrong(fault);
  const saved = saveIn(root);
  const isFaulty = fault === undefined || wentWrong();
  console.log(JSON.stringify({ name, before, ...saved, after: tree(root) }));
  rmSync(root, { recursive: true });
  return isFaulty;
}

if (how === 'once') console.log(JSON.stringify(saveIn(process.cwd())));
if (how === 'faults') for (let at = 1; tried(`school ${at}`, `${code}:${at}`); at++);
if (how === 'full') {
  for (let room = 0; room < 10; room++) {
    const spare = Array.from({ length: room }, (_, index) => `spare-${index}`);
    for (const name of [...spare, ...files.map((_, index) => `own-${index}`)]) put('.', name, 'x'.repeat(4096));
    try {
      for (let more = 0; more < 64; more++) put('.', `filled-${more}`, 'x'.repeat(4096));
    } catch {
      // It is full.
    }
    for (const name of readdirSync('.')) if (/^own|^spare/.test(name)) rmSync(name);
    tried(`school ${room}`);
    for (const name of readdirSync('.')) rmSync(name, { recursive: true });
  }
}
