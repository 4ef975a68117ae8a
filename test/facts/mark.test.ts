import fc from 'fast-check';
import { type Award, type MarkFacts, markFrom } from '../../src/facts/mark.ts';
import { plus } from '../../src/model/calendar.ts';
import { type Programme, programmeOf } from '../../src/model/programme.ts';
import { programme } from '../support/programmes.ts';

const lem5 = programme('lem-5');
const STRANDS = [...lem5.strands.keys()];
const [RACE = '', GENDER = '', DISABILITY = '', ORIENTATION = '', BELIEF = ''] = STRANDS;

function withMark(change: Partial<Programme['file']['mark']>): Programme {
  return programmeOf({ ...lem5.file, mark: { ...lem5.file.mark, ...change } });
}

function mark(awards: readonly (readonly [string, string])[], on: string, edition = lem5): MarkFacts {
  return markFrom(
    awards.map(([date, strand]): Award => ({ date, strand })).filter(({ date }) => date <= on),
    edition,
    on,
  );
}

describe('the Mark', () => {
  test('is not started without an award', () => {
    expect(mark([], '2027-06-01')).toEqual({
      state: 'not-started',
      achievedOn: null,
      lapsedAfter: null,
      renew: [],
      window: null,
      held: [],
      missing: STRANDS,
      deadline: null,
    });
  });

  test('is worked towards from the first award, which fixes the deadline', () => {
    expect(mark([['2026-07-01', DISABILITY]], '2027-06-01')).toEqual({
      state: 'working-towards',
      achievedOn: null,
      lapsedAfter: null,
      renew: [],
      window: { from: '2026-07-01', to: '2029-07-01' },
      held: [DISABILITY],
      missing: STRANDS.filter((strand) => strand !== DISABILITY),
      deadline: '2029-07-01',
    });
  });

  const four = [
    ['2026-07-01', RACE],
    ['2027-06-24', GENDER],
    ['2027-06-24', DISABILITY],
    ['2028-06-20', ORIENTATION],
  ] as const;

  test('counts the anniversary day, and not the day after', () => {
    expect(mark([...four, ['2029-07-01', BELIEF]], '2029-07-01')).toMatchObject({
      state: 'achieved',
      achievedOn: '2029-07-01',
      deadline: null,
    });
    expect(mark([...four, ['2029-07-02', BELIEF]], '2029-07-02')).toMatchObject({
      state: 'working-towards',
      missing: [RACE],
      deadline: '2030-06-24',
    });
  });

  test('leaves the anniversary day out where the programme says so', () => {
    const exclusive = withMark({ anniversary: 'exclusive' });
    expect(mark([...four, ['2029-06-30', BELIEF]], '2029-07-01', exclusive)).toMatchObject({ state: 'achieved' });
    expect(mark([...four, ['2029-07-01', BELIEF]], '2029-07-01', exclusive)).toMatchObject({
      state: 'working-towards',
      missing: [RACE],
    });
    expect(mark(four.slice(0, 1), '2026-08-01', exclusive).deadline).toBe('2029-06-30');
  });

  test('takes 28 February for the anniversary of a leap day', () => {
    expect(mark([['2028-02-29', RACE]], '2028-03-01')).toMatchObject({
      window: { from: '2028-02-29', to: '2031-02-28' },
    });
  });

  test('lets a later award of a strand replace an earlier one', () => {
    const late = [...four, ['2029-09-01', RACE], ['2030-05-01', BELIEF]] as const;
    expect(mark(late, '2030-05-01')).toMatchObject({
      state: 'achieved',
      achievedOn: '2030-05-01',
      window: { from: '2027-06-24', to: '2030-06-24' },
    });
  });

  test('keeps the window that holds most badges', () => {
    const awards = [
      ['2026-07-01', RACE],
      ['2029-05-01', GENDER],
      ['2029-05-01', DISABILITY],
    ] as const;
    expect(mark(awards, '2029-06-01')).toMatchObject({ held: [RACE, GENDER, DISABILITY], deadline: '2029-07-01' });
    expect(mark(awards, '2029-07-02')).toMatchObject({ held: [GENDER, DISABILITY], deadline: '2032-05-01' });
  });

  test('lapses only where the programme gives it a span', () => {
    const all = STRANDS.map((strand) => ['2026-07-01', strand] as const);
    expect(mark(all, '2099-01-01')).toMatchObject({ state: 'achieved', deadline: null });
    const valid = withMark({ validFor: 'P3Y' });
    expect(mark(all, '2029-07-01', valid)).toMatchObject({ state: 'achieved', deadline: '2029-07-01' });
    expect(mark(all, '2029-07-02', valid)).toMatchObject({ state: 'lapsed', achievedOn: '2026-07-01' });
  });

  test('can ask for fewer badges than there are strands', () => {
    expect(mark(four.slice(0, 2), '2027-06-24', withMark({ badges: 2 }))).toMatchObject({
      state: 'achieved',
      achievedOn: '2027-06-24',
    });
  });
});

describe('a withdrawn badge', () => {
  const all = STRANDS.map((strand): Award => ({ strand, date: '2026-07-01' }));

  test('counts no more from that day on, and takes the Mark with it', () => {
    const withdrawn = [...all, { strand: RACE, date: '2027-03-01', withdrawn: true } as const];
    expect(markFrom(withdrawn, lem5, '2027-03-01')).toMatchObject({
      state: 'lapsed',
      achievedOn: '2026-07-01',
      lapsedAfter: '2027-02-28',
      missing: [RACE],
    });
  });

  test('is awarded again', () => {
    const again = [
      ...all,
      { strand: RACE, date: '2027-03-01', withdrawn: true } as const,
      { strand: RACE, date: '2027-03-01' },
    ];
    expect(markFrom(again, lem5, '2027-03-01')).toMatchObject({
      state: 'achieved',
      achievedOn: '2026-07-01',
      lapsedAfter: null,
    });
  });
});

describe('what must be awarded again so that the Mark goes on', () => {
  const awards = [
    ['2026-07-01', RACE],
    ['2027-06-24', GENDER],
    ['2027-06-24', DISABILITY],
    ['2028-06-20', ORIENTATION],
    ['2028-06-20', BELIEF],
  ] as const;

  test('nothing where nothing lapses', () => {
    expect(mark(awards, '2028-07-01').renew).toEqual([]);
  });

  test('the badges that fall out of the window before the Mark’s last day', () => {
    expect(mark(awards, '2028-07-01', withMark({ validFor: 'P2Y' }))).toMatchObject({
      deadline: '2030-06-20',
      renew: [{ strand: RACE, by: '2030-06-20' }],
    });
  });

  test('the badge that lapses first', () => {
    expect(mark(awards, '2028-07-01', withMark({ badgeValidFor: 'P3Y' }))).toMatchObject({
      deadline: '2029-07-01',
      renew: [{ strand: RACE, by: '2029-07-01' }],
    });
  });

  test('renewed one by one, the Mark never lapses', () => {
    const renewed = [...awards, ['2029-06-20', RACE], ['2030-06-20', GENDER], ['2030-06-20', DISABILITY]] as const;
    const edition = withMark({ validFor: 'P3Y', badgeValidFor: 'P3Y' });
    expect(mark(renewed, '2031-06-20', edition)).toMatchObject({ state: 'achieved', deadline: '2031-06-20' });
    expect(mark(renewed, '2031-06-21', edition)).toMatchObject({ state: 'lapsed', lapsedAfter: '2031-06-20' });
  });
});

describe('the Mark against a day-by-day oracle', () => {
  const FIRST = '2024-02-25';
  const DAYS = 3000;
  const event = fc.record({
    day: fc.integer({ min: 0, max: DAYS }),
    strand: fc.constantFrom(...STRANDS),
    withdrawn: fc.constantFrom(false, false, false, false, false, true),
  });
  const history = fc.record({
    events: fc.array(event, { maxLength: 16 }),
    anniversary: fc.constantFrom('inclusive' as const, 'exclusive' as const),
    badges: fc.constantFrom('all' as const, 3),
    validFor: fc.constantFrom(undefined, undefined, 3),
    badgeValidFor: fc.constantFrom(undefined, undefined, 2, 4),
    on: fc.integer({ min: 0, max: DAYS + 900 }),
  });
  type History = typeof history extends fc.Arbitrary<infer T> ? T : never;
  const years = (count: number | undefined): string | undefined => (count === undefined ? undefined : `P${count}Y`);
  const awardsOf = ({ events, on }: History): readonly Award[] =>
    events
      .filter(({ day }) => day <= on)
      .map(({ day, strand, withdrawn }) => ({
        strand,
        date: plus(FIRST, `P${day}D`),
        ...(withdrawn ? { withdrawn } : {}),
      }));
  const editionOf = ({ anniversary, badges, validFor, badgeValidFor }: History): Programme => {
    const spans = { validFor: years(validFor), badgeValidFor: years(badgeValidFor) };
    const set = Object.fromEntries(Object.entries(spans).filter(([, span]) => span !== undefined));
    return withMark({ anniversary, badges, ...set });
  };
  const onOf = ({ on }: History): string => plus(FIRST, `P${on}D`);

  test('over ten thousand histories with withdrawals, spans and both anniversaries', () => {
    let achieved = 0;
    let lapsed = 0;
    fc.assert(
      fc.property(history, (each) => {
        const facts = markFrom(awardsOf(each), editionOf(each), onOf(each));
        const { state, achievedOn, held } = oracle(each);
        if (state === 'achieved') achieved++;
        if (state === 'lapsed') lapsed++;
        expect([facts.state, facts.achievedOn, facts.held]).toEqual([state, achievedOn, held]);
      }),
      { numRuns: 10_000, seed: 20261124 },
    );
    // What is seldom is not what is tested.
    expect(achieved).toBeGreaterThan(400);
    expect(lapsed).toBeGreaterThan(400);
  });

  test('the order of the awards is that of their days, whatever the file has', () => {
    fc.assert(
      fc.property(history, (each) => {
        const awards = awardsOf(each).filter(
          ({ date }, index, all) => all.findIndex((other) => other.date === date) === index,
        );
        expect(markFrom([...awards].reverse(), editionOf(each), onOf(each))).toEqual(
          markFrom(awards, editionOf(each), onOf(each)),
        );
      }),
      { numRuns: 1000, seed: 20261124 },
    );
  });

  test('a further award never makes it less, and a deadline is the last day that would do', () => {
    const ranks = ['not-started', 'lapsed', 'working-towards', 'achieved'];
    fc.assert(
      fc.property(history, event, (each, more) => {
        const [edition, on] = [editionOf(each), onOf(each)];
        const before = markFrom(awardsOf(each), edition, on);
        const extended = { ...each, events: [...each.events, { ...more, withdrawn: false }] };
        const after = markFrom(awardsOf(extended), edition, on);
        expect(after.held).toEqual(expect.arrayContaining([...before.held]));
        if (before.state === 'achieved') expect(after.state).toBe('achieved');
        if (before.achievedOn !== null)
          expect(after.achievedOn !== null && after.achievedOn <= before.achievedOn).toBe(true);
        expect(ranks).toContain(after.state);
        if (before.state !== 'achieved' && before.deadline !== null) {
          const rest = (date: string): readonly Award[] => before.missing.map((strand) => ({ strand, date }));
          const late = plus(before.deadline, 'P1D');
          const awards = awardsOf(each);
          expect(markFrom([...awards, ...rest(before.deadline)], edition, before.deadline).state).toBe('achieved');
          if (each.badges === 'all')
            expect(markFrom([...awards, ...rest(late)], edition, late).held.length).toBeLessThan(STRANDS.length);
        }
      }),
      { numRuns: 2000, seed: 20261124 },
    );
  });

  /** Lives through every day from the first to the one asked about, with nothing but counting. */
  function oracle({ events, anniversary, badges, validFor, badgeValidFor, on }: History): {
    readonly state: MarkFacts['state'];
    readonly achievedOn: string | null;
    readonly held: readonly string[];
  } {
    const needed = badges === 'all' ? STRANDS.length : badges;
    const byDay = new Map(events.map(({ day }) => [day, events.filter((each) => each.day === day)]));
    const awarded = new Map<string, number>();
    let achievedOn: number | null = null;
    let since: number | null = null;
    const isHeld = (strand: string, today: number): boolean => {
      const day = awarded.get(strand);
      return day !== undefined && (badgeValidFor === undefined || today <= later(day, badgeValidFor));
    };
    const counts = (strand: string, today: number): boolean => {
      const day = awarded.get(strand);
      if (day === undefined || !isHeld(strand, today)) return false;
      return anniversary === 'inclusive' ? today <= later(day, 3) : today < later(day, 3);
    };
    for (let today = 0; today <= on; today++) {
      const decided = byDay.get(today) ?? [];
      if (decided.length === 0 && since === null) continue;
      for (const { strand, withdrawn } of decided) {
        if (withdrawn) awarded.delete(strand);
        else awarded.set(strand, today);
      }
      const anyAward = decided.some(({ strand }) => awarded.get(strand) === today);
      if (anyAward && STRANDS.filter((strand) => counts(strand, today)).length >= needed) {
        achievedOn ??= today;
        since = today;
      } else if (since !== null) {
        const isOver = validFor !== undefined && today > later(since, validFor);
        if (isOver || STRANDS.filter((strand) => isHeld(strand, today)).length < needed) since = null;
      }
    }
    const begun = events.some(({ day }) => day <= on);
    return {
      state: since !== null ? 'achieved' : achievedOn !== null ? 'lapsed' : begun ? 'working-towards' : 'not-started',
      achievedOn: achievedOn === null ? null : dateOf(achievedOn),
      held: STRANDS.filter((strand) => (since === null ? counts(strand, on) : isHeld(strand, on))),
    };
  }

  const ORIGIN = Date.UTC(2024, 1, 25) / 86_400_000;
  function dateOf(day: number): string {
    return new Date((ORIGIN + day) * 86_400_000).toISOString().slice(0, 10);
  }
  const laters = new Map<number, number>();
  /** The day that many years on; 28 February for a leap day. */
  function later(day: number, count: number): number {
    const key = day * 10 + count;
    const known = laters.get(key) ?? worked(day, count);
    laters.set(key, known);
    return known;
  }
  function worked(day: number, count: number): number {
    const [year = 0, month = 0, date = 0] = dateOf(day).split('-').map(Number);
    const isLeapDay = month === 2 && date === 29;
    const isLeapYear = (year + count) % 4 === 0;
    return Date.UTC(year + count, month - 1, isLeapDay && !isLeapYear ? 28 : date) / 86_400_000 - ORIGIN;
  }
});
