import fc from 'fast-check';
import { stringify } from 'yaml';
import type { Plain } from '../../src/model/edit.ts';
import type { AwardsFile, ResponseFile, Visit } from '../../src/model/files.generated.ts';
import { rewritten, setValue } from '../../src/source/edit.ts';
import { isSame } from '../../src/source/edit-data.ts';
import { parse } from '../../src/source/parse.ts';
import { type Recording, recordResponse } from '../../src/workspace/record-response.ts';

const STRANDS = ['race', 'gender', 'disability'] as const;
const DIGESTS = ['a'.repeat(64), 'b'.repeat(64)];
const text = fc.constantFrom('One.', 'Two.', 'One.\n\n- Two.', ' # three: "x"', 'é\u0007');
const decision = fc.constantFrom('awarded' as const, 'further-evidence' as const, 'not-yet' as const);
const recommendations = fc.array(fc.record({ text, strand: fc.constantFrom(...STRANDS) }, { requiredKeys: ['text'] }), {
  maxLength: 3,
});
const date = fc.constantFrom('2026-06-25', '2026-06-26');
const byStrand = <T>(value: fc.Arbitrary<T>, strands: readonly string[] = STRANDS) =>
  fc.dictionary(fc.constantFrom(...strands), value, { maxKeys: 3, noNullPrototype: true });

const awards: fc.Arbitrary<AwardsFile> = fc.record({
  visits: fc.array(
    fc.record(
      {
        date,
        kind: fc.constantFrom('accreditation' as const, 'advisory' as const),
        assessor: text,
        decisions: byStrand(decision),
        because: byStrand(text),
        notes: text,
        recommendations,
        submissions: fc.subarray(DIGESTS),
      },
      { requiredKeys: ['date', 'kind'] },
    ),
    { maxLength: 3 },
  ),
});

function response(strands: readonly string[] = STRANDS): fc.Arbitrary<ResponseFile> {
  return fc.record({
    format: fc.constant(1 as const),
    kind: fc.constant('response' as const),
    submission: fc.constantFrom(...DIGESTS),
    school: fc.constant({ name: 'A', urn: null }),
    programme: fc.constant('lem-5'),
    visit: fc.record(
      { date, kind: fc.constant('accreditation' as const), assessor: text, notes: text },
      { requiredKeys: ['date', 'kind'] },
    ),
    decisions: byStrand(fc.record({ decision, because: text }, { requiredKeys: ['decision'] }), strands).filter(
      (each) => Object.keys(each).length > 0,
    ),
    recommendations,
  });
}

/** The awards after a recording; null where it was refused. */
function after({ visits }: AwardsFile, recording: Recording): AwardsFile | null {
  if (recording.state === 'otherwise') return null;
  if (recording.state === 'new') return { visits: [...visits, recording.visit] };
  return { visits: visits.map((visit, index) => (index === recording.index ? recording.visit : visit)) };
}

function applied(to: AwardsFile | null, ...responses: readonly ResponseFile[]): AwardsFile | null {
  return responses.reduce((so, each) => (so === null ? null : after(so, recordResponse(so, each))), to);
}

test('what is recorded once is there the next time, and nothing that was there is gone', () => {
  let recorded = 0;
  fc.assert(
    fc.property(awards, response(), (before, told) => {
      const once = applied(before, told);
      if (once === null) return;
      recorded++;
      const again = recordResponse(once, told);
      expect(again.state).toBe('same');
      expect(after(once, again)).toEqual(once);
      for (const [index, visit] of before.visits.entries()) expect(keeps(once.visits[index], visit)).toBe(true);
      const holds = ({ date: day, decisions = {}, submissions = [] }: Visit): boolean =>
        day === told.visit.date &&
        submissions.includes(told.submission) &&
        Object.entries(told.decisions).every(([strand, { decision: made }]) => decisions[strand] === made);
      expect(once.visits.some(holds)).toBe(true);
    }),
    { numRuns: 500 },
  );
  expect(recorded).toBeGreaterThan(100);
});

test('what is written is what was worked out', () => {
  fc.assert(
    fc.property(awards, response(), fc.constantFrom(false, true), (before, told, flow) => {
      const recording = recordResponse(before, told);
      const source = parse('awards.yaml', stringify(before, { collectionStyle: flow ? 'flow' : 'any' }));
      const { visits } = before;
      const made =
        recording.state === 'more'
          ? rewritten(source, recording.parts, () => [])
          : recording.state === 'new' && visits.length > 0
            ? setValue(source, ['visits', visits.length], recording.visit as unknown as Plain)
            : null;
      if (made !== null) expect(isSame(parse('awards.yaml', made).data, after(before, recording))).toBe(true);
      else expect(recording.state === 'more' || (recording.state === 'new' && visits.length > 0)).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test('responses about different strands come to the same in either order', () => {
  let compared = 0;
  fc.assert(
    fc.property(awards, response(['race', 'disability']), response(['gender']), (before, a, b) => {
      const [one, other] = [applied(before, a, b), applied(before, b, a)];
      if (one === null || other === null) return;
      compared++;
      const assessors = (visit: Visit): object => ({ ...visit, assessor: null });
      expect(unordered(one.visits.map(assessors))).toEqual(unordered(other.visits.map(assessors)));
    }),
    { numRuns: 500 },
  );
  expect(compared).toBeGreaterThan(100);
});

test('a decision that is recorded otherwise is never written over', () => {
  fc.assert(
    fc.property(awards, response(), (before, told) => {
      const isOtherwise = before.visits.some(
        ({ date: day, kind, decisions = {} }) =>
          day === told.visit.date &&
          kind === told.visit.kind &&
          Object.entries(told.decisions).some(
            ([strand, { decision: made }]) => Object.hasOwn(decisions, strand) && decisions[strand] !== made,
          ),
      );
      if (isOtherwise) expect(recordResponse(before, told).state).toBe('otherwise');
    }),
    { numRuns: 500 },
  );
});

test('notes that say the same in lines of their own are not added again, and a paragraph of both stands there once', () => {
  const [told] = fc.sample(response(['race']), 1);
  const after = (own: string, notes: string): string | undefined => {
    const visits: Visit[] = [{ date: '2026-06-25', kind: 'accreditation', notes: own }];
    const visit = { date: '2026-06-25', kind: 'accreditation' as const, notes };
    return applied({ visits }, { ...(told as ResponseFile), visit })?.visits[0]?.notes;
  };
  expect(after('One. - Two.', 'One.\n\n- Two.')).toBe('One. - Two.');
  expect(after('One.\n', 'Two.\n\nOne.\n\nThree.')).toBe('One.\n\nTwo.\n\nThree.');
  expect(after(' ', 'Two.')).toBe('Two.');
});

/** Whether a visit still says all that it said. */
function keeps(now: Visit | undefined, before: Visit): boolean {
  if (now === undefined) return false;
  const list = (key: 'recommendations' | 'submissions'): boolean =>
    isSame(now[key]?.slice(0, before[key]?.length ?? 0) ?? [], before[key] ?? []);
  const map = (key: 'decisions' | 'because'): boolean =>
    Object.entries(before[key] ?? {}).every(([strand, value]) => now[key]?.[strand] === value);
  return (
    list('recommendations') &&
    list('submissions') &&
    map('decisions') &&
    map('because') &&
    (now.notes ?? '').startsWith((before.notes ?? '').trimEnd()) &&
    (before.assessor === undefined || now.assessor === before.assessor)
  );
}

/** Data whatever the order in which a list, or the notes, came to be. */
function unordered(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(unordered).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value === 'string')
    return value
      .split('\n')
      .flatMap((line) => line.trim() || [])
      .sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, each]) => [key, unordered(each)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
