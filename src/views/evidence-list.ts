import { type ItemFacts, isAgeing } from '../facts/evidence-items.ts';
import type { Use } from '../facts/evidence-use.ts';
import { type Line, run, type Tone } from '../model/block.ts';
import { type IsoDate, inWords } from '../model/calendar.ts';
import { pad, widthOf, wrap } from '../model/width.ts';

/** The widest kind of evidence, and a date, each with a margin. */
const KIND = 14;
const DATE = 12;

/** Evidence items as a table, each with what it is, what names it and what keeps it from counting. @param all how many there are */
export function evidenceLines(shown: readonly ItemFacts[], all: number, on: IsoDate, width: number): readonly Line[] {
  const count = `${shown.length === all ? all : `${shown.length} of ${all}`} ${all === 1 ? 'item' : 'items'}`;
  const title: Line = [run('Evidence', 'strong'), `  ${count}, as on ${inWords(on)}`];
  if (shown.length === 0) return [title];
  const first = Math.min(width - KIND - DATE, Math.max(...shown.map(({ id }) => widthOf(id))) + 2);
  return [
    title,
    '',
    [run(`${pad('Item', first)}${pad('Kind', KIND)}Date`, 'dim')],
    ...shown.flatMap((each) => itemLines(each, on, first, width)),
    ...sumLines(shown),
  ];
}

function itemLines(facts: ItemFacts, on: IsoDate, first: number, width: number): readonly Line[] {
  const { id, item, uses } = facts;
  const rest = item === null ? '' : `${pad(item.kind, KIND)}${item.date}`;
  const fits = widthOf(id) < first;
  const below = (text: string, tone: Tone): readonly Line[] =>
    wrap(text, width - 4).map((part, index): Line => [run(`${index === 0 ? '  ' : '    '}${part}`, tone)]);
  return [
    [run(fits ? pad(id, first) : id, 'strong'), ...(fits ? [rest] : [])],
    ...(fits ? [] : [`${' '.repeat(first)}${rest}`]),
    ...(item === null ? [] : below(item.title, 'plain')),
    ...usesShown(uses, width - 4).flatMap((use) => below(use, 'dim')),
    ...(item?.holder ? below(`Held by: ${item.holder}`, 'dim') : []),
    ...(item?.link ? below(item.link, 'dim') : []),
    ...remarks(facts, on).flatMap(([text, tone]) => below(text, tone)),
  ];
}

/** What names an item, on one line if that fits: `audit 2025-26: pupil-involvement · action: books`. */
function usesShown(uses: readonly Use[], width: number): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const { by, id, year } of uses) {
    const group = year === null ? by : `${by} ${year}`;
    groups.set(group, [...(groups.get(group) ?? []), id]);
  }
  const parts = [...groups].map(([group, ids]) => `${group}: ${ids.join(', ')}`);
  const line = parts.join(' · ');
  return widthOf(line) <= width && parts.length > 0 ? [line] : parts;
}

/** What keeps an item from counting, or will. */
function remarks(
  { id, file, item, isUnused, age, missing, changed }: ItemFacts,
  on: IsoDate,
): readonly (readonly [string, Tone])[] {
  const unused = isUnused === true ? [['Unused: nothing names it.', 'warn'] as const] : [];
  if (item === null) return [[`This can’t be read: lem check ${file}`, 'bad'], ...unused];
  return [
    ...missing.map((path) => [`${path} is not there.`, 'bad'] as const),
    ...changed.map((path) => [`${path} has changed since it was last read.`, 'bad'] as const),
    ...(item.consent === 'missing' ? [['Consent is missing.', 'bad'] as const] : []),
    ...(item.date > on ? [['Its date is still to come.', 'bad'] as const] : []),
    ...(age?.state === 'too-old' ? [[`Too old: it counted until ${inWords(age.until)}.`, 'bad'] as const] : []),
    ...(age?.state === 'ageing' ? [[ageing(age.until, age.visit), 'warn'] as const] : []),
    ...(item.reviewed === undefined || changed.length > 0
      ? [[`To be read through: lem evidence review ${id}`, 'warn'] as const]
      : []),
    ...unused,
  ];
}

function ageing(until: IsoDate, visit: IsoDate | null): string {
  const last = `Ageing: it counts until ${inWords(until)}`;
  return visit === null ? `${last}.` : `${last}, and the visit is on ${inWords(visit)}.`;
}

function sumLines(shown: readonly ItemFacts[]): readonly Line[] {
  const sums = [
    [shown.filter(({ isUnused }) => isUnused === true).length, 'unused'],
    [shown.filter(isAgeing).length, 'ageing or too old'],
    [shown.filter(({ changed, missing }) => changed.length + missing.length > 0).length, 'changed or not complete'],
    [shown.filter(({ item }) => item?.consent === 'missing').length, 'without consent'],
  ] as const;
  const said = sums.flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`]));
  const isUnsure = shown.some(({ isUnused }) => isUnused === null);
  return [
    ...(said.length === 0 ? [] : ['', [run(said.join(' · '), 'dim')] as Line]),
    ...(isUnsure
      ? [
          '',
          [run('What is unused can’t be told: a file that may name it can’t be read. See lem check.', 'warn')] as Line,
        ]
      : []),
  ];
}
