import type { Plain } from '../model/edit.ts';
import type { AwardsFile, ResponseFile, Visit } from '../model/files.generated.ts';
import type { Step } from '../model/place.ts';
import type { Part } from '../source/edit.ts';
import { oneLine } from './scaffold-text.ts';

type Recommendation = NonNullable<Visit['recommendations']>[number];

/** What awards.yaml becomes by a response. */
export type Recording =
  /** The visit is not there yet. */
  | { readonly state: 'new'; readonly visit: Visit }
  /** It is, and some of the response is missing there. */
  | { readonly state: 'more'; readonly index: number; readonly visit: Visit; readonly parts: readonly Part[] }
  /** All of it is there. */
  | { readonly state: 'same'; readonly index: number; readonly visit: Visit }
  /** awards.yaml says otherwise. */
  | { readonly state: 'otherwise'; readonly conflicts: readonly Conflict[] };

/** A place in awards.yaml that says something else than a response, and what in a sentence. */
export interface Conflict {
  readonly path: readonly Step[];
  readonly message: string;
}

/**
 * What awards.yaml becomes by a response. What is recorded already stays as it is and only what is missing is added; what
 * is recorded otherwise is never written over. A response to a submission that was recorded has to say what was recorded
 * then, unless it is about other strands.
 * @param awards as they are; every strand that the response decides on is one of the programme
 */
export function recordResponse(awards: AwardsFile | null, response: ResponseFile): Recording {
  const visits = awards?.visits ?? [];
  const told = visitTold(response);
  const strands = Object.keys(told.decisions ?? {});
  const decides = ({ decisions = {} }: Visit): number =>
    strands.filter((strand) => Object.hasOwn(decisions, strand)).length;
  const isRecordOf = ({ submissions = [] }: Visit): boolean => submissions.includes(response.submission);
  const before = visits.findIndex((visit) => isRecordOf(visit) && decides(visit) > 0);
  const earlier = visits[before];
  if (earlier !== undefined) {
    const conflicts = [...otherVisit(earlier, told), ...contradictions(earlier, told)];
    const isAll = decides(earlier) === strands.length;
    const lacks = isAll ? lacking(earlier, told) : [];
    if (conflicts.length > 0 || lacks.length > 0)
      return { state: 'otherwise', conflicts: inVisit(before, [...conflicts, ...lacks]) };
  }
  const alike = visits.flatMap((visit, index) =>
    visit.date === told.date && visit.kind === told.kind && (visit.edition ?? response.programme) === response.programme
      ? [{ visit, index }]
      : [],
  );
  const conflicts = alike.flatMap(({ visit, index }) => inVisit(index, contradictions(visit, told)));
  if (conflicts.length > 0) return { state: 'otherwise', conflicts };
  const rank = (visit: Visit): number => (isRecordOf(visit) ? strands.length + 1 : 0) + decides(visit);
  const [target] = [...alike].sort((a, b) => rank(b.visit) - rank(a.visit));
  if (target === undefined) return { state: 'new', visit: told };
  const { visit, parts } = added(target.visit, told);
  const { index } = target;
  if (parts.length === 0) return { state: 'same', index, visit };
  return {
    state: 'more',
    index,
    visit,
    parts: parts.map((part): Part => ({ ...part, path: ['visits', index, ...part.path] }) as Part),
  };
}

/** The visit as a response alone tells it. */
function visitTold({ visit, decisions, recommendations = [], submission }: ResponseFile): Visit {
  const { date, kind, assessor, notes } = visit;
  const entries = Object.entries(decisions);
  const because = entries.flatMap(([strand, { because: why }]) => (says(why) ? [[strand, why] as const] : []));
  const once = recommendations.filter(
    (each, index) => recommendations.findIndex((other) => isSameRecommendation(each, other)) === index,
  );
  return {
    date,
    kind,
    ...(assessor === undefined ? {} : { assessor }),
    decisions: Object.fromEntries(entries.map(([strand, { decision }]) => [strand, decision])),
    ...(because.length === 0 ? {} : { because: Object.fromEntries(because) }),
    ...(says(notes) ? { notes } : {}),
    ...(once.length === 0 ? {} : { recommendations: once }),
    submissions: [submission],
  };
}

type Found = readonly Conflict[];

/** What is otherwise in a visit: a decision, or the reason for one. */
function contradictions(there: Visit, told: Visit): Found {
  const decided = entriesIn(told.decisions).flatMap(([strand, decision]): Found => {
    const own = ownIn(there.decisions, strand);
    if (own === undefined || own === decision) return [];
    return [{ path: ['decisions', strand], message: `${strand} is ${own} here, and ${decision} in the response.` }];
  });
  const reasons = entriesIn(told.because).flatMap(([strand, because]): Found => {
    const own = ownIn(there.because, strand);
    if (own === undefined || isSameText(own, because)) return [];
    return [{ path: ['because', strand], message: `Here is another reason for ${strand} than in the response.` }];
  });
  return [...decided, ...reasons];
}

/** That a submission was decided on at another visit than a response tells. */
function otherVisit(there: Visit, told: Visit): Found {
  if (there.date !== told.date)
    return [{ path: ['date'], message: `This submission was decided on here, and on ${told.date} by the response.` }];
  if (there.kind === told.kind) return [];
  return [{ path: ['kind'], message: `The visit is ${there.kind} here, and ${told.kind} in the response.` }];
}

/** What a response says that was not recorded from it. */
function lacking(there: Visit, told: Visit): Found {
  return added(there, told).parts.map(({ path }): Conflict => {
    const [key, step] = path;
    const what =
      key === 'recommendations'
        ? 'a recommendation'
        : key === 'notes'
          ? 'notes'
          : key === 'because'
            ? `a reason for ${step}`
            : String(key);
    return { path: [key ?? ''], message: `This response was recorded without ${what} that it has now.` };
  });
}

/** A visit with what a response adds to it, and the parts that are added. */
function added(there: Visit, told: Visit): { readonly visit: Visit; readonly parts: readonly Part[] } {
  const missing = <T>(own: { readonly [key: string]: T } = {}, all: { readonly [key: string]: T } = {}) =>
    Object.entries(all).filter(([key]) => !Object.hasOwn(own, key));
  const decisions = missing(there.decisions, told.decisions);
  const because = missing(there.because, told.because);
  const recommendations = (told.recommendations ?? []).filter(
    (each) => !there.recommendations?.some((own) => isSameRecommendation(own, each)),
  );
  const submissions = (told.submissions ?? []).filter((digest) => !there.submissions?.includes(digest));
  const notes = joined(there.notes, told.notes);
  const assessor = there.assessor ?? told.assessor;
  const keyed = (key: string, pairs: readonly (readonly [string, Plain])[]): readonly Part[] =>
    pairs.map(([strand, value]) => ({ path: [key, strand], value }));
  const parts: readonly Part[] = [
    ...(assessor === undefined || assessor === there.assessor ? [] : [{ path: ['assessor'], value: assessor }]),
    ...keyed('decisions', decisions),
    ...keyed('because', because),
    ...(notes === undefined || notes === there.notes ? [] : [{ path: ['notes'], value: notes }]),
    ...appended(
      'recommendations',
      there.recommendations ?? [],
      recommendations.map((each) => ({ ...each })),
    ),
    ...appended('submissions', there.submissions ?? [], submissions),
  ];
  const visit: Visit = {
    ...there,
    ...(assessor === undefined ? {} : { assessor }),
    decisions: { ...there.decisions, ...Object.fromEntries(decisions) },
    ...(there.because === undefined && because.length === 0
      ? {}
      : { because: { ...there.because, ...Object.fromEntries(because) } }),
    ...(notes === undefined ? {} : { notes }),
    ...(there.recommendations === undefined && recommendations.length === 0
      ? {}
      : { recommendations: [...(there.recommendations ?? []), ...recommendations] }),
    submissions: [...(there.submissions ?? []), ...submissions],
  };
  return { visit, parts };
}

/** The parts that go at the end of a list; one that is empty or not there is written anew. */
function appended(key: string, there: readonly unknown[], more: readonly Plain[]): readonly Part[] {
  if (more.length === 0) return [];
  if (there.length > 0) return more.map((value, index) => ({ path: [key, there.length + index], value }));
  // An empty list in brackets would take the entries into them: by way of a word it becomes a list in lines.
  return [
    { path: [key], value: 'none' },
    { path: [key], value: more },
  ];
}

/** Notes of two responses on one visit, one below the other: a paragraph that both have stands there once. */
function joined(own: string | undefined, more: string | undefined): string | undefined {
  if (!says(own) || !says(more)) return says(own) ? own : more;
  if (isSameText(own, more)) return own;
  const there = new Set(paragraphsOf(own).map(oneLine));
  const missing = paragraphsOf(more).filter((paragraph) => !there.has(oneLine(paragraph)));
  return missing.length === 0 ? own : [own.trimEnd(), ...missing].join('\n\n');
}

function paragraphsOf(text: string): readonly string[] {
  return text.split(/\n\s*\n/).filter(says);
}

function inVisit(index: number, found: Found): Found {
  return found.map(({ path, message }) => ({ path: ['visits', index, ...path], message }));
}

function entriesIn<T>(map: { readonly [key: string]: T } = {}): readonly [string, T][] {
  return Object.entries(map);
}

function ownIn<T>(map: { readonly [key: string]: T } = {}, key: string): T | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

function isSameRecommendation(a: Recommendation, b: Recommendation): boolean {
  return a.strand === b.strand && isSameText(a.text, b.text);
}

/** Whether two texts say the same: how lines are broken in a file counts for nothing. */
function isSameText(a: string, b: string): boolean {
  return oneLine(a) === oneLine(b);
}

function says(text: string | undefined): text is string {
  return text !== undefined && oneLine(text) !== '';
}
