import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inFolder, type Played, play, readScenario } from './support/scenario.ts';

const FOLDER = fileURLToPath(new URL('./cli/', import.meta.url));
const UPDATE = process.env.UPDATE_GOLDEN === '1';

test.each(readdirSync(FOLDER).filter((name) => name.endsWith('.scenario')))('%s', (name) => {
  const path = `${FOLDER}${name}`;
  const text = readFileSync(path, 'utf8');
  const steps = readScenario(text);
  const ran = inFolder((folder) => play(steps, folder));
  expect(ran.length).toBeGreaterThan(0);
  if (UPDATE) writeFileSync(path, rewritten(text, ran));
  else
    for (const { step, printed, exit } of ran)
      expect({ line: step.line, exit, printed }).toEqual({ line: step.line, exit: step.exit, printed: step.printed });
});

/** The scenario with what its commands really print. */
function rewritten(text: string, ran: readonly Played[]): string {
  const results = [...ran];
  const kept: string[] = [];
  let inOutput = false;
  for (const line of text.split('\n')) {
    if (/^([$>@] |# )/.test(line)) inOutput = false;
    if (!inOutput) kept.push(line);
    if (line.startsWith('$ ') && !line.startsWith('$ rm ')) {
      const result = results.shift();
      kept.push(...(result?.printed ?? []), ...(result?.exit === 0 ? [] : [`? ${result?.exit}`]), '');
      inOutput = true;
    }
  }
  return kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/\n*$/, '\n');
}
