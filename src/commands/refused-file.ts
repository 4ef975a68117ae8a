import { err, type Line, run } from '../model/block.ts';
import type { Outcome } from '../model/outcome.ts';
import { locate } from '../source/locate.ts';
import type { Problem, Source } from '../source/source.ts';

/** Of what is wrong with a file, as much as is of use at once; there is no need to look for more than one beyond. */
export const MOST_TOLD = 20;

/** The outcome of a file that the user gave and that can't be used: each problem with its line, in the order of the lines. */
export function refusedFile(source: Source, problems: readonly Problem[]): Outcome {
  const found = problems
    .map((problem) => ({ problem, ...locate(source, problem.where) }))
    .sort((a, b) => a.line - b.line || a.column - b.column);
  const lines = found
    .slice(0, MOST_TOLD)
    .flatMap(({ problem, line, column }): Line[] => [
      [run('lem: ', 'bad'), `${source.file}:${line}:${column} ${problem.message.replace(/^this file/, 'This file')}`],
      ...(problem.hint === undefined ? [] : [[run(`  ${problem.hint}`, 'dim')]]),
    ]);
  const more = found.length > MOST_TOLD ? [[run('  … and more.', 'dim')]] : [];
  return { exit: 2, report: [err(...lines, ...more)] };
}
