import type { Block } from '../model/block.ts';
import type { IsoDate } from '../model/calendar.ts';
import { didYouMean } from '../model/nearest.ts';
import { type Outcome, unusable } from '../model/outcome.ts';
import type { PageHead } from '../views/html/page.ts';
import type { PageName } from '../views/html/templates.ts';
import { governorsView } from '../views/report/governors.ts';
import { publicRemarks } from '../views/report/public/remarks.ts';
import { publicView } from '../views/report/public.ts';
import { teamView } from '../views/report/team.ts';
import { unreadRemarks } from '../views/report/unread-remarks.ts';
import { wholeView } from '../views/report/whole.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { World } from '../world.ts';
import { type Command, flag, type Input, ON_OPTION, text } from './command.ts';
import { type Format, formatsOf } from './documents/formats.ts';
import { COVER_OPTION, OUT_OPTION, produce } from './documents/produce.ts';
import { openHere } from './load.ts';

/** A report: its page, what it shows, and what it is written as where nothing is said. */
interface Report {
  /** What it is called in a list. */
  readonly title: string;
  readonly page: PageName;
  readonly view: (workspace: Workspace, on: IsoDate) => PageHead;
  readonly usual: readonly Format[];
  /** Whether it is one side of paper, which a cover would be in the way of. */
  readonly isOneSide?: boolean;
  /** What to say of it besides. */
  readonly remarks?: (workspace: Workspace, on: IsoDate) => readonly Block[];
}

/** The report for everybody. */
export const WHOLE: Report = { title: 'The whole workspace', page: 'report', view: wholeView, usual: ['html'] };

/** The reports for somebody in particular, by the word after --for. */
export const READERS: { readonly [reader: string]: Report } = {
  governors: {
    title: 'Report to governors',
    page: 'governors',
    view: governorsView,
    usual: ['html', 'pdf'],
    isOneSide: true,
  },
  team: { title: 'Visit pack', page: 'team', view: teamView, usual: ['html', 'pdf'] },
  public: {
    title: 'Equality information and objectives',
    page: 'public',
    view: publicView,
    usual: ['html', 'pdf'],
    remarks: publicRemarks,
  },
};

export const command: Command = {
  summary:
    'A report of the whole workspace in one HTML file that needs no network, or one for governors, the Equality team or the public.',
  options: [
    [
      '--for <reader>',
      'governors (one side of A4), team (a visit pack) or public (equality information and objectives)',
    ],
    ['--format <formats>', 'html, pdf, with commas between (default: html, and with --for also pdf)'],
    COVER_OPTION,
    OUT_OPTION,
    ON_OPTION,
  ],
  examples: [
    ['lem report', 'write build/report.html'],
    ['lem report --for governors', 'one side of A4: build/governors.html and .pdf'],
    ['lem report --for public --format html --out website', 'the yearly equality information, for the website'],
  ],
  run: report,
};

async function report(world: World, input: Input): Promise<Outcome> {
  const reader = text(input, 'for');
  const wanted = reader === undefined ? WHOLE : Object.hasOwn(READERS, reader) ? READERS[reader] : undefined;
  if (wanted === undefined)
    return unusable(`There is no report for ${reader}.`, didYouMean(reader ?? '', Object.keys(READERS)));
  const cover = flag(input, 'cover');
  if (cover && wanted.isOneSide === true)
    return unusable(`The ${wanted.title.toLowerCase()} is one side of A4 and has no cover.`, 'Leave out --cover.');
  const asked = formatsOf(input, ['html', 'pdf'], wanted.usual);
  if ('refusal' in asked) return asked.refusal;
  const here = openHere(world, input);
  if ('refusal' in here) return here.refusal;
  const { root, workspace } = here;
  return produce(world, input, {
    root,
    workspace,
    on: here.on,
    formats: asked.formats,
    drafts: () => {
      const view = wanted.view(workspace, here.on);
      return [{ path: wanted.page, page: wanted.page, view: cover ? { ...view, cover } : view }];
    },
    one: 'report',
    many: 'reports',
    notes: [],
    remarks: [...unreadRemarks(workspace), ...(wanted.remarks?.(workspace, here.on) ?? [])],
  });
}
