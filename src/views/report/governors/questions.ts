import { type Concern, concernsOn } from '../../../facts/concerns.ts';
import type { ListedAction } from '../../../facts/plan-list.ts';
import { count } from '../../../facts/requirements/requirement.ts';
import { type IsoDate, inWords } from '../../../model/calendar.ts';
import { type Programme, ratingShown } from '../../../model/programme.ts';
import type { SchoolYear } from '../../../model/school-year.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import { actionTitle } from './lists.ts';
import { fitted, linesOf, type Setting } from './paper.ts';

/** A question that governors could ask, and the fact it comes from. */
export interface QuestionShown {
  readonly number: number;
  readonly question: string;
  readonly fact: string;
}

const MOST = 3;
const QUESTION: Setting = { size: 10, width: 150, weight: 'bold' };
const FACT: Setting = { size: 8.5, width: 150 };
/** A title within a question. */
const TITLE: Setting = { size: 10, width: 135, weight: 'bold' };

/** Three questions, from the most pressing facts. */
export function questionsShown(workspace: Workspace, year: SchoolYear, on: IsoDate): readonly QuestionShown[] {
  return concernsOn(workspace, year, on)
    .slice(0, MOST)
    .map((concern, index) => {
      const [question, fact] = worded(workspace, concern, on);
      return { number: index + 1, question: fitted(question, QUESTION, 2), fact: fitted(fact, FACT, 1) };
    });
}

/** How high the questions stand, in millimetres. */
export function heightOfQuestions(questions: readonly QuestionShown[]): number {
  return questions.reduce((sum, { question }) => sum + linesOf(question, QUESTION) * 4.8 + 6.1, 12.6);
}

function worded(workspace: Workspace, concern: Concern, on: IsoDate): readonly [question: string, fact: string] {
  const { programme } = workspace;
  const cellsSaid = (cells: readonly { readonly element: string; readonly strand: string }[]): string =>
    named(
      cells.map(({ element, strand }) => cellSaid(programme, element, strand)),
      'cell',
    );
  const actionsSaid = (actions: readonly ListedAction[]): string =>
    named(
      actions.map(({ id }) => `“${actionTitle(workspace, id, on)}”`),
      'action',
    );
  switch (concern.kind) {
    case 'overdue':
      return [
        `What holds up ${actionsSaid(concern.actions)}, and by when will that be put right?`,
        `Due on ${inWords(concern.actions[0]?.action.due ?? on)} and still open.`,
      ];
    case 'unplanned':
      return [
        `Who will take up ${cellsSaid(concern.cells)}, and by when?`,
        `${ratingsOf(programme, concern.cells)}, and no open action takes it up.`,
      ];
    case 'group':
      return ['Who steers this work, and who in the reference group can decide?', concern.message];
    case 'fallen':
      return [
        `What has happened in ${cellsSaid(concern.cells)}, and what follows from it?`,
        `${from(programme, concern.cells[0])} since the grid of ${years(concern.since)}.`,
      ];
    case 'audit':
      return [
        'When will the audit be complete, and who takes part in it?',
        `${concern.open} of ${concern.of} elements are not complete in the audit of ${years(concern.year)}.`,
      ];
    case 'grid':
      return [
        'When will the grid be complete, so that we can see where we stand?',
        `${concern.missing} of ${concern.of} cells have no rating in the grid of ${years(concern.year)}.`,
      ];
    case 'late':
      return [
        'What keeps us from what is due, and who sees to it?',
        `${concern.deadlines[0]?.what ?? ''}, by ${inWords(concern.deadlines[0]?.date ?? on)}.`,
      ];
    case 'stuck':
      return [
        `What will be done differently in ${cellsSaid(concern.cells)}?`,
        `${ratingsOf(programme, concern.cells)}, and no better in the grid of ${years(concern.cells[0]?.before?.year ?? '')}.`,
      ];
    case 'undated':
      return [
        `By when will ${actionsSaid(concern.actions)} be done?`,
        `${count(concern.actions.length, 'open action has', 'open actions have')} no day to be done by.`,
      ];
    case 'unproven':
      return [
        `What difference did ${actionsSaid(concern.actions)} make, and who says so?`,
        `${count(concern.actions.length, 'complete action says', 'complete actions say')} no impact.`,
      ];
    case 'evidence': {
      const [first] = [...concern.items].sort((a, b) => ((a.age?.until ?? '') < (b.age?.until ?? '') ? -1 : 1));
      return [
        'What do we know today of what older evidence showed, and who looks again?',
        `${count(concern.items.length, 'item is', 'items are')} too old or soon will be; the first counts until ${inWords(first?.age?.until ?? on)}.`,
      ];
    }
    case 'raised':
      return [
        `How do we know that ${cellsSaid(concern.cells)} got better, and do pupils and families say so too?`,
        `${count(concern.cells.length, 'rating has', 'ratings have')} risen since the grid of ${years(concern.since)}.`,
      ];
    case 'mark': {
      const { missing, deadline } = concern.mark;
      return [
        'Which badges do we go for next, and is there time for the rest?',
        `${count(missing.length, 'badge is', 'badges are')} still to be awarded, by ${inWords(deadline ?? on)}.`,
      ];
    }
    case 'voice':
      return concern.latest === null
        ? [
            'Whose voices have we not heard yet, and how will we?',
            'No evidence so far is the voice of pupils, families or staff.',
          ]
        : [
            'Whose voices have we not heard yet, and how will we?',
            `The latest voice among the evidence is of ${inWords(concern.latest.date)}.`,
          ];
    case 'decision':
      return [
        'Which decision of ours will rest on this page?',
        concern.completed === null
          ? 'There is no grid yet that the school has agreed.'
          : `The grid was agreed on ${inWords(concern.completed)}.`,
      ];
    case 'dates':
      return [
        'Which of the next dates will a governor take part in?',
        concern.next === null
          ? 'Nothing falls due that the files tell of.'
          : `The next is ${inWords(concern.next.date)}.`,
      ];
  }
}

/** The first of a list, and how many more there are. */
function named(titles: readonly string[], one: string): string {
  const [first = '', ...others] = titles;
  const short = fitted(first, TITLE, 1);
  return others.length === 0 ? short : `${short} and ${count(others.length, `other ${one}`)}`;
}

/** `Learning and Teaching (Disability)`: a comma would come between a question and its cell. */
function cellSaid({ elements, strands }: Programme, element: string, strand: string): string {
  return `${elements.get(element)?.title ?? element} (${strands.get(strand)?.title ?? strand})`;
}

function ratingsOf(programme: Programme, cells: readonly { readonly rating: string }[]): string {
  const [first] = cells;
  const same = cells.filter(({ rating }) => rating === first?.rating).length;
  const title = ratingShown(programme, first?.rating ?? '')?.title ?? '';
  if (cells.length === 1) return `Rated ${title}`;
  return same === cells.length
    ? `All ${same} are rated ${title}`
    : `${same} of these ${cells.length} are rated ${title}`;
}

function from(
  programme: Programme,
  cell: { readonly before: string | null; readonly after: string | null } | undefined,
): string {
  const title = (word: string | null | undefined): string => ratingShown(programme, word ?? '')?.title ?? '';
  return `From ${title(cell?.before)} to ${title(cell?.after)}`;
}

function years(year: SchoolYear): string {
  return year.replace('-', '–');
}
