// Five strands of the same length, so that each further one shows what a PDF costs once the browser is up.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median, timesOf } from './measure.mjs';

const STRANDS = ['race', 'gender', 'disability', 'sexual-orientation', 'religion-and-belief'];

export function bench({ school, lem, node, rounds, DAY }) {
  for (const strand of STRANDS) {
    const text = `strand: ${strand}\nstatus: draft\ngoals: A goal.\noutcomes: [{ claim: A claim. }]\n`;
    writeFileSync(join(school, `accreditation/2025-26/${strand}.yaml`), text);
  }
  const [first, ...others] = STRANDS;
  const measures = {
    one: () => node([lem, 'summary', 'render', first, ...DAY]),
    five: () => node([lem, 'summary', 'render', '--all', ...DAY]),
  };
  measures.one();
  const { one, five } = timesOf(measures, Math.max(3, Math.round(rounds / 4)));
  const further = median(five.map((each, index) => (each - one[index]) / others.length));
  const shown = (time) => `${time.toFixed(0).padStart(6)} ms`;
  console.log(`\nRendering (median of ${one.length})`);
  console.log(`  one summary as a whole process    ${shown(median(one))}`);
  console.log(`  five summaries, one browser       ${shown(median(five))}`);
  console.log(`  each further PDF                  ${shown(further)}          at most 150 ms wanted`);
}
