import type { Visit } from '../model/files.generated.ts';
import { becomes, carriesAwards, comesFrom, type Mapping } from './mapping.ts';

type Decision = NonNullable<Visit['decisions']>[string];
type Recommendation = NonNullable<Visit['recommendations']>[number];

/** A visit, with the edition whose words its decisions are in. */
export interface VisitIn {
  readonly visit: Visit;
  readonly edition: string;
}

/**
 * Visits with their decisions in the words of the next edition. A badge that was joined is awarded at the visit by which
 * every part of it had been awarded, and again once every part has been awarded anew; one of its parts withdrawn takes it
 * back. What is new was never decided on. The reasons go with the decisions, and recommendations with their strands.
 * @param visits in any order; those of other editions stay as they are
 */
export function carryVisits(visits: readonly VisitIn[], mapping: Mapping): readonly VisitIn[] {
  const { from, to } = mapping.file;
  const inOrder = visits
    .map((each, index) => ({ ...each, index }))
    .sort((a, b) => (a.visit.date < b.visit.date ? -1 : a.visit.date > b.visit.date ? 1 : a.index - b.index));
  const awarded = new Map<string, Set<string>>();
  const carried = new Map<number, Visit>();
  for (const { visit, edition, index } of inOrder) {
    if (edition !== from) continue;
    const decisions: { [strand: string]: Decision } = {};
    const reasons = new Map<string, string>();
    for (const [strand, decision] of Object.entries(visit.decisions ?? {})) {
      if (mapping.strands.becomes.has(strand) && !carriesAwards(mapping, strand)) continue;
      for (const target of becomes(mapping.strands, strand)) {
        const told = decided(target, strand, decision, visit.kind === 'accreditation');
        if (told === null) continue;
        decisions[target] = weightier(decisions[target], told);
        const because = Object.hasOwn(visit.because ?? {}, strand) ? visit.because?.[strand] : undefined;
        if (because !== undefined)
          reasons.set(target, reasons.has(target) ? `${reasons.get(target)}\n\n${because}` : because);
      }
    }
    carried.set(index, {
      ...visit,
      ...(visit.decisions === undefined ? {} : { decisions }),
      ...(visit.because === undefined ? {} : { because: Object.fromEntries(reasons) }),
      ...(visit.recommendations === undefined ? {} : { recommendations: visit.recommendations.flatMap(inNewWords) }),
    });
  }
  return visits.map(({ visit, edition }, index) =>
    edition === from ? { visit: carried.get(index) ?? visit, edition: to } : { visit, edition },
  );

  /** A recommendation for a strand that was split is for each of what it has become. */
  function inNewWords(recommendation: Recommendation): readonly Recommendation[] {
    const { strand } = recommendation;
    if (strand === undefined) return [recommendation];
    return becomes(mapping.strands, strand).map((target) => ({ ...recommendation, strand: target }));
  }

  /** What a decision on a part comes to for the whole; null where other parts are still to be awarded. */
  function decided(target: string, strand: string, decision: Decision, counts: boolean): Decision | null {
    const parts = comesFrom(mapping.strands, target);
    if (parts.length < 2 || !counts) return decision;
    const so = awarded.get(target) ?? new Set<string>();
    awarded.set(target, so);
    if (decision === 'withdrawn') so.delete(strand);
    if (decision !== 'awarded') return decision;
    so.add(strand);
    if (parts.some((part) => !so.has(part))) return null;
    so.clear();
    return 'awarded';
  }
}

const WEIGHT: { readonly [decision in Decision]: number } = {
  awarded: 3,
  withdrawn: 2,
  'not-yet': 1,
  'further-evidence': 0,
};

function weightier(a: Decision | undefined, b: Decision): Decision {
  return a === undefined || WEIGHT[b] > WEIGHT[a] ? b : a;
}
