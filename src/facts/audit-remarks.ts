import { auditOf, canTell, type SoundAuditYear } from './audit-years.ts';

/** What is left out when two years' audits are compared, or is compared with care, and why: `only in lem-5`. */
export interface AuditRemark {
  readonly kind: 'file' | 'strand' | 'element' | 'statement';
  /** An id of its edition, or the path of a file. */
  readonly id: string;
  readonly title: string;
  readonly why: string;
}

/** What can't be compared of two years' audits: files that can't be told from, and what only one of the editions has. */
export function auditRemarks(before: SoundAuditYear, after: SoundAuditYear): readonly AuditRemark[] {
  return [
    ...[before, after].flatMap(untold),
    ...onlyInOne('strand', before, after),
    ...onlyInOne('element', before, after),
    ...statements(before, after),
  ];
}

function untold(year: SoundAuditYear): readonly AuditRemark[] {
  return [...year.programme.elements.values()].flatMap((element): readonly AuditRemark[] => {
    const audit = auditOf(year, element.id);
    if (canTell(audit)) return [];
    const why = audit.state === 'unreadable' ? 'can’t be read' : `was not made against ${year.edition}`;
    return [{ kind: 'file', id: audit.file, title: element.title, why }];
  });
}

function onlyInOne(kind: 'strand' | 'element', before: SoundAuditYear, after: SoundAuditYear): readonly AuditRemark[] {
  const of = ({ programme }: SoundAuditYear) => (kind === 'strand' ? programme.strands : programme.elements);
  const only = (here: SoundAuditYear, there: SoundAuditYear): readonly AuditRemark[] =>
    [...of(here).values()]
      .filter(({ id }) => !of(there).has(id))
      .map(({ id, title }) => ({ kind, id, title, why: `only in ${here.edition}` }));
  return [...only(before, after), ...only(after, before)];
}

/** Statements of elements that both editions have. A statement's number never changes, though its words may. */
function statements(before: SoundAuditYear, after: SoundAuditYear): readonly AuditRemark[] {
  const only = (here: SoundAuditYear, there: SoundAuditYear): readonly AuditRemark[] =>
    [...here.programme.elements.values()]
      .filter(({ id }) => there.programme.elements.has(id))
      .flatMap((element) => element.statements)
      .filter(({ id }) => !there.programme.statements.has(id))
      .map(({ id, text }) => ({ kind: 'statement', id, title: text, why: `only in ${here.edition}` }));
  const changed = [...after.programme.statements.values()].flatMap((statement): readonly AuditRemark[] => {
    const earlier = before.programme.statements.get(statement.id);
    if (earlier === undefined) return [];
    const remark = (why: string): AuditRemark => ({ kind: 'statement', id: statement.id, title: statement.text, why });
    return [
      ...(earlier.text === statement.text ? [] : [remark(`compared, though worded differently in ${before.edition}`)]),
      ...(String(earlier.strands) === String(statement.strands)
        ? []
        : [remark(`compared for the strands it concerns in ${before.edition} too`)]),
    ];
  });
  return [...only(before, after), ...only(after, before), ...changed];
}
