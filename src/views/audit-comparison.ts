import type { AuditComparison, Move, MovedStatement } from '../facts/audit-comparison.ts';
import type { AuditRemark } from '../facts/audit-remarks.ts';
import { count } from '../facts/requirements/requirement.ts';
import { type Line, run, type Tone } from '../model/block.ts';
import { type Programme, ratingShown } from '../model/programme.ts';
import { wrap } from '../model/width.ts';
import { auditTable, MARKS } from './audit-table.ts';

/** What moved since an earlier year: a table of elements and strands, and the statements with both years' reasons. */
export function comparisonLines(comparison: AuditComparison, programme: Programme, width: number): readonly Line[] {
  const { before, after, statements, remarks } = comparison;
  const moved = statements.flatMap((statement, index) => [
    ...(statement.element === statements[index - 1]?.element
      ? []
      : ['', [run(statement.element.title, 'strong')] as Line]),
    ...statementLines(statement, comparison, programme, width),
  ]);
  return [
    [run(`Audit ${before.year} → ${after.year}`, 'strong'), `  ${programme.file.title}`],
    '',
    ...auditTable(comparison, programme, width),
    '',
    ...wrap(summed(comparison), width),
    ...moved,
    ...(remarks.length === 0 ? [] : ['', [run('Not compared, or with care', 'strong')] as Line]),
    ...remarkSentences(remarks).flatMap((sentence) =>
      wrap(sentence, width - 4).map((line, index): Line => `${index === 0 ? '  ' : '    '}${line}`),
    ),
  ];
}

/** What became of the cells and statements, in sentences. What is not judged yet is said by itself: it is no move. */
export function summed({ overall, statements, after, cells }: AuditComparison): string {
  const { counts } = overall;
  const parts = [
    `${counts.up} moved up`,
    `${counts.down} moved down`,
    `${counts.same} stayed the same`,
    ...(counts.new > 0 ? [count(counts.new, 'is new', 'are new')] : []),
    ...(counts['no-longer'] > 0 ? [count(counts['no-longer'], 'no longer applies', 'no longer apply')] : []),
    ...(counts['not-comparable'] > 0 ? [`${counts['not-comparable']} can’t be compared`] : []),
  ];
  const open = counts['not-yet'];
  return [
    `Of ${count(cells.length, 'cell')}, one for each element and strand: ${parts.join(', ')}.`,
    ...(open > 0
      ? [`${count(open, 'is', 'are')} not yet judged in ${after.year}, and so neither better nor worse.`]
      : []),
    `${count(statements.length, 'statement')} moved.`,
  ].join(' ');
}

/** Remarks as sentences, those of one kind and with one reason together. */
export function remarkSentences(remarks: readonly AuditRemark[]): readonly string[] {
  const groups = new Map<
    string,
    { readonly kind: AuditRemark['kind']; readonly why: string; readonly names: string[] }
  >();
  for (const { kind, id, title, why } of remarks) {
    const group = groups.get(`${kind} ${why}`) ?? { kind, why, names: [] };
    group.names.push(kind === 'file' ? `${title} (${id})` : kind === 'statement' ? id : title);
    groups.set(`${kind} ${why}`, group);
  }
  return [...groups.values()].map(
    ({ kind, why, names }) => `${names.length === 1 ? KINDS[kind][0] : KINDS[kind][1]} ${why}: ${names.join(', ')}.`,
  );
}

const KINDS: { readonly [kind in AuditRemark['kind']]: readonly [one: string, many: string] } = {
  file: ['Element whose file', 'Elements whose files'],
  strand: ['Strand', 'Strands'],
  element: ['Element', 'Elements'],
  statement: ['Statement', 'Statements'],
};

/** Strands of a statement that moved alike, with what they moved from and to. */
export function alike({ strands }: MovedStatement): readonly {
  readonly before: string;
  readonly after: string;
  readonly move: Move;
  readonly titles: readonly string[];
}[] {
  const pairs = [...new Set(strands.map(({ before, after }) => `${before} ${after}`))];
  return pairs.flatMap((pair) => {
    const same = strands.filter(({ before, after }) => `${before} ${after}` === pair);
    const [first] = same;
    return first === undefined ? [] : [{ ...first, titles: same.map(({ strand }) => strand.title) }];
  });
}

function statementLines(
  moved: MovedStatement,
  { before, after }: AuditComparison,
  programme: Programme,
  width: number,
): readonly Line[] {
  const letter = (rating: string): string => ratingShown(programme, rating)?.letter ?? '?';
  const indented = (text: string, tone: Tone): readonly Line[] =>
    wrap(text, width - 5).map((line): Line => ['     ', run(line, tone)]);
  const number = moved.statement.id.split('.').at(-1) ?? '';
  const reasons = [
    [before.year, moved.because.before],
    [after.year, moved.because.after],
  ] as const;
  return [
    ...wrap(moved.statement.text, width - 5).map(
      (line, index): Line => `${index === 0 ? `${number}.`.padStart(4) : '    '} ${line}`,
    ),
    ...alike(moved).flatMap((group) => {
      const [mark, tone] = MARKS[group.move];
      const move = `${letter(group.before)}→${letter(group.after)}${mark}`;
      return indented(`${move} ${group.titles.join(', ')}`, tone);
    }),
    ...reasons.flatMap(([year, because]) => indented(`${year}: ${because ?? 'no reason given'}`, 'dim')),
  ];
}
