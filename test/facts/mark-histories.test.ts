import { type Award, markFrom } from '../../src/facts/mark.ts';
import { whatIf } from '../../src/facts/what-if.ts';
import { type Programme, programmeOf } from '../../src/model/programme.ts';
import { programme } from '../support/programmes.ts';

// Six schools that do not exist, each with what happened to it and what follows, worked out by hand from the programme.

const lem5 = programme('lem-5');
const [RACE = '', GENDER = '', DISABILITY = '', ORIENTATION = '', BELIEF = ''] = lem5.strands.keys();

function withMark(change: Partial<Programme['file']['mark']>): Programme {
  return programmeOf({ ...lem5.file, mark: { ...lem5.file.mark, ...change } });
}
function awards(...list: readonly (readonly [date: string, ...strands: string[]])[]): readonly Award[] {
  return list.flatMap(([date, ...strands]) => strands.map((strand) => ({ strand, date })));
}

describe('Ribble Bank, two badges a year', () => {
  // 2 + 2 + 1 badges over three summers. The first is of 24 June 2024, so the window closes on 24 June 2027, and the last
  // badge on 17 June 2027 lies inside it.
  const made = awards(['2024-06-24', RACE, GENDER], ['2025-07-01', DISABILITY, ORIENTATION], ['2027-06-17', BELIEF]);

  test('has the Mark on the day of its fifth badge', () => {
    expect(markFrom(made, lem5, '2027-06-17')).toMatchObject({ state: 'achieved', achievedOn: '2027-06-17' });
  });

  test('had until 24 June 2027 before that', () => {
    const before = made.filter(({ date }) => date < '2027-01-01');
    expect(markFrom(before, lem5, '2027-01-01')).toMatchObject({ deadline: '2027-06-24', missing: [BELIEF] });
  });
});

describe('Hodder Vale, one day late', () => {
  // The same, but the visit was moved by a week, from 17 to 25 June 2027: the two badges of 24 June 2024 had left the
  // window the evening before. Three badges are in the window that opens on 1 July 2025, and the two must come again.
  const made = awards(['2024-06-24', RACE, GENDER], ['2025-07-01', DISABILITY, ORIENTATION], ['2027-06-25', BELIEF]);

  test('has no Mark, and two badges to renew by the summer of 2028', () => {
    expect(markFrom(made, lem5, '2027-06-25')).toMatchObject({
      state: 'working-towards',
      achievedOn: null,
      held: [DISABILITY, ORIENTATION, BELIEF],
      missing: [RACE, GENDER],
      deadline: '2028-07-01',
    });
  });

  test('would have it with both renewed on the last day, and not a day later', () => {
    const on = (date: string): readonly Award[] => awards([date, RACE, GENDER]);
    expect(whatIf(made, on('2028-07-01'), lem5, '2027-06-25').mark.achievedOn).toBe('2028-07-01');
    const late = whatIf(made, on('2028-07-02'), lem5, '2027-06-25');
    expect(late.mark.achievedOn).toBeNull();
    expect(late.lost).toEqual([DISABILITY, ORIENTATION]);
  });
});

describe('Calder Street, all at once on a leap day', () => {
  // Five badges on one visit on 29 February 2028 make the Mark on that day. Three years on there is no 29 February: the
  // window ends on the 28th.
  const made = awards(['2028-02-29', RACE, GENDER, DISABILITY, ORIENTATION, BELIEF]);

  test('has the Mark from that very day', () => {
    expect(markFrom(made, lem5, '2028-02-29')).toMatchObject({
      state: 'achieved',
      achievedOn: '2028-02-29',
      window: { from: '2028-02-29', to: '2031-02-28' },
    });
  });

  test('keeps it through 28 February 2031 where it is valid for three years, and no longer', () => {
    const edition = withMark({ validFor: 'P3Y' });
    expect(markFrom(made, edition, '2031-02-28').state).toBe('achieved');
    expect(markFrom(made, edition, '2031-03-01')).toMatchObject({ state: 'lapsed', lapsedAfter: '2031-02-28' });
  });
});

describe('Lune Park, a badge withdrawn', () => {
  // All five by June 2026; in March 2027 the team withdraws Disability after an inspection. The Mark takes five badges,
  // four are held, so the Mark is lost that day. Disability is awarded again in June 2027: the other four are of 2025 and
  // 2026, inside three years, so the Mark is back on that day. It was first achieved in 2026 all the same.
  const made: readonly Award[] = [
    ...awards(['2025-06-20', RACE, GENDER], ['2026-06-18', DISABILITY, ORIENTATION, BELIEF]),
    { strand: DISABILITY, date: '2027-03-03', withdrawn: true },
  ];

  test('loses the Mark on that day', () => {
    expect(markFrom(made, lem5, '2027-03-02').state).toBe('achieved');
    expect(markFrom(made, lem5, '2027-03-03')).toMatchObject({
      state: 'lapsed',
      lapsedAfter: '2027-03-02',
      missing: [DISABILITY],
      deadline: '2028-06-20',
    });
  });

  test('has it back with the badge', () => {
    const again = [...made, ...awards(['2027-06-22', DISABILITY])];
    expect(markFrom(again, lem5, '2027-06-22')).toMatchObject({ state: 'achieved', achievedOn: '2026-06-18' });
  });
});

describe('Wyre Academy, renewing one badge after another', () => {
  // A county where a badge counts for three years. Badges of 2024, 2025 and 2026; each renewed in its third summer, a day
  // before it lapses. On no day are fewer than five held, so the Mark of 2026 never lapses.
  const edition = withMark({ badgeValidFor: 'P3Y' });
  const made = awards(
    ['2024-06-20', RACE, GENDER],
    ['2025-06-19', DISABILITY, ORIENTATION],
    ['2026-06-18', BELIEF],
    ['2027-06-19', RACE, GENDER],
    ['2028-06-18', DISABILITY, ORIENTATION],
  );

  test('counts until the fifth badge lapses, which is to be renewed first', () => {
    expect(markFrom(made, edition, '2028-09-01')).toMatchObject({
      state: 'achieved',
      achievedOn: '2026-06-18',
      deadline: '2029-06-18',
      renew: [{ strand: BELIEF, by: '2029-06-18' }],
    });
  });

  test('would have lapsed had Race and Gender been renewed three days later', () => {
    const late = made.map((award) => (award.date === '2027-06-19' ? { ...award, date: '2027-06-22' } : award));
    expect(markFrom(late, edition, '2027-06-21')).toMatchObject({ state: 'lapsed', lapsedAfter: '2027-06-20' });
    // With all five held again and all inside one window, it is achieved anew.
    expect(markFrom(late, edition, '2027-06-22')).toMatchObject({ state: 'achieved', lapsedAfter: null });
  });
});

describe('Douglas Hill, where the anniversary no longer counts', () => {
  // The county takes "within three years" to end the day before the anniversary. The fifth badge on 30 June 2029 is in
  // time for one of 1 July 2026; on 1 July 2029 it would not be.
  const edition = withMark({ anniversary: 'exclusive' });
  const four = awards(['2026-07-01', RACE], ['2027-06-24', GENDER, DISABILITY], ['2028-06-20', ORIENTATION]);

  test('has the day before as its last', () => {
    expect(markFrom(four, edition, '2028-09-01').deadline).toBe('2029-06-30');
    expect(markFrom([...four, ...awards(['2029-06-30', BELIEF])], edition, '2029-06-30').state).toBe('achieved');
    expect(markFrom([...four, ...awards(['2029-07-01', BELIEF])], edition, '2029-07-01').state).toBe('working-towards');
  });
});
