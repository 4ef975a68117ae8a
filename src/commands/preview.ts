import { didYouMean, exactly } from '../model/nearest.ts';
import { type Outcome, unusable } from '../model/outcome.ts';
import { strandWords } from '../model/programme.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { argument, type Command } from './command.ts';
import { INDEX, reportPath } from './preview/documents.ts';
import { PREVIEW_OPTIONS } from './preview/options.ts';
import { startPreview } from './preview/start.ts';
import { READERS } from './report.ts';

/** The reports, by what names them here. */
const REPORTS = new Map([
  ['report', reportPath(null)],
  ...Object.keys(READERS).map((reader): [string, string] => [reader, reportPath(reader)]),
]);

/** The words for what lem preview can open on besides strands. */
export const REPORT_WORDS: readonly string[] = [...REPORTS.keys()];

export const command: Command = {
  summary: 'Show the documents in a browser on this machine while you write: a save is seen at once.',
  args: [['[document]', `a strand, for its summary, or ${REPORT_WORDS.join(', ')} (default: the list of all)`]],
  options: PREVIEW_OPTIONS,
  examples: [
    ['lem preview', 'every summary and report, at http://127.0.0.1:4650/'],
    ['lem preview governors --open', 'opens the report to governors in your browser'],
    ['lem preview disability --on 2027-06-01', 'a strand’s summary, as on that day'],
  ],
  run: (world, input) =>
    startPreview(world, input, (workspace) => {
      const word = argument(input, 0);
      if (word === undefined) return { path: INDEX };
      const report = REPORTS.get(word.toLowerCase());
      if (report !== undefined) return { path: report };
      const strand = exactly(word, strandWords(workspace.programme));
      return strand === null ? { refusal: unknown(workspace, word) } : { strand };
    }),
};

function unknown({ programme }: Workspace, word: string): Outcome {
  return unusable(`There is no document ${word}.`, didYouMean(word, [...REPORT_WORDS, ...strandWords(programme)]));
}
