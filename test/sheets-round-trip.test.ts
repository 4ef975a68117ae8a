import fc from 'fast-check';
import { stringify } from 'yaml';
import type { ActionFile, AuditFile, GridFile, Judgement } from '../src/model/files.generated.ts';
import type { Step } from '../src/model/place.ts';
import type { Programme } from '../src/model/programme.ts';
import { ratingWords } from '../src/model/programme.ts';
import type { Sheet, Table } from '../src/model/sheet.ts';
import { sheets } from '../src/shell/sheets.ts';
import { withValue } from '../src/source/edit-data.ts';
import { csvSheets, csvText } from '../src/source/sheet-csv.ts';
import { assemble } from '../src/workspace/assemble.ts';
import { pathOf } from '../src/workspace/layout.ts';
import { exported } from '../src/workspace/sheets/export.ts';
import type { SheetKind } from '../src/workspace/sheets/fields.ts';
import type { Reading } from '../src/workspace/sheets/gather.ts';
import { layoutOf, missingFrom } from '../src/workspace/sheets/layout.ts';
import { readAudit } from '../src/workspace/sheets/read-audit.ts';
import { readGrid } from '../src/workspace/sheets/read-grid.ts';
import { readPlan } from '../src/workspace/sheets/read-plan.ts';
import type { Workspace } from '../src/workspace/workspace.ts';
import { programme } from './support/programmes.ts';
import { SHIPPED, soundFiles } from './support/sound-workspace.ts';

const YEAR = '2030-31';
const EDITION = programme('lem-5');
const EVIDENCE = ['book-count', 'reading-voices'];

/** Whatever stands in texts that people type, paste and break; what spreadsheets take for something else. */
const PIECES = [
  ...[
    '=',
    '+',
    '-',
    '@',
    "'",
    '"',
    ',',
    ';',
    '\t',
    '\n',
    '\r',
    '\r\n',
    ' ',
    '  ',
    '\u00a0',
    '\ufeff',
    '＝',
    '|',
    '=1+1',
  ],
  ...[
    '007',
    '1e5',
    '2026-10-12',
    '12/10/2026',
    'TRUE',
    '#REF!',
    '1-2',
    '50%',
    '£3',
    '0.1',
    'sep=;',
    '_x000D_',
    '_x',
    '_',
  ],
  ...[
    'é',
    'ß',
    '👩🏽‍🦽',
    'مدرسة',
    '\u202e',
    'word',
    'Amber',
    'constructor',
    '__proto__',
    'null',
    'yes',
    '- item',
    '# a',
  ],
  ...[
    'Race',
    'Learning and Teaching',
    '"quoted"',
    '""',
    "it's",
    '</t>',
    '&amp;',
    '<![CDATA[',
    '\u0001',
    '\u0085',
    '\ud800',
  ],
];
const TEXT = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
  )
  .filter((text) => text.trim() !== '' && !text.includes('\0'));
const LINE = TEXT.map((text) => text.replaceAll(/[\r\n]/g, ' ')).filter((text) => text.trim() !== '');
const DATE = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const RATING = fc.constantFrom(...ratingWords(EDITION));
const some = <T>(each: fc.Arbitrary<T>) => fc.option(each, { nil: undefined });

const JUDGEMENT = fc
  .record({
    rating: some(RATING),
    strands: some(fc.dictionary(fc.constantFrom(...EDITION.strands.keys()), RATING, { noNullPrototype: true })),
    because: some(TEXT),
    evidence: some(fc.subarray(EVIDENCE, { minLength: 1 })),
    dissent: some(
      fc.array(
        fc.record({ who: fc.oneof(LINE, fc.constantFrom('parent', 'governor')), rating: RATING, because: some(TEXT) }),
        { minLength: 1, maxLength: 3 },
      ),
    ),
  })
  .map((judgement) => clean(judgement) as Judgement);
const statements = [...EDITION.statements.keys()];
const JUDGEMENTS = fc.dictionary(fc.constantFrom(...statements.slice(0, 6)), JUDGEMENT, { noNullPrototype: true });
const AUDITS = fc.record({
  judgements: JUDGEMENTS,
  status: fc.constantFrom('draft', 'complete'),
  completed: some(DATE),
  assessors: some(fc.array(TEXT, { minLength: 1, maxLength: 3 })),
});
const CELL = fc.oneof(RATING, fc.record({ rating: RATING, because: TEXT }));
const GRID = fc.record({
  completed: some(DATE),
  cells: fc.dictionary(
    fc.constantFrom(...EDITION.elements.keys()),
    fc.dictionary(fc.constantFrom(...EDITION.strands.keys()), CELL, { noNullPrototype: true, minKeys: 1 }),
    { noNullPrototype: true },
  ),
});
const ACTION = fc.record({
  title: LINE.map((text) => text.slice(0, 100)).filter((text) => text.trim() !== ''),
  strands: fc.subarray([...EDITION.strands.keys()], { minLength: 1 }),
  elements: some(fc.subarray([...EDITION.elements.keys()], { minLength: 1 })),
  improvementPlan: some(TEXT),
  lead: some(TEXT),
  start: some(DATE),
  due: some(DATE),
  status: fc.constantFrom('planned', 'in-progress', 'complete', 'stopped'),
  resources: some(TEXT),
  baseline: some(TEXT),
  success: some(TEXT),
  outcome: some(TEXT),
  impact: some(TEXT),
  evidence: some(fc.subarray(EVIDENCE, { minLength: 1 })),
  completed: some(DATE),
});
const ID = fc
  .stringMatching(/^[a-z0-9]{2,8}(-[a-z0-9]{1,5})?$/)
  .filter((id) => !/^(con|prn|aux|nul|com\d|lpt\d)$/.test(id));
const PLAN = fc.dictionary(ID, ACTION, { noNullPrototype: true, maxKeys: 4 });

type Texts = { readonly [path: string]: string };

/** Ways a table goes out and comes in again. */
const WAYS: { readonly [way: string]: (table: Table) => Promise<readonly Sheet[]> } = {
  csv: async (table) => csvSheets(csvText(table).slice(1)).sheets,
  semicolons: async (table) => csvSheets(asSemicolons(table)).sheets,
  xlsx: async (table) => {
    const book = await sheets.open(await sheets.write(table));
    if (book.state !== 'book') throw new Error(JSON.stringify(book));
    return book.sheets;
  },
};

describe.each(Object.keys(WAYS))('%s', (way) => {
  const runs = { numRuns: Number(process.env.RUNS ?? 20) };

  test('an audit comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(AUDITS, async ({ judgements, ...whole }) => {
        const files: { [path: string]: unknown } = {};
        for (const [id, judgement] of Object.entries(judgements)) {
          const element = elementOf(EDITION, id);
          const path = pathOf.audit(YEAR, element);
          const before = (files[path] ?? { element, ...clean(whole), judgements: {} }) as AuditFile;
          const kept = {
            ...judgement,
            ...(judgement.strands && Object.keys(judgement.strands).length === 0 ? { strands: undefined } : {}),
          };
          files[path] = {
            ...before,
            judgements: { ...before.judgements, ...(Object.keys(clean(kept)).length > 0 ? { [id]: clean(kept) } : {}) },
          };
        }
        await comesBack('audit', files, way, (data, path) => ({
          element: path.split('/')[2]?.replace('.yaml', ''),
          judgements: {},
          ...data,
        }));
      }),
      runs,
    );
  });

  test('a grid comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(GRID, async (grid) => {
        const file = { year: YEAR, ...clean(grid) } as unknown as GridFile;
        await comesBack('grid', { [pathOf.grid(YEAR)]: file }, way, (data) => ({ year: YEAR, cells: {}, ...data }));
      }),
      runs,
    );
  });

  test('a plan comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(PLAN, async (plan) => {
        const files = Object.fromEntries(
          Object.entries(plan).map(([id, action]) => [pathOf.action(id), clean(action)]),
        );
        await comesBack('plan', files as { [path: string]: ActionFile }, way, (data) => data);
      }),
      runs,
    );
  });
});

/** Holds that what is exported changes nothing where it comes from, and gives the same data where there is none yet. */
async function comesBack(
  kind: SheetKind,
  files: { readonly [path: string]: unknown },
  way: string,
  whole: (data: object, path: string) => object,
): Promise<void> {
  const texts = Object.fromEntries(
    Object.entries(files).map(([path, data]) => [path, stringify(data, { aliasDuplicateObjects: false })]),
  );
  const full = workspaceWith(texts);
  expect(full.problems).toEqual([]);
  const { table, leftOut } = exported(full, kind, YEAR);
  expect(leftOut).toEqual([]);
  const read = (await WAYS[way]?.(table)) ?? [];
  expect(reading(full, kind, read)).toMatchObject({ faults: [], settings: [] });
  const { faults, settings } = reading(workspaceWith({}), kind, read);
  expect(faults).toEqual([]);
  const made: { [path: string]: object } = {};
  for (const { file, path, value } of settings)
    made[file] = withValue(made[file] ?? {}, path as readonly Step[], value) as object;
  for (const path of Object.keys(files))
    expect(whole(made[path] ?? {}, path)).toEqual(lineEnds(full.sources.get(path)?.data));
  expect(Object.keys(made).filter((path) => !Object.hasOwn(files, path))).toEqual([]);
}

function reading(workspace: Workspace, kind: SheetKind, read: readonly Sheet[]): Reading {
  const layout = layoutOf(read, kind, EDITION, []);
  if (layout === null) throw new Error('no columns are known');
  expect(missingFrom(layout, kind)).toEqual([]);
  expect(layout.leftOut).toEqual([]);
  if (kind === 'plan') return readPlan(workspace, layout);
  return kind === 'audit' ? readAudit(workspace, layout, YEAR) : readGrid(workspace, layout, YEAR);
}

/** A workspace with evidence, whose audit, grid and plan of the year are those given. */
function workspaceWith(texts: Texts): Workspace {
  const kept = Object.entries(soundFiles()).filter(([path]) => /^(lem|evidence)/.test(path) && path.endsWith('.yaml'));
  const entries = new Map(
    [...kept, ...Object.entries(texts)].map(([path, text]) => [path, { kind: 'text', text } as const]),
  );
  const assembly = assemble({ entries, assets: new Map() }, SHIPPED);
  if (assembly.state !== 'ready') throw new Error(JSON.stringify(assembly.problems));
  return assembly.workspace;
}

/** As Excel writes CSV where the comma is for decimals, with every line end as on Windows. */
function asSemicolons({ columns, rows }: Table): string {
  const commas = csvSheets(csvText({ name: '', columns, rows }).slice(1)).sheets[0];
  const cell = (text: unknown): string => `"${String(text).replaceAll('"', '""')}"`;
  return `${(commas?.rows ?? []).map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

function elementOf({ elements }: Programme, statement: string): string {
  return [...elements.values()].find((each) => each.statements.some(({ id }) => id === statement))?.id ?? '';
}

/** Without what is left out. */
function clean(value: object): object {
  return JSON.parse(JSON.stringify(value)) as object;
}

function lineEnds(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll(/\\r\\n|\\r/g, '\\n'));
}
