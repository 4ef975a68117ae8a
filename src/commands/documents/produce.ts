import { type Block, err, type Line, out, run } from '../../model/block.ts';
import type { IsoDate } from '../../model/calendar.ts';
import type { FileChange, Outcome } from '../../model/outcome.ts';
import { sizeInWords } from '../../model/size.ts';
import { BUILD } from '../../workspace/layout.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { BrowserOpened, World } from '../../world.ts';
import { folderOf, type Input, text } from '../command.ts';
import { type Composed, type Draft, pressOf } from './compose.ts';
import type { Format } from './formats.ts';
import { inTurn } from './in-turn.ts';
import { ABREAST, type Fault, type Pdf, printAll } from './print-all.ts';
import { wordAll } from './word-all.ts';

export const OUT_OPTION = ['--out <dir>', 'write into this folder (default: build in the workspace)'] as const;

export const COVER_OPTION = ['--cover', 'begin with a cover'] as const;

/** What is to be made of a workspace. */
export interface Job {
  readonly root: string;
  readonly workspace: Workspace;
  readonly on: IsoDate;
  readonly formats: readonly Format[];
  /** Puts together what is to be made, while the browser starts. */
  readonly drafts: () => readonly Draft[];
  /** What several documents are called: `summaries`. */
  readonly many: string;
  readonly one: string;
  /** What to say besides, such as that a file was left out. */
  readonly notes: readonly Block[];
  /** What to say that is no fault of what was made. */
  readonly remarks?: readonly Block[];
}

/** Makes documents in the formats asked for, and says what was written. */
export async function produce(world: World, input: Input, job: Job): Promise<Outcome> {
  const asked = text(input, 'out');
  const into = asked === undefined ? job.root : world.files.resolve(folderOf(world, input), asked);
  const folder = asked === undefined ? `${BUILD}/` : '';
  const opening = job.formats.includes('pdf') ? world.openBrowser() : null;
  // A fault of either is thrown where both are waited for.
  opening?.catch(() => undefined);
  let browser: BrowserOpened | null = null;
  try {
    const drafts = job.drafts().map((draft) => ({ ...draft, path: `${folder}${draft.path}` }));
    const found = await pressOf(world, job);
    if ('refusal' in found) return found.refusal;
    const pages = inTurn(drafts, found.press, job.formats.includes('html'));
    // The browser starts meanwhile, and finds its first pages ready.
    for (let ahead = 0; ahead < ABREAST; ahead++) pages.prepare();
    browser = await opening;
    const { pdfs, fault } =
      browser === null ? { pdfs: [], fault: null } : await printAll(world, browser, pages, job.on);
    const made = pages.all();
    if ('refusal' in made) return made.refusal;
    const { documents } = made;
    const words = job.formats.includes('docx') ? await wordAll(world, documents, job.on) : [];
    const files = documents.map((document, index) =>
      filesOf(document, { pdf: pdfs[index] ?? null, word: words[index] ?? null }, job.formats, fault),
    );
    const shown = asked === undefined ? '' : `${world.files.shown(world.cwd, into)}/`;
    const lines = documents.flatMap((document, index) => linesOf(document, files[index] ?? [], shown));
    const count = documents.length === 1 ? `1 ${job.one}` : `${documents.length} ${job.many}`;
    const isPrinted = browser?.state === 'open' && pdfs.some((pdf) => pdf !== null);
    const tally = isPrinted && browser?.state === 'open' ? `${count}, printed with ${browser.name}` : count;
    return {
      exit: fault === null && job.notes.length === 0 ? 0 : 2,
      report: [
        out(...lines, [run(tally, 'dim')]),
        ...job.notes,
        ...(job.remarks ?? []),
        ...(fault === null ? [] : [said(fault, job.formats)]),
      ],
      changes: { into, files: files.flat().map(({ file }) => file), replace: true },
    };
  } finally {
    browser ??= (await opening) ?? null;
    if (browser?.state === 'open') await browser.close();
    world.terminal.progress('');
  }
}

interface Made {
  readonly file: FileChange;
  readonly pages: number | null;
}

/** The files of a document. Where there is no PDF there is HTML instead, asked for or not. */
function filesOf(
  document: Composed,
  { pdf, word }: { readonly pdf: Pdf; readonly word: Uint8Array | null },
  formats: readonly Format[],
  fault: Fault | null,
): readonly Made[] {
  const { path } = document;
  const hasHtml = formats.includes('html') || (fault !== null && pdf === null);
  return [
    ...(hasHtml ? [{ file: { path: `${path}.html`, content: document.html }, pages: null }] : []),
    ...(pdf === null ? [] : [{ file: { path: `${path}.pdf`, content: pdf.content }, pages: pdf.pages }]),
    ...(word === null ? [] : [{ file: { path: `${path}.docx`, content: word }, pages: null }]),
  ];
}

function linesOf({ view }: Composed, made: readonly Made[], shown: string): readonly Line[] {
  const draft = view.draft === true ? [run('  DRAFT', 'warn')] : [];
  const width = Math.max(...made.map(({ file }) => file.path.length));
  return made.map(({ file: { path, content }, pages }) => {
    const bytes = typeof content === 'string' ? Buffer.byteLength(content) : content.length;
    const counted = pages === null ? '' : `, ${pages === 1 ? '1 page' : `${pages} pages`}`;
    return [
      `${shown}${path}`,
      run(`${' '.repeat(width - path.length + 2)}${sizeInWords(bytes)}${counted}`, 'dim'),
      ...draft,
    ];
  });
}

function said({ message, remedy }: Fault, formats: readonly Format[]): Block {
  const written = formats.includes('docx') ? 'The HTML and what is for Word are' : 'The HTML is';
  return err([run('lem: ', 'bad'), `${message} ${written} written, the rest is not.`], [run(`  ${remedy}`, 'dim')]);
}
