import fc from 'fast-check';
import { stringify } from 'yaml';
import { covers, uncoveredCells } from '../../src/facts/coverage.ts';
import { gridFacts } from '../../src/facts/grid.ts';
import { type Looked, type Priorities, type PriorityCell, priorities } from '../../src/facts/priorities.ts';
import { seen } from '../../src/model/known.ts';
import { needsAction } from '../../src/model/programme.ts';
import { assemble } from '../../src/workspace/assemble.ts';
import { isOpen } from '../../src/workspace/select.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { programme } from '../support/programmes.ts';
import { type Overlay, SHIPPED, soundWorkspace } from '../support/sound-workspace.ts';

const YEAR = '2026-27';
const BEFORE = '2025-26';
const lem5 = programme('lem-5');
const STRANDS = [...lem5.strands.keys()];
const ELEMENTS = [...lem5.elements.keys()];
const [e1 = '', e2 = '', e3 = ''] = ELEMENTS;

type Cells = { readonly [element: string]: { readonly [strand: string]: string } };

/** A school with these grids and actions and no others. */
function school(now: Cells, before: Cells | null = null, plan: Overlay = {}, more: Overlay = {}): Workspace {
  const assembly = assemble(
    soundWorkspace({
      'plan/new-books.yaml': null,
      'plan/family-evening.yaml': null,
      ...plan,
      [`grid/${YEAR}.yaml`]: stringify({ year: YEAR, cells: now }),
      ...(before === null ? {} : { [`grid/${BEFORE}.yaml`]: stringify({ year: BEFORE, cells: before }) }),
      ...more,
    }),
    SHIPPED,
  );
  if (assembly.state !== 'ready') throw new Error('the school is not sound');
  return assembly.workspace;
}

function action(strands: readonly string[], elements: readonly string[], status = 'planned'): string {
  return stringify({ title: 'An action', strands, elements, status });
}

/** Each priority as its cells: `race in pupil-involvement`, in turn. */
function told({ priorities: found }: Priorities): readonly (readonly string[])[] {
  return found.map(({ cells }) => cells.map(({ element, strand }) => `${strand} in ${element}`));
}

describe('priorities', () => {
  test('are cells that call for an action and have none open, the worst first', () => {
    const workspace = school({ [e1]: { race: 'amber' }, [e2]: { gender: 'red' }, [e3]: { disability: 'green' } });
    expect(told(priorities(workspace, YEAR))).toEqual([[`gender in ${e2}`], [`race in ${e1}`]]);
  });

  test('put what was no better last year before what was', () => {
    const workspace = school(
      { [e1]: { race: 'amber' }, [e2]: { gender: 'amber' }, [e3]: { disability: 'amber' } },
      { [e1]: { race: 'red' }, [e2]: { gender: 'amber' }, [e3]: { disability: 'green' } },
    );
    const found = priorities(workspace, YEAR);
    expect(told(found)).toEqual([[`gender in ${e2}`], [`disability in ${e3}`], [`race in ${e1}`]]);
    expect(found.priorities.map(({ cells }) => cells.map(({ before, stuck }) => [before?.rating, stuck]))).toEqual([
      [['amber', true]],
      [['green', true]],
      [['red', false]],
    ]);
  });

  test('do not take what did not apply, or was not rated, for better or worse', () => {
    const workspace = school({ [e1]: { race: 'red', gender: 'red' } }, { [e1]: { race: 'not-applicable' } });
    const [first] = priorities(workspace, YEAR).priorities;
    expect(first?.cells.map(({ before, stuck }) => [before?.rating, stuck])).toEqual([
      ['not-applicable', false],
      [undefined, false],
    ]);
  });

  test('take one element across strands, or one strand across elements, whichever has more cells', () => {
    const workspace = school({
      [e1]: { race: 'red', gender: 'red', disability: 'red' },
      [e2]: { gender: 'red' },
      [e3]: { race: 'red' },
    });
    expect(told(priorities(workspace, YEAR))).toEqual([
      [`race in ${e1}`, `gender in ${e1}`, `disability in ${e1}`],
      [`gender in ${e2}`],
      [`race in ${e3}`],
    ]);
    const other = school({ [e1]: { race: 'red', gender: 'red' }, [e2]: { race: 'red' }, [e3]: { race: 'red' } });
    expect(told(priorities(other, YEAR))).toEqual([
      [`race in ${e1}`, `race in ${e2}`, `race in ${e3}`],
      [`gender in ${e1}`],
    ]);
  });

  test('leave out what an open action takes up, unless all are asked for', () => {
    const workspace = school({ [e1]: { race: 'amber', gender: 'amber' }, [e2]: { disability: 'amber' } }, null, {
      'plan/open.yaml': action(['race'], [e1]),
      'plan/done.yaml': action(['gender'], [], 'complete'),
    });
    expect(told(priorities(workspace, YEAR))).toEqual([[`gender in ${e1}`], [`disability in ${e2}`]]);
    expect(told(priorities(workspace, YEAR, { all: true }))).toEqual([
      [`gender in ${e1}`],
      [`disability in ${e2}`],
      [`race in ${e1}`],
    ]);
  });

  test('look at the strands and elements that were asked for', () => {
    const row = { race: 'red', gender: 'red' };
    const workspace = school({ [e1]: row, [e2]: row });
    expect(told(priorities(workspace, YEAR, { strands: ['gender'] }))).toEqual([
      [`gender in ${e1}`, `gender in ${e2}`],
    ]);
    expect(told(priorities(workspace, YEAR, { elements: [e2] }))).toEqual([[`race in ${e2}`, `gender in ${e2}`]]);
  });

  test('name the statements that the audit judged worst for the strand', () => {
    const judgements = {
      [`${e1}.1`]: { rating: 'green', strands: { race: 'red' } },
      [`${e1}.2`]: { rating: 'amber' },
      [`${e1}.3`]: { rating: 'red', strands: { race: 'green' } },
    };
    const workspace = school(
      { [e1]: { race: 'red', gender: 'red' }, [e2]: { race: 'amber' } },
      null,
      {},
      {
        [`audit/${YEAR}/${e1}.yaml`]: stringify({ element: e1, status: 'draft', judgements }),
      },
    );
    const cells = priorities(workspace, YEAR).priorities.flatMap((each) => each.cells);
    expect(cells.map(({ weakest }) => weakest)).toEqual([
      [{ statement: `${e1}.1`, rating: 'red' }],
      [{ statement: `${e1}.3`, rating: 'red' }],
      [],
    ]);
  });

  test('have at most five cells, or an element across all strands', () => {
    const all = Object.fromEntries(ELEMENTS.map((id) => [id, { race: 'red' }]));
    expect(priorities(school(all), YEAR).priorities.map(({ cells }) => cells.length)).toEqual([5, 5]);
    const row = school({ [e1]: Object.fromEntries(STRANDS.map((id) => [id, 'red'])) });
    expect(priorities(row, YEAR).priorities.map(({ elements }) => elements)).toEqual([[e1]]);
  });

  test('say how many cells have no rating', () => {
    expect(priorities(school({ [e1]: { race: 'red' } }), YEAR).unrated).toBe(49);
  });
});

describe('whatever the grid and the plan', () => {
  const rating = fc.constantFrom('red', 'amber', 'green', 'not-applicable');
  const some = (ids: readonly string[]) => fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 3 });
  const cells = fc.dictionary(
    fc.constantFrom(...ELEMENTS),
    fc.dictionary(fc.constantFrom(...STRANDS), rating, { maxKeys: STRANDS.length }),
    { maxKeys: ELEMENTS.length },
  );
  const plans = fc.array(
    fc.tuple(some(STRANDS), some(ELEMENTS), fc.constantFrom('planned', 'in-progress', 'complete')),
    {
      maxLength: 4,
    },
  );
  const made = fc
    .tuple(cells, fc.option(cells), plans)
    .map(([now, before, plan]) =>
      school(
        now,
        before,
        Object.fromEntries(
          plan.map(([strands, elements, status], at) => [`plan/a${at}.yaml`, action(strands, elements, status)]),
        ),
      ),
    );
  const looked: fc.Arbitrary<Looked> = fc.record({
    strands: some(STRANDS),
    elements: some(ELEMENTS),
    all: fc.boolean(),
  });
  const all = ({ priorities: found }: Priorities): readonly PriorityCell[] => found.flatMap((each) => each.cells);
  const key = ({ element, strand }: { readonly element: string; readonly strand: string }): string =>
    `${element} ${strand}`;

  test('every cell without an open action stands in one priority, and no other cell in any', () => {
    fc.assert(
      fc.property(made, (workspace) => {
        const found = all(priorities(workspace, YEAR)).map(key);
        expect([...found].sort()).toEqual(uncoveredCells(workspace, YEAR).map(key).sort());
      }),
    );
  });

  test('with all, so does every cell that calls for an action', () => {
    fc.assert(
      fc.property(made, (workspace) => {
        const found = all(priorities(workspace, YEAR, { all: true })).map(key);
        const wanted = gridFacts(workspace, YEAR).cells.filter(
          ({ rating: word }) => word !== null && needsAction(lem5, word),
        );
        expect([...found].sort()).toEqual(wanted.map(key).sort());
      }),
    );
  });

  test('an action for a priority covers its cells, and then they are no longer suggested', () => {
    fc.assert(
      fc.property(made, looked, (workspace, options) => {
        for (const { strands, elements, cells: taken } of priorities(workspace, YEAR, options).priorities) {
          const planned = { title: 'It', strands, elements, status: 'planned' } as const;
          expect(taken.length).toBe(strands.length * elements.length);
          expect(Math.min(strands.length, elements.length)).toBe(1);
          expect(taken.every(({ element, strand }) => covers(planned, element, strand))).toBe(true);
          const actions = new Map([
            ...workspace.actions,
            ['it', { state: 'known', file: 'plan/it.yaml', value: planned }] as const,
          ]);
          const after = all(priorities({ ...workspace, actions }, YEAR)).map(key);
          expect(after.filter((each) => taken.map(key).includes(each))).toEqual([]);
        }
      }),
    );
  });

  test('a priority’s cells have one rating, and stand in the programme’s order', () => {
    fc.assert(
      fc.property(made, looked, (workspace, options) => {
        const order = gridFacts(workspace, YEAR).cells.map(key);
        for (const { rating: word, cells: taken } of priorities(workspace, YEAR, options).priorities) {
          expect(new Set(taken.map((cell) => cell.rating))).toEqual(new Set([word]));
          const places = taken.map((cell) => order.indexOf(key(cell)));
          expect(places).toEqual([...places].sort((a, b) => a - b));
        }
      }),
    );
  });

  test('no priority comes after one of a better rating', () => {
    fc.assert(
      fc.property(made, looked, (workspace, options) => {
        const ranks = priorities(workspace, YEAR, options).priorities.map(
          ({ rating: word }) => lem5.ranks.get(word) ?? -1,
        );
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      }),
    );
  });

  test('what an open action takes up is suggested only with all, and said to be', () => {
    fc.assert(
      fc.property(made, looked, (workspace, options) => {
        const open = [...workspace.actions.values()].flatMap((known) => seen(known) ?? []).filter(isOpen);
        for (const { element, strand, covered } of all(priorities(workspace, YEAR, options))) {
          expect(covered).toBe(open.some((each) => covers(each, element, strand)));
          if (covered) expect(options.all).toBe(true);
        }
      }),
    );
  });

  test('the order of files and keys does not matter', () => {
    fc.assert(
      fc.property(made, looked, (workspace, options) => {
        const turned = <T>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> => new Map([...map].reverse());
        const grids = [...workspace.grids].reverse().map(([year, known]) => {
          if (known.state !== 'known') throw new Error('the grid is sound');
          const rows = Object.entries(known.value.cells ?? {}).reverse();
          const turnedRows = rows.map(([id, row]) => [id, Object.fromEntries(Object.entries(row).reverse())]);
          return [year, { ...known, value: { ...known.value, cells: Object.fromEntries(turnedRows) } }] as const;
        });
        const other = {
          ...workspace,
          actions: turned(workspace.actions),
          grids: new Map(grids),
          audits: turned(workspace.audits),
        };
        expect(priorities(other, YEAR, options)).toEqual(priorities(workspace, YEAR, options));
      }),
    );
  });
});
