import type { AuditFile, Judgement } from '../model/files.generated.ts';
import type { Known } from '../model/known.ts';
import { concerns, type Programme } from '../model/programme.ts';
import { reasons } from './carry-grid.ts';
import { becomes, comesFrom, elementOf, type Mapping, statementBecomes } from './mapping.ts';
import { worst } from './worst.ts';

/**
 * A year's audits in the words of the next edition, by element. A judgement for all strands is one for those that there
 * were: none of a strand that is new. An audit joined of several is complete once all of them are.
 * @param audits those made against the edition that is left, by element
 */
export function carryAudits(
  audits: ReadonlyMap<string, Known<AuditFile>>,
  mapping: Mapping,
  programme: Programme,
): ReadonlyMap<string, Known<AuditFile>> {
  const elements = new Set([...audits.keys()].flatMap((element) => becomes(mapping.elements, element)));
  return new Map([...elements].map((element) => [element, carryElement(element, audits, mapping, programme)]));
}

function carryElement(
  element: string,
  audits: ReadonlyMap<string, Known<AuditFile>>,
  mapping: Mapping,
  programme: Programme,
): Known<AuditFile> {
  const parts = comesFrom(mapping.elements, element);
  const found = parts.flatMap((part) => audits.get(part) ?? []);
  const file = found[0]?.file ?? '';
  const values = found.flatMap((known) => (known.state === 'known' ? [known.value] : []));
  if (values.length < found.length) return { state: 'unreadable', file, partial: null };
  const isComplete = found.length === parts.length && values.every(({ status }) => status === 'complete');
  const completed = values
    .flatMap((value) => value.completed ?? [])
    .sort()
    .at(-1);
  const assessors = [...new Set(values.flatMap((value) => value.assessors ?? []))];
  const judgements = carryJudgements(element, values, mapping, programme);
  const value: AuditFile = {
    element,
    status: isComplete ? 'complete' : 'draft',
    ...(isComplete && completed !== undefined ? { completed } : {}),
    ...(assessors.length === 0 ? {} : { assessors }),
    judgements,
  };
  return { state: 'known', file, value };
}

/** The judgements on an element's statements, by statement. */
function carryJudgements(
  element: string,
  audits: readonly AuditFile[],
  mapping: Mapping,
  programme: Programme,
): { readonly [statement: string]: Judgement } {
  const parts = new Map<string, (readonly [statement: string, judgement: Judgement])[]>();
  for (const [id, judgement] of audits.flatMap(({ judgements = {} }) => Object.entries(judgements))) {
    for (const to of statementBecomes(mapping, id)) {
      if (elementOf(to) === element) parts.set(to, [...(parts.get(to) ?? []), [id, judgement]]);
    }
  }
  return Object.fromEntries(
    [...parts].flatMap(([to, of]): readonly (readonly [string, Judgement])[] =>
      of.length < comesFrom(mapping.statements, to).length ? [] : [[to, joinedJudgement(of, mapping, programme)]],
    ),
  );
}

function joinedJudgement(
  parts: readonly (readonly [statement: string, judgement: Judgement])[],
  mapping: Mapping,
  programme: Programme,
): Judgement {
  const each = parts.map(([statement, judgement]) => carryRatings(statement, judgement, mapping, programme));
  const strands: { [strand: string]: string } = {};
  for (const strand of new Set(each.flatMap((ratings) => [...ratings.keys()]))) {
    const all = each.flatMap((ratings) => ratings.get(strand) ?? []);
    if (all.length === each.length) strands[strand] = worst(programme, all);
  }
  const because = reasons(parts.map(([, judgement]) => judgement));
  const evidence = [...new Set(parts.flatMap(([, judgement]) => judgement.evidence ?? []))];
  const dissent = parts.flatMap(([, judgement]) => judgement.dissent ?? []);
  const general = parts.flatMap(([, { rating }]) => rating ?? []);
  // What held for all strands holds for all still where none is new; else it is told strand by strand.
  const rating = !mapping.hasNewStrand && general.length === parts.length ? worst(programme, general) : undefined;
  for (const [strand, word] of Object.entries(strands)) if (word === rating) delete strands[strand];
  return {
    ...(rating === undefined ? {} : { rating }),
    ...(Object.keys(strands).length === 0 ? {} : { strands }),
    ...(because === undefined ? {} : { because }),
    ...(evidence.length === 0 ? {} : { evidence }),
    ...(dissent.length === 0 ? {} : { dissent }),
  };
}

/** The rating of every strand of the next edition that a judgement speaks of. */
function carryRatings(
  statement: string,
  { rating, strands = {} }: Judgement,
  mapping: Mapping,
  programme: Programme,
): ReadonlyMap<string, string> {
  const known = mapping.left?.statements.get(statement);
  const ratings = new Map<string, string>();
  for (const [strand, parts] of mapping.strands.comesFrom) {
    const concerned = parts.filter((part) => known === undefined || concerns(known, part));
    const all = concerned.flatMap((part) => (Object.hasOwn(strands, part) ? strands[part] : rating) ?? []);
    if (all.length > 0 && all.length === concerned.length) ratings.set(strand, worst(programme, all));
  }
  // What was judged since then, in the words of the next edition.
  for (const [strand, word] of Object.entries(strands))
    if (!mapping.strands.becomes.has(strand)) ratings.set(strand, word);
  return ratings;
}
