import { type IsoDate, inWords } from '../model/calendar.ts';
import { seen } from '../model/known.ts';
import { needsAction, ratingShown } from '../model/programme.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { yamlBlock } from '../source/yaml-block.ts';
import { yamlText } from '../source/yaml-text.ts';
import { carried } from './carried.ts';
import { EDITOR_SCHEMAS } from './layout.ts';
import { actionsFor, isOpen, type NamedAction } from './select.ts';
import type { Workspace } from './workspace.ts';

/** A drafted summary, how many actions it reports on, and the ids of those that say no outcome to claim. */
export interface DraftedSummary {
  readonly content: string;
  readonly actions: number;
  readonly left: readonly string[];
}

/**
 * Drafts an Accreditation Summary (step 6) from what the workspace says already: the strand's complete actions, what
 * each called success and what came of it. What only people can say is left empty, with what is known beside it.
 * @param strand an id of the programme
 * @returns YAML that holds against the schema whatever the workspace's texts contain
 */
export function draftSummary(workspace: Workspace, strand: string, year: SchoolYear, on: IsoDate): DraftedSummary {
  const { actions } = actionsFor(workspace, strand);
  const complete = actions
    .filter(({ action }) => action.status === 'complete' && (action.completed ?? on) <= on)
    .sort(byCompletion);
  const open = actions.filter(({ action }) => isOpen(action));
  const claimed = complete.filter(({ action }) => filled(action.outcome));
  const badge = workspace.programme.strands.get(strand)?.badge ?? strand;
  const lines = [
    `# yaml-language-server: $schema=../../${EDITOR_SCHEMAS}/summary.json`,
    ...comment(
      `The Accreditation Summary for the ${badge}, ${year}, drafted on ${inWords(on)} from the plan, the grid and the evidence. Reword whatever does not sound like your school. Long texts take Markdown: paragraphs, lists, *emphasis* and links. No names of pupils.`,
    ),
    `strand: ${yamlText(strand)}`,
    'status: draft  # final once it is agreed',
    '',
    ...comment('What you set out to achieve, and why. To begin with: each complete action and what it called success.'),
    ...(complete.length === 0 ? ['goals:'] : [`goals: ${yamlBlock(complete.map(goalOf).join('\n'), 2)}`]),
    '',
    ...comment('The actions this summary reports on: those of the strand that are complete.'),
    ...list(
      'actions',
      complete.map(({ id }) => yamlText(id)),
    ),
    '',
    ...comment(
      'What changed: one claim for each thing, with the evidence that shows it. Best are a measure and a voice.',
    ),
    ...left(complete, claimed),
    ...list('outcomes', claimed.map(claimOf)),
    '',
    ...comment('What pupils said, and what you heard between the lines. Without names.'),
    ...prompts('Pupils’ voices in the evidence:', voices(workspace, strand)),
    'pupilVoice:',
    '',
    ...comment('How it will last: who carries it on, what is written down, what is checked and when.'),
    'embedding:',
    '',
    ...comment('What comes next.'),
    ...prompts(
      'Still open in the plan:',
      open.map(
        ({ id, action }) => `${id}: ${action.title}${action.due === undefined ? '' : ` (due ${inWords(action.due)})`}`,
      ),
    ),
    ...prompts(`Rated to act on in the grid of ${year}:`, toActOn(workspace, strand, year)),
    'next:',
    '',
    ...comment('Who signed, and when, such as { by: Headteacher, on: 2026-06-03 }.'),
    'signed: []',
  ];
  return {
    content: `${lines.join('\n')}\n`,
    actions: complete.length,
    left: complete.filter((each) => !claimed.includes(each)).map(({ id }) => id),
  };
}

function byCompletion(a: NamedAction, b: NamedAction): number {
  const [first, second] = [a.action.completed ?? '', b.action.completed ?? ''];
  return first < second ? -1 : first > second ? 1 : a.id < b.id ? -1 : 1;
}

function goalOf({ action: { title, success } }: NamedAction): string {
  const text = filled(success) ? `${oneLine(title)}: ${oneLine(success)}` : oneLine(title);
  return `- ${text}`;
}

function claimOf({ action: { outcome = '', evidence = [] } }: NamedAction): string {
  const claim = `claim: ${yamlBlock(outcome, 6)}`;
  return evidence.length === 0
    ? claim
    : `${claim}\n    evidence:\n${evidence.map((id) => `      - ${yamlText(id)}`).join('\n')}`;
}

function left(complete: readonly NamedAction[], claimed: readonly NamedAction[]): readonly string[] {
  return prompts(
    'Complete, but without an outcome to claim yet:',
    complete.filter((each) => !claimed.includes(each)).map(({ id }) => id),
  );
}

function voices(workspace: Workspace, strand: string): readonly string[] {
  return [...workspace.evidence].flatMap(([id, known]) => {
    const item = seen(known);
    return item?.kind === 'pupil-voice' && item.strands?.includes(strand) ? [`${id}: ${item.title}`] : [];
  });
}

function toActOn(workspace: Workspace, strand: string, year: SchoolYear): readonly string[] {
  const { programme } = workspace;
  const cells = seen(carried(workspace).grids.get(year))?.cells ?? {};
  return [...programme.elements.values()].flatMap(({ id, title }) => {
    const row = Object.hasOwn(cells, id) ? cells[id] : undefined;
    const cell = row !== undefined && Object.hasOwn(row, strand) ? row[strand] : undefined;
    const word = typeof cell === 'string' ? cell : cell?.rating;
    return word !== undefined && needsAction(programme, word)
      ? [`${title}: ${ratingShown(programme, word)?.title ?? word}`]
      : [];
  });
}

function list(key: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [`${key}: []`] : [`${key}:`, ...items.map((item) => `  - ${item}`)];
}

/** A heading and a line for each thing to think of, as comments; nothing where there is none. */
function prompts(heading: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`# ${heading}`, ...items.map((item) => `#   ${oneLine(item)}`)];
}

const WIDTH = 98;

function comment(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of oneLine(text).split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => `# ${line}`);
}

/** A text without line breaks and without what YAML does not allow in a comment. */
function oneLine(text: string): string {
  return text
    .replace(/[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

function filled(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}
