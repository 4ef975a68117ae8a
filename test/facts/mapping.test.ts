import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { AuditFile, GridFile, MappingFile, Visit } from '../../src/model/files.generated.ts';
import { parse } from '../../src/source/parse.ts';
import { validate } from '../../src/source/validate.ts';
import { carryAudits } from '../../src/workspace/carry-audit.ts';
import { carryVisits } from '../../src/workspace/carry-awards.ts';
import { carryGrid } from '../../src/workspace/carry-grid.ts';
import { mappingOf, routeTo, wayFrom } from '../../src/workspace/mapping.ts';
import { circleProblems, mappingProblems } from '../../src/workspace/mapping-problems.ts';
import { programme } from '../support/programmes.ts';

const [lem5, lem6] = [programme('lem-5'), programme('lem-6')];
const FOLDER = new URL('../../templates/mappings/', import.meta.url);
const ELEMENT = 'pupil-involvement';
const shipped = read(readFileSync(new URL('lem-5--lem-6.yaml', FOLDER), 'utf8'));

function read(text: string): MappingFile {
  const { known, problems } = validate('mapping', parse('mapping.yaml', text));
  if (known.state !== 'known') throw new Error(JSON.stringify(problems));
  return known.value;
}

/** A mapping between editions with other strands; everything else is as it was. */
function mapping(strands: MappingFile['strands']): MappingFile {
  return { format: 1, from: 'a', to: 'b', strands };
}

test('the mappings that come with lem are sound, named by their editions, and lead round in no circle', () => {
  const all = readdirSync(FOLDER).map((file) => ({ file, mapping: read(readFileSync(new URL(file, FOLDER), 'utf8')) }));
  expect(all.length).toBeGreaterThan(0);
  for (const { file, mapping } of all) {
    expect(file).toBe(`${mapping.from}--${mapping.to}.yaml`);
    const between = { left: programme(mapping.from), entered: programme(mapping.to) };
    expect(mappingProblems(file, mapping, between)).toEqual([]);
  }
  expect(circleProblems(all)).toEqual([]);
});

describe('a mapping is unsound', () => {
  const between = { left: lem5, entered: lem6 };
  const problems = (change: (strands: MappingFile['strands']) => MappingFile['strands']): readonly string[] =>
    mappingProblems('m.yaml', { ...shipped, strands: change(shipped.strands) }, between).map(
      ({ message, where }) => `${'path' in where ? where.path.join('/') : ''} ${message}`,
    );

  test('with a strand that has no line', () => {
    expect(problems((strands) => strands.filter(({ from }) => from !== 'race'))).toEqual([
      'strands The strand race of lem-5 has no line.',
      'strands The strand race of lem-6 has no line.',
    ]);
  });

  test('with a strand that comes twice', () => {
    expect(problems((strands) => [...strands, { from: 'gender' }])).toEqual([
      'strands/6/from The strand gender is named twice under from.',
    ]);
  });

  test('with a strand that there is not', () => {
    expect(problems((strands) => [...strands, { from: 'faith' }, { to: ['faith'] }])).toEqual([
      'strands/6/from There is no strand faith in lem-5.',
      'strands/7/to/0 There is no strand faith in lem-6.',
    ]);
  });

  test('with several that become several', () => {
    expect(
      problems((strands) => [
        ...strands.filter(({ from }) => from !== 'race' && from !== 'gender'),
        { from: ['race', 'gender'], to: ['race', 'sex'] },
      ]),
    ).toEqual(['strands/4 Several become several here.']);
  });

  test('that leads to itself, or with others round in a circle', () => {
    expect(mappingProblems('m.yaml', { ...shipped, to: 'lem-5' }, { left: null, entered: null })).toHaveLength(1);
    const round = ['a b', 'b c', 'c a', 'c d'].map((pair) => {
      const [from = '', to = ''] = pair.split(' ');
      return { file: `${from}--${to}.yaml`, mapping: { ...mapping([]), from, to } };
    });
    expect(circleProblems(round).map(({ where, message }) => [where.file, message])).toEqual([
      ['a--b.yaml', 'These mappings lead round in a circle: a → b → c → a.'],
      ['b--c.yaml', 'These mappings lead round in a circle: b → c → a → b.'],
      ['c--a.yaml', 'These mappings lead round in a circle: c → a → b → c.'],
    ]);
  });

  test('where an element or a statement has no line, and the other edition has it not', () => {
    const fewer = { ...lem6, elements: new Map([...lem6.elements].filter(([id]) => id !== ELEMENT)) };
    const found = mappingProblems('m.yaml', shipped, { left: lem5, entered: fewer });
    expect(found.map(({ message }) => message)).toEqual([`The element ${ELEMENT} of lem-5 has no line.`]);
    const renamed = { ...shipped, elements: [{ from: ELEMENT }] };
    expect(mappingProblems('m.yaml', renamed, { left: lem5, entered: fewer })).toEqual([]);
  });

  test('where the scales are not the same', () => {
    const file = { ...lem6.file, scale: lem6.file.scale.slice(1) };
    expect(mappingProblems('m.yaml', shipped, { left: lem5, entered: { ...lem6, file } })).toHaveLength(1);
  });
});

test('the shortest way is found over several mappings, and none where there is none', () => {
  const all = ['a b', 'b c', 'c d', 'a c', 'x y'].map((pair) => {
    const [from = '', to = ''] = pair.split(' ');
    return { ...mapping([]), from, to };
  });
  const way = (from: string, to: string): string =>
    wayFrom(from, routeTo(to, all))
      .map((step) => `${step.from}${step.to}`)
      .join(' ');
  expect([way('a', 'd'), way('b', 'd'), way('d', 'a'), way('x', 'd')]).toEqual(['ac cd', 'bc cd', '', '']);
});

describe('a grid', () => {
  const grid = (row: { readonly [strand: string]: string }): GridFile => ({
    year: '2025-26',
    cells: { [ELEMENT]: row },
  });
  const carried = (row: { readonly [strand: string]: string }, strands: MappingFile['strands']): unknown =>
    carryGrid(grid(row), mappingOf(mapping(strands), null), lem5).cells?.[ELEMENT];

  test('is read under new names, split, and joined by the worst', () => {
    expect(carried({ one: 'green' }, [{ from: 'one', to: 'two' }])).toEqual({ two: 'green' });
    expect(carried({ one: 'green' }, [{ from: 'one', to: ['two', 'one'] }])).toEqual({ one: 'green', two: 'green' });
    expect(carried({ one: 'green', two: 'red' }, [{ from: ['one', 'two'], to: 'all' }])).toEqual({ all: 'red' });
    expect(carried({ one: 'not-applicable', two: 'green' }, [{ from: ['one', 'two'], to: 'all' }])).toEqual({
      all: 'green',
    });
  });

  test('has no rating of what is new, has ended, or is joined of a part without one', () => {
    expect(carried({ one: 'green' }, [{ from: 'one', to: 'one' }, { to: 'new' }])).toEqual({ one: 'green' });
    expect(carried({ one: 'green' }, [{ from: 'one' }])).toBeUndefined();
    expect(carried({ one: 'green' }, [{ from: ['one', 'two'], to: 'all' }])).toBeUndefined();
  });

  test('swaps two names', () => {
    expect(
      carried({ one: 'green', two: 'red' }, [
        { from: 'one', to: 'two' },
        { from: 'two', to: 'one' },
      ]),
    ).toEqual({
      one: 'red',
      two: 'green',
    });
  });

  test('goes by what was rated since, in the new words', () => {
    expect(carried({ one: 'green', two: 'red' }, [{ from: 'one', to: 'two' }])).toEqual({ two: 'red' });
  });
});

describe('an audit', () => {
  const audit = (judgements: NonNullable<AuditFile['judgements']>): AuditFile => ({
    element: ELEMENT,
    status: 'complete',
    completed: '2025-10-01',
    judgements,
  });
  const judged = (judgements: NonNullable<AuditFile['judgements']>, file = shipped): unknown => {
    const known = { state: 'known', file: 'a.yaml', value: audit(judgements) } as const;
    const after = carryAudits(new Map([[ELEMENT, known]]), mappingOf(file, lem5), lem6).get(ELEMENT);
    return after?.state === 'known' ? after.value.judgements : after;
  };

  test('judges for all strands only those that there were', () => {
    const because = 'Seen in every class.';
    expect(judged({ [`${ELEMENT}.1`]: { rating: 'amber', strands: { gender: 'green' }, because } })).toEqual({
      [`${ELEMENT}.1`]: {
        strands: {
          race: 'amber',
          sex: 'green',
          disability: 'amber',
          'sexual-orientation-and-gender-reassignment': 'amber',
          'religion-and-belief': 'amber',
        },
        because,
      },
    });
  });

  test('stays as it is where no strand is new', () => {
    const same = mapping([...lem5.strands.keys()].map((id) => ({ from: id, to: id })));
    const judgements = { [`${ELEMENT}.1`]: { rating: 'amber', strands: { gender: 'green' } } };
    expect(judged(judgements, same)).toEqual(judgements);
  });

  test('is found under the new names of its element and statements', () => {
    const file = {
      ...shipped,
      elements: [{ from: ELEMENT, to: 'voice' }],
      statements: [{ from: `${ELEMENT}.2`, to: 'voice.9' }],
    };
    const known = {
      state: 'known',
      file: 'a.yaml',
      value: audit({
        [`${ELEMENT}.1`]: { strands: { race: 'red' } },
        [`${ELEMENT}.2`]: { strands: { race: 'green' } },
      }),
    } as const;
    const after = carryAudits(new Map([[ELEMENT, known]]), mappingOf(file, lem5), lem6).get('voice');
    expect(after).toMatchObject({
      value: {
        element: 'voice',
        status: 'complete',
        judgements: { 'voice.1': { strands: { race: 'red' } }, 'voice.9': { strands: { race: 'green' } } },
      },
    });
  });
});

describe('awards', () => {
  const visit = (date: string, decisions: NonNullable<Visit['decisions']>): Visit => ({
    date,
    kind: 'accreditation',
    decisions,
  });
  const carried = (visits: readonly Visit[], strands: MappingFile['strands']): unknown =>
    carryVisits(
      visits.map((each) => ({ visit: each, edition: 'a' })),
      mappingOf(mapping(strands), null),
    ).map(({ visit: { decisions } }) => decisions);

  test('of joined badges count once all were awarded, and again once all were awarded anew', () => {
    const join = [{ from: ['one', 'two'], to: 'all' }];
    const dates = ['2024-06-01', '2025-06-01', '2026-06-01', '2027-06-01'];
    const visits = ['one', 'two', 'two', 'one'].map((strand, index) =>
      visit(dates[index] ?? '', { [strand]: 'awarded' }),
    );
    expect(carried(visits, join)).toEqual([{}, { all: 'awarded' }, {}, { all: 'awarded' }]);
    expect(carried([...visits].reverse(), join)).toEqual([{ all: 'awarded' }, {}, { all: 'awarded' }, {}]);
  });

  test('of split badges count for each, and of ended ones or where the mapping says so for none', () => {
    expect(carried([visit('2024-06-01', { one: 'awarded' })], [{ from: 'one', to: ['a', 'b'] }])).toEqual([
      { a: 'awarded', b: 'awarded' },
    ]);
    expect(carried([visit('2024-06-01', { one: 'awarded' })], [{ from: 'one' }])).toEqual([{}]);
    expect(carried([visit('2024-06-01', { one: 'awarded' })], [{ from: 'one', to: 'two', awards: 'none' }])).toEqual([
      {},
    ]);
  });

  test('take their reasons with them, and recommendations go with their strands', () => {
    const made: Visit = {
      ...visit('2024-06-01', { one: 'awarded', two: 'not-yet', three: 'not-yet', four: 'awarded' }),
      because: { one: 'One.', two: 'Two.', three: 'Three.', four: 'Four.' },
      notes: 'Warm.',
      recommendations: [
        { text: 'a', strand: 'one' },
        { text: 'b' },
        { text: 'c', strand: 'three' },
        { text: 'd', strand: 'four' },
      ],
      submissions: ['a'.repeat(64)],
    };
    const strands: MappingFile['strands'] = [
      { from: 'one', to: ['x', 'y'] },
      { from: ['two', 'three'], to: 'z' },
      { from: 'four' },
    ];
    const [after] = carryVisits([{ visit: made, edition: 'a' }], mappingOf(mapping(strands), null));
    expect(after?.visit).toEqual({
      ...made,
      decisions: { x: 'awarded', y: 'awarded', z: 'not-yet' },
      because: { x: 'One.', y: 'One.', z: 'Two.\n\nThree.' },
      recommendations: [
        { text: 'a', strand: 'x' },
        { text: 'a', strand: 'y' },
        { text: 'b' },
        { text: 'c', strand: 'z' },
      ],
    });
  });

  test('are all kept on the way from five badges to six', () => {
    const decision = fc.constantFrom('awarded', 'not-yet', 'further-evidence', 'withdrawn');
    const decisions = fc.dictionary(fc.constantFrom(...lem5.strands.keys()), decision);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 10, max: 28 }), decisions), { maxLength: 8 }), (given) => {
        const visits = given.map(([day, of]) => ({
          visit: visit(`2025-06-${day}`, of as NonNullable<Visit['decisions']>),
          edition: 'lem-5',
        }));
        const after = carryVisits(visits, mappingOf(shipped, lem5));
        const strands = mappingOf(shipped, lem5).strands.becomes;
        expect(after.map(({ visit: { decisions: of } }) => of)).toEqual(
          given.map(([, of]) =>
            Object.fromEntries(Object.entries(of).map(([strand, word]) => [strands.get(strand)?.[0], word])),
          ),
        );
      }),
    );
  });
});
