import { distance } from 'fastest-levenshtein';
import type { Statement } from '../../model/files.generated.ts';
import type { Programme } from '../../model/programme.ts';
import { plain, short } from './plain.ts';
import type { Found } from './words.ts';

/** How much of a statement may be worded otherwise and it is still surely meant; and how much, to ask whether it is. */
const SURE = 0.1;
const LIKELY = 0.4;

/** What a row says of its statement. */
export interface Named {
  /** What stands in the column of ids: an id, or a number within the element. */
  readonly id?: string | undefined;
  readonly text?: string | undefined;
  /** The element whose statements it is among, where that is known. */
  readonly element?: string | undefined;
}

/** The statement that a row means: by its id, by its wording, or by its number within the element. */
export function statementOf(programme: Programme, { id = '', text = '', element }: Named): Found {
  for (const word of [id, text]) if (programme.statements.has(word.trim())) return { id: word.trim() };
  const own = element === undefined ? undefined : programme.elements.get(element);
  const among = own?.statements ?? [...programme.statements.values()];
  const number = /^\D{0,3}(?:\d+\.)*(\d+)\.?$/.exec((text.trim() === '' ? id : text).trim())?.[1];
  if (own !== undefined && number !== undefined) {
    const numbered = among.find((statement) => statement.id.endsWith(`.${number}`));
    if (numbered !== undefined) return { id: numbered.id };
  }
  const asked = text.trim() === '' ? id : text;
  const where = own === undefined ? '' : ` of ${own.title}`;
  const [best, second] = nearestOf(among, plain(asked));
  if (best !== undefined && best.away <= SURE && (second === undefined || second.away > best.away))
    return { id: best.statement.id };
  const hint =
    best !== undefined && best.away <= LIKELY
      ? `Did you mean ${best.statement.id}, “${short(best.statement.text)}”?`
      : 'lem export audit writes a form with every statement and its id.';
  return { wrong: `“${short(asked)}” is not a statement${where}. ${hint}` };
}

/** The two statements whose wording is nearest, with how far each is away: 0 for the same, 1 for quite another. */
function nearestOf(
  among: readonly Statement[],
  wanted: string,
): readonly { readonly statement: Statement; readonly away: number }[] {
  if (wanted === '' || wanted.length > 1000) return [];
  return among
    .map((statement) => {
      const text = plain(statement.text);
      const longest = Math.max(text.length, wanted.length, 1);
      const isFar = Math.abs(text.length - wanted.length) / longest > LIKELY;
      return { statement, away: isFar ? 1 : distance(text, wanted) / longest };
    })
    .sort((a, b) => a.away - b.away)
    .slice(0, 2);
}
