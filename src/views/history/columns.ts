import type { Moment } from '../history.ts';

/** A strand with its title, and a short form of it that no other has. */
export interface Column {
  readonly strand: string;
  readonly title: string;
  readonly short: string;
}

/** The strands of all the programmes there were: those of the latest, then those that only earlier ones had. */
export function columnsOf(moments: readonly Moment[]): readonly Column[] {
  const titles = new Map<string, string>();
  for (const { programme, standing } of [...moments].reverse()) {
    for (const { strand } of standing?.strands ?? [])
      if (!titles.has(strand)) titles.set(strand, programme?.strands.get(strand)?.title ?? strand);
  }
  const taken = new Set<string>();
  return [...titles].map(([strand, title]): Column => {
    const short = [...shortForms(title), ...NUMBERS].find((each) => !taken.has(each)) ?? '';
    taken.add(short);
    return { strand, title, short };
  });
}

const NUMBERS = Array.from({ length: 99 }, (_, index) => String(index + 1));

/** `SO` for Sexual Orientation, `RB` for Religion and Belief, `Ra` for Race; then longer ones. */
function shortForms(title: string): readonly string[] {
  const initials = title.split(/[\s-]+/).flatMap((word) => (/^\p{Lu}/u.test(word) ? [[...word][0] ?? ''] : []));
  const letters = [...title.replaceAll(/[^\p{L}\p{N}]/gu, '')];
  return [
    ...(initials.length > 1 ? [initials.slice(0, 3).join('')] : []),
    letters.slice(0, 2).join(''),
    letters.slice(0, 3).join(''),
  ].filter((short) => short !== '');
}
