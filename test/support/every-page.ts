import { fileURLToPath } from 'node:url';
import { loadWorkspace } from '../../src/commands/load.ts';
import { READERS, WHOLE } from '../../src/commands/report.ts';
import type { IsoDate } from '../../src/model/calendar.ts';
import { seen } from '../../src/model/known.ts';
import { fonts } from '../../src/shell/fonts.ts';
import { type PageHead, pageRenderer } from '../../src/views/html/page.ts';
import type { PageName } from '../../src/views/html/templates.ts';
import { summaryView } from '../../src/views/summary.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { schoolOf } from '../golden/summary/school.ts';
import { worldIn } from './in-process.ts';
import { DIGEST, templatesWith } from './pages.ts';

/** A page as lem makes it, and what it is of. */
export interface Page {
  readonly name: string;
  readonly html: () => string;
}

/** A picture of one dot. */
const LOGO = `data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==`;

const LONG = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';

/** Names as schools write them all over the world, and longer than any design expects. */
const NAMED: { readonly [file: string]: string } = {
  'lem.yaml': `format: 1\nprogramme: harbour-2\nschool: { name: "مدرسة الأمل 🏫 ${LONG}" }\n`,
  'plan/greeters.yaml': `title: "برنامج الترحيب ${LONG}"\nstrands: [language]\nelements: [welcome]\nlead: "محمد الأحمد"\nstatus: complete\nbaseline: "${'word '.repeat(60)}"\noutcome: "كل صباح"\nimpact: "👩🏽‍🏫 ${LONG}"\nevidence: [door-diary]\n`,
  'evidence/door-diary/evidence.yaml': `title: "${LONG} ${'and more '.repeat(20)}"\nkind: data\ndate: 2027-01-29\nstrands: [language]\nholder: "${LONG}${LONG}"\nlink: "https://example.org/${'a'.repeat(200)}"\nfiles: [{ path: diary.csv, sha256: "${'ab12'.repeat(16)}" }]\n`,
  'audit/2026-27/welcome.yaml':
    'element: welcome\nstatus: complete\ncompleted: 2026-10-10\njudgements: { welcome.1: { rating: sound, because: "Yes." } }\n',
};

/** Every kind of page: of the sample school, of a school that has only begun, of another award, of names that are hard to set. */
export function everyPage(): readonly Page[] {
  const sample = exampleOf('ribble-bank', '2026-06-08');
  const begun = exampleOf('first-day', '2026-09-01');
  return [
    ...summaryPages('sample', sample, '2026-06-08'),
    ...reportPages('sample', sample, '2026-06-08'),
    ...reportPages('first day', begun, '2026-09-01'),
    ...summaryPages('other award', schoolOf(), '2027-06-01'),
    ...reportPages('other award', schoolOf(), '2027-06-01'),
    ...summaryPages('hard names', schoolOf(NAMED), '2027-06-01', { cover: true }),
    ...reportPages('hard names', schoolOf(NAMED), '2027-06-01'),
  ];
}

function summaryPages(
  of: string,
  workspace: Workspace,
  on: IsoDate,
  { cover = false }: { readonly cover?: boolean } = {},
): readonly Page[] {
  return [...workspace.summaries].flatMap(([year, files]) =>
    [...files].flatMap(([strand, file]) => {
      const summary = seen(file);
      if (summary === null) return [];
      const view = summaryView(workspace, summary, year, on, { cover });
      return [{ name: `summary of ${strand}, ${of}`, html: () => htmlOf('summary', view) }];
    }),
  );
}

function reportPages(of: string, workspace: Workspace, on: IsoDate): readonly Page[] {
  return [WHOLE, ...Object.values(READERS)].map(({ page, view }) => ({
    name: `${page}, ${of}`,
    html: () => htmlOf(page, view(workspace, on)),
  }));
}

function htmlOf(name: PageName, view: PageHead): string {
  const rendered = pageRenderer(name, templatesWith(), fonts())(view, { digest: DIGEST, logo: LOGO });
  if (rendered.state === 'fault') throw new Error(`${rendered.file}:${rendered.line} ${rendered.message}`);
  return rendered.html;
}

function exampleOf(name: string, today: IsoDate): Workspace {
  const folder = fileURLToPath(new URL(`../../examples/${name}/`, import.meta.url));
  const loaded = loadWorkspace(worldIn(folder, { today }), { args: [], options: {} });
  if ('refusal' in loaded) throw new Error(name);
  return loaded.workspace;
}
