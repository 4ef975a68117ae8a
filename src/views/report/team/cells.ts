import type { AskedCell, AskedStatement } from '../../../facts/cells-to-ask.ts';
import { inWords } from '../../../model/calendar.ts';
import { concerns, type Programme, ratingShown } from '../../../model/programme.ts';
import { type RatingShown, ratingOf } from '../../summary/grid.ts';
import type { Ref } from './evidence.ts';

/** A stop of a suggested walk. */
export interface StopShown {
  readonly element: string;
  readonly rating: RatingShown | null;
  /** What to look for, as the programme’s statements have it. */
  readonly look: readonly string[];
  /** What the school says can be seen. */
  readonly sights: readonly Ref[];
}

/** An element to ask about, and room for what is said. */
export interface AskedShown {
  readonly anchor: string;
  readonly element: string;
  readonly rating: RatingShown;
  /** Who judged it, to be met; empty where nobody is named. */
  readonly judges: readonly string[];
  /** The school’s reason for the rating, in Markdown; null where it gave none. */
  readonly because: string | null;
  readonly questions: readonly QuestionAsked[];
  /** What can’t be told, because a file can’t be read; null where all can. */
  readonly untold: string | null;
}

/** A question: what it quotes, what it asks, and what the school says of it. */
export interface QuestionAsked {
  readonly quoted: string;
  readonly asks: string;
  /** Markdown; null where the school says nothing. */
  readonly because: string | null;
  readonly evidence: readonly Ref[];
}

/** More of a cell would not be asked in a visit. */
const MOST = 3;
const MOST_ACTIONS = 2;
type Refs = (ids: readonly string[]) => readonly Ref[];

/** A walk through what can be seen: of each element that calls for an action, or of which the school shows something. */
export function walkShown(
  programme: Programme,
  strand: string,
  cells: readonly AskedCell[],
  refs: Refs,
): readonly StopShown[] {
  return cells
    .filter(({ isPressing, sights }) => isPressing || sights.length > 0)
    .map(({ element, rating, isPressing, statements, sights }) => ({
      element: programme.elements.get(element)?.title ?? element,
      rating: ratingOf(programme, rating),
      look: isPressing ? looked(programme, strand, element, statements) : [],
      sights: refs(sights),
    }));
}

/** The statements judged worst; where the audit judged none that calls for an action, those of the element. */
function looked(
  { statements, elements }: Programme,
  strand: string,
  element: string,
  judged: readonly AskedStatement[],
): readonly string[] {
  const texts =
    judged.length > 0
      ? judged.map(({ id }) => statements.get(id)?.text ?? id)
      : (elements.get(element)?.statements ?? []).flatMap((each) => (concerns(each, strand) ? [each.text] : []));
  return texts.slice(0, MOST);
}

/** The questions of each element whose rating calls for an action. */
export function askedShown(
  programme: Programme,
  strand: string,
  cells: readonly AskedCell[],
  refs: Refs,
): readonly AskedShown[] {
  return cells.flatMap((cell): readonly AskedShown[] => {
    const rating = ratingOf(programme, cell.rating);
    if (!cell.isPressing || rating === null) return [];
    return [
      {
        anchor: `${strand}-ask-${cell.element}`,
        element: programme.elements.get(cell.element)?.title ?? cell.element,
        rating,
        judges: cell.assessors,
        because: cell.because,
        questions: questionsOf(programme, strand, cell, refs),
        untold:
          cell.unreadable.length === 0 ? null : `${cell.unreadable.join(', ')} can’t be read, so there may be more.`,
      },
    ];
  });
}

function questionsOf(programme: Programme, strand: string, cell: AskedCell, refs: Refs): readonly QuestionAsked[] {
  const title = (word: string): string => ratingShown(programme, word)?.title ?? word;
  const shown = cell.statements.slice(0, MOST);
  const statements = shown.map(({ id, rating, because, evidence }) => ({
    quoted: programme.statements.get(id)?.text ?? id,
    asks: `${rating === cell.rating ? '' : `Judged ${title(rating)}. `}${asking(programme, rating, evidence)}`,
    because,
    evidence: refs(evidence),
  }));
  const unjudged =
    shown.length > 0
      ? []
      : looked(programme, strand, cell.element, []).map((quoted) => ({
          quoted,
          asks: 'How far is this so today, and who would say otherwise?',
          because: null,
          evidence: [],
        }));
  const dissent = shown.flatMap(({ id, dissent: voices }) =>
    voices.map(({ who, rating, because }) => ({
      quoted: programme.statements.get(id)?.text ?? id,
      asks: `${who} judged it ${title(rating)}. What became of that view?`,
      because: because ?? null,
      evidence: [],
    })),
  );
  const actions = cell.actions.slice(0, MOST_ACTIONS).map(({ id, action, isOverdue }) => {
    const due = action.due === undefined ? '' : `, due ${inWords(action.due)}`;
    return {
      quoted: `${action.title || id}${action.lead === undefined ? '' : ` (${action.lead})`}${due}`,
      asks: isOverdue ? 'What holds it up?' : 'What has it changed so far, and how is that known?',
      because: null,
      evidence: refs(action.evidence ?? []),
    };
  });
  const none =
    cell.actions.length > 0 || cell.unreadable.length > 0
      ? []
      : [{ quoted: '', asks: 'No open action takes this up. What is planned?', because: null, evidence: [] }];
  return [...statements, ...unjudged, ...dissent, ...actions, ...none];
}

/** What to ask of a statement: of one judged worst what stands in the way, of others what shows it. */
function asking({ ranks }: Programme, rating: string, evidence: readonly string[]): string {
  if (ranks.get(rating) === 0) return 'What stands in the way of this?';
  return evidence.length > 0 ? 'What does the evidence show of this?' : 'How far is this so, and what shows it?';
}
