import type { Plain } from '../../model/edit.ts';
import { idFrom, isId } from '../../model/id-from.ts';
import { seen } from '../../model/known.ts';
import { schemaAt } from '../../source/schema-at.ts';
import { pathOf } from '../layout.ts';
import type { Workspace } from '../workspace.ts';
import { FIELDS } from './fields.ts';
import { type Gathering, gathering, type Reading } from './gather.ts';
import type { Layout } from './layout.ts';
import { plain, short } from './plain.ts';
import { type Cell, type Row, rowsOf } from './rows.ts';
import { ACTION_STATUS, dateIn, idsIn, statusIn } from './values.ts';
import { elementsOf, evidenceOf, evidenceWords, type Lexicon, strandsOf } from './words.ts';

const { maxLength: LONGEST_TITLE = 200 } = (schemaAt('action', ['title']) ?? {}) as { readonly maxLength?: number };
const KEYS = FIELDS.plan.map(({ key }) => key).filter((key) => key !== 'id');

/** Reads a plan: a row for an action, known by its id or else by its title. One that is not known is a new one. */
export function readPlan(workspace: Workspace, layout: Layout): Reading {
  const { rows, faults } = rowsOf(layout);
  const gathered = gathering(workspace, faults);
  const items = evidenceWords(workspace);
  const titles = new Map<string, string[]>();
  for (const [id, action] of workspace.actions) {
    const name = named(seen(action)?.title ?? id);
    titles.set(name, [...(titles.get(name) ?? []), id]);
  }
  const taken = new Set(workspace.actions.keys());
  for (const row of rows) {
    if (!KEYS.some((key) => row.cells[key] !== undefined)) continue;
    const id = idOf(row, titles, taken, gathered);
    if (id === null) continue;
    taken.add(id);
    actionSays(workspace, items, id, row, gathered);
  }
  return gathered.reading();
}

/**
 * The id of a row's action, or null where it can't be told.
 * @param titles the ids of each title in plain words; that of a new action is added
 * @param taken every id there is
 */
function idOf(
  { row, cells }: Row,
  titles: Map<string, string[]>,
  taken: ReadonlySet<string>,
  gathered: Gathering,
): string | null {
  const { id, title } = cells;
  if (id !== undefined) {
    const written = id.text.trim();
    if (taken.has(written) || isId(written)) return written;
    gathered.fault(id, `“${short(written)}” is no id: write small words joined by hyphens, or leave the cell empty.`);
    return null;
  }
  if (title === undefined) {
    gathered.fault({ row, column: null }, 'This row names no action.');
    return null;
  }
  const [known, ...others] = titles.get(named(title.text)) ?? [];
  if (others.length > 0) {
    gathered.fault(title, 'Several actions have this title: put the id of one into a column Id.');
    return null;
  }
  const found = known ?? idFrom(title.text, 'action', (each) => taken.has(each));
  titles.set(named(title.text), [found]);
  return found;
}

/** A title as it is compared. */
function named(title: string): string {
  return plain(title) || title;
}

function actionSays(
  { programme, actions }: Workspace,
  items: Lexicon,
  id: string,
  { row, cells }: Row,
  gathered: Gathering,
): void {
  const file = actions.get(id)?.file ?? pathOf.action(id);
  const isNew = !actions.has(id);
  const already = (gathered.now(file, 'evidence') ?? []) as readonly string[];
  const values: { readonly [key: string]: (cell: Cell) => Plain | null } = {
    title: (cell) => lineIn(cell, gathered),
    strands: (cell) => idsIn(gathered, cell, (text) => strandsOf(programme, text)),
    elements: (cell) => idsIn(gathered, cell, (text) => elementsOf(programme, text)),
    start: (cell) => dateIn(gathered, cell),
    due: (cell) => dateIn(gathered, cell),
    status: (cell) => statusIn(ACTION_STATUS, gathered, cell),
    evidence: (cell) => idsIn(gathered, cell, (text) => evidenceOf(items, text, already)),
    completed: (cell) => dateIn(gathered, cell),
  };
  const missing = isNew ? ['title', 'strands'].filter((key) => cells[key] === undefined) : [];
  for (const key of missing)
    gathered.fault(
      { row, column: null },
      `“${short(cells.title?.text ?? id)}” is a new action and needs ${key === 'title' ? 'a title' : 'strands'}.`,
    );
  for (const key of KEYS) {
    const cell = cells[key];
    if (cell === undefined) continue;
    const value = values[key] === undefined ? cell.text : values[key](cell);
    if (value !== null) gathered.set(file, [key], value, cell);
  }
  const at = cells.title ?? cells.id;
  if (isNew && cells.status === undefined && at !== undefined) gathered.set(file, ['status'], 'planned', at);
}

function lineIn(cell: Cell, gathered: Gathering): string | null {
  if (cell.text.length <= LONGEST_TITLE) return cell.text;
  gathered.fault(cell, `This title is longer than ${LONGEST_TITLE} characters: put the rest into another column.`);
  return null;
}
