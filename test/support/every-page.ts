import { fileURLToPath } from 'node:url';
import { loadWorkspace } from '../../src/commands/load.ts';
import { documentsOf, INDEX } from '../../src/commands/preview/documents.ts';
import { READERS, WHOLE } from '../../src/commands/report.ts';
import { inOrder } from '../../src/facts/county/order.ts';
import { brokenSchool, schoolFacts } from '../../src/facts/county/school-facts.ts';
import type { IsoDate } from '../../src/model/calendar.ts';
import type { CountySchool } from '../../src/model/county-school.generated.ts';
import { seen } from '../../src/model/known.ts';
import { diagnose } from '../../src/rules/run.ts';
import { files } from '../../src/shell/files.ts';
import { fonts } from '../../src/shell/fonts.ts';
import { figuresOf } from '../../src/views/county/figures.ts';
import { countyPageView } from '../../src/views/county/page-view.ts';
import { countyPage } from '../../src/views/html/county.ts';
import { type PageHead, pageRenderer } from '../../src/views/html/page.ts';
import type { PageName } from '../../src/views/html/templates.ts';
import { summaryView } from '../../src/views/summary.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { schoolOf } from '../golden/summary/school.ts';
import { worldIn } from './in-process.ts';
import { DIGEST, templatesWith } from './pages.ts';
import { madeUpSchool } from './report-school.ts';

/** A page as lem makes it, and what it is of. */
export interface Page {
  readonly name: string;
  readonly html: () => string;
  /** Whether lem prints it; the others are for the screen, though a reader may print them. */
  readonly isDocument: boolean;
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

/** Every kind of page: of the sample school, of a school that has only begun, of another award, of names that are hard to set, of many strands. */
export function everyPage(): readonly Page[] {
  const sample = exampleOf('ribble-bank', '2026-06-08');
  const begun = exampleOf('first-day', '2026-09-01');
  const hard = schoolOf(NAMED);
  const crowded = madeUpSchool({ strands: 10, elements: 12 });
  return [
    ...summaryPages('sample', sample, '2026-06-08'),
    ...reportPages('sample', sample, '2026-06-08'),
    ...reportPages('first day', begun, '2026-09-01'),
    ...summaryPages('other award', schoolOf(), '2027-06-01'),
    ...reportPages('other award', schoolOf(), '2027-06-01'),
    ...summaryPages('hard names', hard, '2027-06-01', { cover: true }),
    ...reportPages('hard names', hard, '2027-06-01', { cover: true }),
    ...reportPages('many strands', crowded, '2026-06-08'),
    listPage('sample', sample, '2026-06-08'),
    listPage('first day', begun, '2026-09-01'),
    listPage('hard names', hard, '2027-06-01'),
    countyPageOf('one edition', [sample, begun], '2026-06-08'),
    countyPageOf('hard names and a broken school', [sample, hard, hard, hard], '2027-06-01', [
      brokenSchool(
        { path: `schools/${LONG}`, on: '2027-06-01', level: 'draft', seenIn: 'workspace' },
        `lem.yaml:1:1 ${'why '.repeat(60)}`,
      ),
    ]),
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
      return [{ name: `summary of ${strand}, ${of}`, html: () => htmlOf('summary', view), isDocument: true }];
    }),
  );
}

function reportPages(
  of: string,
  workspace: Workspace,
  on: IsoDate,
  { cover = false }: { readonly cover?: boolean } = {},
): readonly Page[] {
  return [WHOLE, ...Object.values(READERS)].map(({ page, view, isOneSide = false }) => ({
    name: `${page}, ${of}`,
    html: () => htmlOf(page, { ...view(workspace, on), cover: cover && !isOneSide }),
    isDocument: true,
  }));
}

/** The preview's list of all documents. */
function listPage(of: string, workspace: Workspace, on: IsoDate): Page {
  const draft = documentsOf(workspace, on).get(INDEX)?.() ?? null;
  if (draft === null) throw new Error('no list');
  return { name: `${draft.page}, ${of}`, html: () => htmlOf(draft.page, draft.view), isDocument: false };
}

/** A county's page, of schools that are told apart by where they are. */
function countyPageOf(
  of: string,
  workspaces: readonly Workspace[],
  on: IsoDate,
  broken: readonly CountySchool[] = [],
): Page {
  const html = (): string => {
    const looked = workspaces.map((workspace, index) => {
      const found = diagnose({ state: 'ready', workspace }, { level: 'draft', on });
      // From the third on they are seen through a submission.
      const submission = index < 2 ? null : { on, strands: [...workspace.programme.strands.keys()].slice(0, 2) };
      const seenIn = submission === null ? 'workspace' : 'submission';
      const asked = { path: `schools/${index + 1}`, level: 'draft', on, seenIn, submission } as const;
      return schoolFacts({ state: 'ready', workspace }, found, asked);
    });
    const view = countyPageView(figuresOf(inOrder([...looked, ...broken]), { within: 'P3Y', smallestGroup: 2 }));
    const fingerprint = (text: string): string => files.fingerprint(new TextEncoder().encode(text));
    return countyPage(templatesWith(), fonts(), fingerprint)(view, DIGEST);
  };
  return { name: `county, ${of}`, html, isDocument: false };
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
