// One of several processes that count up their own number and the total in the same file, with the built lem:
// `counting.mjs <file> <name> <times>`. Whoever is told that the file was changed reads it again. Prints how often that was.
import { readFileSync } from 'node:fs';
import { save } from '../../dist/app.js';

const [file, name, times] = process.argv.slice(2);
const counted = (text, key) =>
  text.replace(new RegExp(`^(${key}: )(\\d+)`, 'm'), (_, start, n) => start + (Number(n) + 1));

let again = 0;
for (let done = 0; done < Number(times); ) {
  const before = readFileSync(file, 'utf8');
  const content = counted(counted(before, name), 'total');
  const saved = save({ into: process.cwd(), files: [{ path: file, content, expected: before }], replace: true });
  if (saved.state === 'saved') done++;
  else if (saved.message.includes(`${file} was changed meanwhile`)) again++;
  else throw new Error(saved.message);
}
console.log(again);
