// A browser between lem and the real one that misbehaves: `fake-browser.mjs <how> <the real one> …`.
// `silent` answers nothing at all; `version:120` says it is another; `stuck` never finishes a PDF; `dies:2` ends at the second.
import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';

const [how, real, ...args] = process.argv.slice(2);
const [kind, number] = how.split(':');
const toLem = createWriteStream('', { fd: 4 });
const fromLem = createReadStream('', { fd: 3 });
// Without lem there is nothing to do: so it is with a real browser.
fromLem.on('end', () => process.exit(0));
toLem.on('error', () => process.exit(0));

/** Hands on each message, changed or not at all. */
function handOn(from, to, change) {
  let rest = '';
  from.setEncoding('utf8');
  from.on('data', (text) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop();
    for (const message of messages) {
      const changed = change(message);
      if (changed !== null) to.write(`${changed}\0`);
    }
  });
}

if (kind === 'silent') fromLem.resume();
else {
  const browser = spawn(real, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  browser.on('exit', () => process.exit(0));
  process.on('exit', () => browser.kill('SIGKILL'));
  let printed = 0;
  handOn(fromLem, browser.stdio[3], (message) => {
    if (!message.includes('"Page.printToPDF"')) return message;
    if (kind === 'stuck') return null;
    if (kind === 'dies' && ++printed === Number(number)) process.exit(1);
    return message;
  });
  handOn(browser.stdio[4], toLem, (message) =>
    kind === 'version' ? message.replace(/("product":"\w+)\/\d+/, `$1/${number}`) : message,
  );
}
