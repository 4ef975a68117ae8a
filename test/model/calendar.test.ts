import { daysBetween, inWords, isDate, plus, spanInWords } from '../../src/model/calendar.ts';
import { boundsOf, readSchoolYear, schoolYearOf } from '../../src/model/school-year.ts';

test.each(['2026-02-29', '2026-13-01', '2026-1-1', '26-01-01', '2026-01-01T00:00', '', 'soon'])(
  '%s is not a date',
  (text) => {
    expect(isDate(text)).toBe(false);
  },
);

test('29 February is a date in a leap year only', () => {
  expect(isDate('2028-02-29')).toBe(true);
});

test.each([
  ['2026-07-01', 'P3Y', '2029-07-01'],
  ['2028-02-29', 'P1Y', '2029-02-28'],
  ['2028-02-29', 'P4Y', '2032-02-29'],
  ['2026-01-31', 'P1M', '2026-02-28'],
  ['2026-12-31', 'P1D', '2027-01-01'],
])('%s and %s is %s', (date, span, expected) => {
  expect(plus(date, span)).toBe(expected);
});

test('dates and spans in words', () => {
  expect(inWords('2026-10-01')).toBe('1 October 2026');
  expect(spanInWords('P3Y')).toBe('3 years');
  expect(spanInWords('P1Y6M')).toBe('1 year, 6 months');
  expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
});

test.each([
  ['2026-27', '2026-27'],
  ['2026/27', '2026-27'],
  ['2026-2027', '2026-27'],
  ['2026/2027', '2026-27'],
  ['1999-00', '1999-00'],
  ['2026-28', null],
  ['2026', null],
  ['2026-2026', null],
])('the school year %s is read as %s', (text, year) => {
  expect(readSchoolYear(text)).toBe(year);
});

test('a school year turns on its first day', () => {
  expect(schoolYearOf('2026-08-31', '09-01')).toBe('2025-26');
  expect(schoolYearOf('2026-09-01', '09-01')).toBe('2026-27');
  expect(schoolYearOf('2026-01-01', '01-01')).toBe('2026-27');
  expect(boundsOf('2026-27', '09-01')).toEqual({ from: '2026-09-01', before: '2027-09-01' });
});
