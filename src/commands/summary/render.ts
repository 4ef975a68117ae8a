import { err, type Line, out, run } from '../../model/block.ts';
import type { IsoDate } from '../../model/calendar.ts';
import type { SummaryFile } from '../../model/files.generated.ts';
import { type FileChange, type Outcome, unusable } from '../../model/outcome.ts';
import type { SchoolYear } from '../../model/school-year.ts';
import { type SummaryView, summaryView } from '../../views/summary.ts';
import { BUILD } from '../../workspace/layout.ts';
import { summaryOn } from '../../workspace/select.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { BrowserOpened, World } from '../../world.ts';
import { argument, type Command, dayOf, flag, folderOf, type Input, ON_OPTION, text } from '../command.ts';
import { loadWorkspace } from '../load.ts';
import { strandNamed } from '../named.ts';

export const renderSummary: Command = {
  summary: 'Render Accreditation Summaries as HTML and PDF; DRAFT stands across what may not be claimed yet.',
  args: [['[strand]', 'a strand’s id']],
  options: [
    ['--all', 'every strand that has a summary'],
    ['--html-only', 'no PDF, so no browser is needed'],
    ['--out <dir>', 'write into this folder (default: build in the workspace)'],
    ON_OPTION,
  ],
  examples: [
    ['lem summary render disability', 'write build/<year>/disability.html and .pdf'],
    ['lem summary render --all --on 2027-06-01', 'every summary there is, as on that day'],
  ],
  run: render,
};

/** A summary to be rendered: what it shows, and its path without the ending. */
interface Document {
  readonly strand: string;
  readonly path: string;
  readonly view: SummaryView;
  readonly html: string;
}

/** What came of one document. */
interface Rendered {
  readonly document: Document;
  readonly pdf: { readonly content: Uint8Array; readonly pages: number } | null;
}

async function render(world: World, input: Input): Promise<Outcome> {
  const day = dayOf(world, input);
  if ('refusal' in day) return day.refusal;
  const loaded = loadWorkspace(world, input);
  if ('refusal' in loaded) return loaded.refusal;
  const { root, workspace } = loaded;
  const chosen = choose(workspace, argument(input, 0), flag(input, 'all'), day.on);
  if ('refusal' in chosen) return chosen.refusal;

  const asked = text(input, 'out');
  const into = asked === undefined ? root : world.files.resolve(folderOf(world, input), asked);
  const folder = asked === undefined ? `${BUILD}/` : '';
  // The browser starts while the documents are being put together.
  const opening = flag(input, 'htmlOnly') ? null : world.openBrowser();
  // A fault of either is thrown where both are waited for.
  opening?.catch(() => undefined);
  let browser: BrowserOpened | null = null;
  try {
    const documents = await compose(world, workspace, chosen.summaries, folder, day.on);
    browser = await opening;
    const { rendered, fault } = await printAll(world, browser, documents, day.on);
    const shown = asked === undefined ? '' : `${world.files.shown(world.cwd, into)}/`;
    return {
      exit: fault === null && chosen.unreadable.length === 0 ? 0 : 2,
      report: [
        out(...rendered.flatMap((each) => lines(each, shown)), [run(tally(rendered, browser), 'dim')]),
        ...chosen.unreadable.map((file) =>
          err(
            [run('lem: ', 'bad'), `${file} can’t be read, so it was left out.`],
            [run(`  lem check ${file} says what is wrong.`, 'dim')],
          ),
        ),
        ...(fault === null
          ? []
          : [
              err(
                [run('lem: ', 'bad'), `${fault.message} The HTML is written, the rest is not.`],
                [run(`  ${fault.remedy}`, 'dim')],
              ),
            ]),
      ],
      changes: { into, files: rendered.flatMap(filesOf), replace: true },
    };
  } finally {
    browser ??= (await opening) ?? null;
    if (browser?.state === 'open') await browser.close();
    world.terminal.progress('');
  }
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

async function compose(
  world: World,
  workspace: Workspace,
  summaries: readonly Chosen[],
  folder: string,
  on: IsoDate,
): Promise<readonly Document[]> {
  const { SUMMARY_TEMPLATES, summaryRenderer } = await import('../../views/html/summary.ts');
  const { page, css, partials } = SUMMARY_TEMPLATES;
  const renderer = summaryRenderer({
    page: world.files.shipped(page),
    css: world.files.shipped(css),
    partials: Object.fromEntries(Object.entries(partials).map(([name, path]) => [name, world.files.shipped(path)])),
  });
  return summaries.map(({ summary, strand, year }) => {
    const view = summaryView(workspace, summary, year, on);
    return { strand, path: `${folder}${year}/${strand}`, view, html: renderer(view) };
  });
}

type Fault = { readonly message: string; readonly remedy: string };

/** Prints one document after the other; the first fault ends it, and what is done by then is kept. */
async function printAll(
  world: World,
  browser: BrowserOpened | null,
  documents: readonly Document[],
  on: IsoDate,
): Promise<{ readonly rendered: readonly Rendered[]; readonly fault: Fault | null }> {
  const rendered: Rendered[] = [];
  let fault: Fault | null = browser?.state === 'none' ? browser : null;
  const { summaryFooter } = await import('../../views/html/summary.ts');
  for (const document of documents) {
    if (browser?.state !== 'open' || fault !== null) {
      rendered.push({ document, pdf: null });
      continue;
    }
    if (documents.length > 1) world.terminal.progress(`Rendering ${rendered.length + 1} of ${documents.length} …`);
    const printed = await browser.print({ html: document.html, footer: summaryFooter(document.view), created: on });
    if (printed.state === 'failed') fault = printed;
    rendered.push({
      document,
      pdf: printed.state === 'printed' ? { content: printed.pdf, pages: printed.pages } : null,
    });
  }
  return { rendered, fault };
}

function filesOf({ document: { path, html }, pdf }: Rendered): readonly FileChange[] {
  return [
    { path: `${path}.html`, content: html },
    ...(pdf === null ? [] : [{ path: `${path}.pdf`, content: pdf.content }]),
  ];
}

function lines({ document: { path, html, view }, pdf }: Rendered, shown: string): readonly Line[] {
  const draft = view.draft ? [run('  DRAFT', 'warn')] : [];
  const kilobytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1000))} kB`;
  const first: Line = [
    `${shown}${path}.html`,
    run(`  ${kilobytes(new TextEncoder().encode(html).length)}`, 'dim'),
    ...draft,
  ];
  if (pdf === null) return [first];
  const pages = pdf.pages === 1 ? '1 page' : `${pdf.pages} pages`;
  return [first, [`${shown}${path}.pdf`, run(`   ${kilobytes(pdf.content.length)}, ${pages}`, 'dim'), ...draft]];
}

function tally(rendered: readonly Rendered[], browser: BrowserOpened | null): string {
  const count = rendered.length === 1 ? '1 summary' : `${rendered.length} summaries`;
  const printed = rendered.filter(({ pdf }) => pdf !== null).length;
  return browser?.state === 'open' && printed > 0 ? `${count}, printed with ${browser.name}` : count;
}
