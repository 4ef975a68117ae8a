import { err, run } from '../../model/block.ts';
import type { IsoDate } from '../../model/calendar.ts';
import type { SummaryFile } from '../../model/files.generated.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import type { SchoolYear } from '../../model/school-year.ts';
import { summaryView } from '../../views/summary.ts';
import { summaryOn } from '../../workspace/select.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import { argument, type Command, flag, type Input, ON_OPTION, text } from '../command.ts';
import { FORMATS, formatsOf } from '../documents/formats.ts';
import { COVER_OPTION, OUT_OPTION, produce } from '../documents/produce.ts';
import { openHere } from '../load.ts';
import { strandNamed } from '../named.ts';

export const renderSummary: Command = {
  summary: 'Render Accreditation Summaries as HTML, PDF and Word; DRAFT stands across what may not be claimed yet.',
  args: [['[strand]', 'a strand’s id']],
  options: [
    ['--all', 'every strand that has a summary'],
    ['--format <formats>', 'html, pdf, docx, with commas between (default: html,pdf)'],
    COVER_OPTION,
    ['--html-only', 'no PDF, so no browser is needed'],
    OUT_OPTION,
    ON_OPTION,
  ],
  examples: [
    ['lem summary render disability', 'write build/<year>/disability.html and .pdf'],
    ['lem summary render disability --format docx', 'for a team that comments in Word'],
    ['lem summary render --all --on 2027-06-01', 'every summary there is, as on that day'],
  ],
  run: render,
};

async function render(world: World, input: Input): Promise<Outcome> {
  const here = openHere(world, input);
  if ('refusal' in here) return here.refusal;
  const { root, workspace, on } = here;
  if (flag(input, 'htmlOnly') && text(input, 'format') !== undefined)
    return unusable('--html-only and --format can’t go together.', 'Give one of the two.');
  const asked = formatsOf(input, FORMATS, flag(input, 'htmlOnly') ? ['html'] : ['html', 'pdf']);
  if ('refusal' in asked) return asked.refusal;
  const chosen = choose(workspace, argument(input, 0), flag(input, 'all'), on);
  if ('refusal' in chosen) return chosen.refusal;
  return produce(world, input, {
    root,
    workspace,
    on,
    formats: asked.formats,
    drafts: () =>
      chosen.summaries.map(({ summary, strand, year }) => {
        const view = summaryView(workspace, summary, year, on, { cover: flag(input, 'cover') });
        return {
          path: `${year}/${strand}`,
          page: 'summary',
          view,
          word: async (marks) => (await import('../../views/word/summary.ts')).summaryDocument(view, marks),
        };
      }),
    one: 'summary',
    many: 'summaries',
    notes: chosen.unreadable.map((file) =>
      err(
        [run('lem: ', 'bad'), `${file} can’t be read, so it was left out.`],
        [run(`  lem check ${file} says what is wrong.`, 'dim')],
      ),
    ),
  });
}

interface Chosen {
  readonly summary: SummaryFile;
  readonly strand: string;
  readonly year: SchoolYear;
}

/** The summaries asked for: the latest of each strand up to the school year of the day. */
function choose(
  workspace: Workspace,
  word: string | undefined,
  all: boolean,
  on: IsoDate,
): { readonly summaries: readonly Chosen[]; readonly unreadable: readonly string[] } | { readonly refusal: Outcome } {
  if (word !== undefined && all)
    return { refusal: unusable('A strand and --all can’t go together.', 'Give one of the two.') };
  if (word === undefined && !all)
    return {
      refusal: unusable(
        'Which summary?',
        `Name a strand, such as lem summary render ${[...workspace.programme.strands.keys()][0]}, or give --all.`,
      ),
    };
  const named = word === undefined ? null : strandNamed(workspace.programme, word);
  if (named !== null && 'refusal' in named) return named;
  const strand = named?.id;
  const summaries: Chosen[] = [];
  const unreadable: string[] = [];
  for (const id of strand === undefined ? workspace.programme.strands.keys() : [strand]) {
    const { year, summary } = summaryOn(workspace, id, on);
    // The file's name says which strand it is of; a slip inside the file is for lem check to tell.
    if (summary.state === 'known') summaries.push({ summary: { ...summary.value, strand: id }, strand: id, year });
    else if (summary.state === 'unreadable') unreadable.push(summary.file);
    else if (strand !== undefined)
      return {
        refusal: unusable(`There is no Accreditation Summary for ${id} yet.`, `Begin one with lem summary new ${id}.`),
      };
  }
  const [file] = unreadable;
  if (summaries.length === 0 && file !== undefined)
    return { refusal: unusable(`${file} can’t be read.`, `lem check ${file} says what is wrong.`) };
  if (summaries.length === 0)
    return { refusal: unusable('There is no Accreditation Summary yet.', 'Begin one with lem summary new <strand>.') };
  return { summaries, unreadable };
}
