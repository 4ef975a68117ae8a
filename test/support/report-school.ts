import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import type { Asset, Entry } from '../../src/model/listing.ts';
import { files } from '../../src/shell/files.ts';
import { assemble } from '../../src/workspace/assemble.ts';
import { READING_LIST } from '../../src/workspace/layout.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
const SHIPPED = new URL('../../templates/programmes/', import.meta.url);

/** Texts by path; null takes a file away. */
export type Over = { readonly [path: string]: string | null };

/** An example with files laid over it. */
export function example(name: string, over: Over = {}): Workspace {
  const { entries, assets } = files.list(`${EXAMPLES}${name}`, READING_LIST);
  return workspaceOf(entries, over, assets);
}

/** A workspace of files alone. */
function schoolWith(texts: Over): Workspace {
  return workspaceOf(new Map(), texts, new Map());
}

function workspaceOf(entries: ReadonlyMap<string, Entry>, over: Over, assets: ReadonlyMap<string, Asset>): Workspace {
  const all = new Map(entries);
  for (const [path, text] of Object.entries(over)) {
    if (text === null) all.delete(path);
    else all.set(path, { kind: 'text', text });
  }
  const shipped = readdirSync(SHIPPED).map((file): [string, string] => [
    file.replace('.yaml', ''),
    readFileSync(new URL(file, SHIPPED), 'utf8'),
  ]);
  const assembly = assemble({ entries: all, assets }, new Map(shipped));
  if (assembly.state !== 'ready') throw new Error(assembly.problems.map(({ message }) => message).join(' '));
  return assembly.workspace;
}

/** How large a school to make up, and what its texts say. */
export interface Size {
  readonly strands: number;
  readonly elements: number;
  readonly actions?: number;
  /** Makes a title of a kind and a number. */
  readonly title?: (what: string, number: number) => string;
  readonly school?: string;
  readonly over?: Over;
}

const LONG = 'which nobody who has to read it aloud would ever have thought of giving to anything';

/** A long title, as nobody would give one. */
export const longTitle = (what: string, number: number): string => `The ${number}th ${what} of all, ${LONG}`;

const SCALE = [
  { id: 'none', title: 'Nothing yet', letter: 'N', colour: '#7a1f1f', needsAction: true },
  { id: 'some', title: 'Something', letter: 'S', colour: '#ffd166', needsAction: true },
  { id: 'much', title: 'Much', letter: 'M', colour: '#8ecae6' },
  { id: 'all', title: 'All of it', letter: 'AA', colour: '#023047' },
];

/** A school with a programme of its own, a grid of two years in which much has moved, and a plan that is late. */
export function madeUpSchool({
  strands,
  elements,
  actions = 12,
  title = plainTitle,
  school,
  over = {},
}: Size): Workspace {
  const ids = (what: string, count: number): readonly string[] =>
    Array.from({ length: count }, (_, index) => `${what}-${index + 1}`);
  const [strandIds, elementIds] = [ids('strand', strands), ids('element', elements)];
  const grid = (year: string, shift: number) => ({
    year,
    completed: `${year.slice(0, 4)}-11-02`,
    cells: Object.fromEntries(
      elementIds.map((element, row) => [
        element,
        Object.fromEntries(
          strandIds.map((strand, column) => [strand, SCALE[(row * 3 + column * 5 + shift * (row + 1)) % 4]?.id]),
        ),
      ]),
    ),
  });
  const texts: { [path: string]: unknown } = {
    'lem.yaml': { format: 1, programme: 'made-up', school: { name: school ?? title('school', 1) } },
    'programme.yaml': {
      format: 1,
      id: 'made-up',
      title: title('programme', 1),
      team: 'Library service',
      schoolYear: { starts: '09-01' },
      strands: strandIds.map((id, index) => ({
        id,
        title: title('strand', index + 1),
        badge: title('badge', index + 1),
      })),
      scale: SCALE,
      notApplicable: { id: 'out', title: 'Out of scope', letter: '–', colour: '#5f6368' },
      rollUp: 'median',
      elements: elementIds.map((id, index) => ({
        id,
        title: title('element', index + 1),
        statements: [1, 2].map((number) => ({ id: `${id}.${number}`, text: title('statement', number) })),
      })),
      referenceGroup: { groups: [{ id: 'heads', title: title('group', 1) }], mustInclude: ['heads'] },
      requirements: [{ kind: 'reference-group' }, { kind: 'goals-achieved' }, { kind: 'evidence-live', within: 'P3Y' }],
      mark: { title: title('mark', 1), window: 'P3Y' },
      visits: { perYear: 1, auditBefore: 'P14D' },
    },
    'grid/2024-25.yaml': grid('2024-25', 0),
    'grid/2025-26.yaml': grid('2025-26', 1),
    'reference-group.yaml': { members: [{ name: title('member', 1), represents: 'heads' }] },
    'awards.yaml': { visits: [] },
    'calendar.yaml': { visits: [{ date: '2026-06-25', kind: 'accreditation', strands: strandIds }] },
  };
  for (let number = 1; number <= actions; number++)
    texts[`plan/action-${number}.yaml`] = {
      title: title('action', number),
      strands: [strandIds[number % strands]],
      elements: [elementIds[number % elements]],
      lead: title('lead', number),
      due: number % 3 === 0 ? '2026-05-01' : '2026-10-01',
      status: 'in-progress',
    };
  const written = Object.entries(texts).map(([path, value]): [string, string] => [path, stringify(value)]);
  return schoolWith({ ...Object.fromEntries(written), ...over });
}

function plainTitle(what: string, number: number): string {
  return `${what.charAt(0).toUpperCase()}${what.slice(1)} ${number}`;
}
