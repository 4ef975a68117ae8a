import { isOverdue, type Lapse, type VisitDue } from '../../facts/county/dates.ts';
import { scaleOf } from '../../facts/county/states.ts';
import { inWords, spanInWords } from '../../model/calendar.ts';
import type { CountySchool } from '../../model/county-school.generated.ts';
import { STATES } from '../badges.ts';
import type { RatingShown } from '../summary/grid.ts';
import type { CountyFigures } from './figures.ts';
import {
  badgesIn,
  lapseInWords,
  MARK_WORDS,
  nameOf,
  overallOf,
  percent,
  phaseInWords,
  STATE_ORDER,
  submissionInWords,
  visitInWords,
  worstTitle,
} from './words.ts';

/** How many are told one by one in the parts above the table. */
const MOST = 12;

/** A county’s page: the dashboard that `lem county --html` writes. */
export type CountyPageView = ReturnType<typeof countyPageView>;

/** What the page shows, every text as it is read. What it sorts by stands beside what it shows. */
export function countyPageView(figures: CountyFigures) {
  const { schools, broken, faulty, submitted, on, visits, lapses, within } = figures;
  const titles = [...new Set(schools.flatMap((school) => school.titles?.programme ?? []))];
  const ending = new Set(lapses.map(({ school }) => school.path));
  return {
    title: `County overview, ${inWords(on)}`,
    programme: titles.length === 1 ? titles[0] : 'Equality programmes',
    kind: 'County overview',
    heading: counted(schools.length, 'school'),
    school: null,
    facts: [
      { label: 'As on', value: inWords(on) },
      { label: 'Editions', value: editions(schools) },
      { label: 'Checked as', value: LEVEL_WORDS[schools[0]?.level ?? 'draft'] },
    ],
    numbers: [
      numbered(figures.mark.get('achieved') ?? 0, 'school with the Mark', 'schools with the Mark'),
      numbered(sumOf(schools.map((school) => badgesIn(school, 'held'))), 'badge held', 'badges held'),
      numbered(
        sumOf(schools.map((school) => badgesIn(school, 'ready'))),
        'badge ready to claim',
        'badges ready to claim',
      ),
      numbered(visits.length, 'visit booked', 'visits booked'),
      numbered(visits.filter(({ isOverdue }) => isOverdue).length, 'audit overdue', 'audits overdue'),
      numbered(faulty.length, 'school with errors', 'schools with errors'),
      numbered(broken.length, 'school broken', 'schools broken'),
    ],
    badges: badgesTable(figures),
    grids: gridsTable(figures),
    broken: broken.slice(0, MOST).map((school) => ({ ...placed(school), why: school.broken })),
    moreBroken: Math.max(0, broken.length - MOST),
    visits: visits.slice(0, MOST).map(visitRow),
    moreVisits: Math.max(0, visits.length - MOST),
    within: spanInWords(within),
    isAnySubmitted: submitted.length > 0,
    lapses: lapses.slice(0, MOST).map(lapseRow),
    moreLapses: Math.max(0, lapses.length - MOST),
    themes: themesTable(figures),
    phases: [...new Set(schools.map(({ phase }) => phase ?? ''))].sort().map((phase) => ({
      id: phase,
      title: phaseInWords(phase),
    })),
    schools: schools.map((school) => schoolRow(school, ending.has(school.path))),
  };
}

const LEVEL_WORDS = { draft: 'drafts', ready: 'ready to be claimed', submission: 'submissions' } as const;

function editions(schools: readonly CountySchool[]): string {
  const counts = new Map<string, number>();
  for (const { programme } of schools) if (programme !== null) counts.set(programme, (counts.get(programme) ?? 0) + 1);
  const [first, ...more] = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  if (first === undefined) return 'none';
  return more.length === 0 ? first[0] : [first, ...more].map(([id, number]) => `${id} (${number})`).join(', ');
}

function badgesTable({ badges, mark }: CountyFigures) {
  const states = STATE_ORDER.filter((state) => badges.some((badge) => badge.states.has(state)));
  const marks = Object.entries(MARK_WORDS).flatMap(([state, words]) => {
    const number = mark.get(state as keyof typeof MARK_WORDS);
    return number === undefined ? [] : [`${number} ${words}`];
  });
  return {
    states: states.map((state) => STATES[state][0]),
    rows: badges.map(({ title, schools, states: numbers }) => ({
      title,
      schools,
      cells: states.map((state) => ({ state, number: numbers.get(state) ?? 0 })),
    })),
    mark: marks.join(', '),
  };
}

function gridsTable({ ratings, schools }: CountyFigures) {
  const scale = scaleOf(schools).filter(({ id }) => ratings.some((each) => each.ratings.has(id)));
  return {
    ratings: scale.map(({ title }) => title),
    rows: ratings.map(({ title, ratings: numbers, incomplete }) => ({
      title,
      cells: [...scale.map(({ id }) => numbers.get(id) ?? 0), incomplete],
    })),
  };
}

function visitRow({ school, isOverdue, ...visit }: VisitDue) {
  return {
    ...placed(school),
    date: inWords(visit.date),
    what: visitInWords(school, visit),
    audit: visit.sendAudit === null ? null : inWords(visit.sendAudit),
    isOverdue,
  };
}

function lapseRow(lapse: Lapse) {
  const what = lapseInWords(lapse);
  return { ...placed(lapse.school), date: inWords(lapse.date), what: what.charAt(0).toUpperCase() + what.slice(1) };
}

function themesTable({ themes, schools, smallestGroup }: CountyFigures) {
  // Where all schools are of one phase, it says what the total says.
  const phases = themes.phases.length + themes.hidden.length > 1 ? themes.phases : [];
  return {
    worst: worstTitle(schools),
    phases: phases.map(phaseInWords),
    smallestGroup,
    hidden: themes.hidden.map(phaseInWords).join(', '),
    rows: themes.elements.map(({ title, all, phases: shares }) => ({
      title,
      worst: percent(all, 'worst'),
      needsAction: percent(all, 'needsAction'),
      phases: phases.map((phase) => {
        const share = shares.get(phase);
        return share === undefined ? null : { worst: percent(share, 'worst'), depth: depthOf(share) };
      }),
    })),
  };
}

/** From 0 to 4: how strongly a cell is tinted. */
function depthOf({ worst, cells }: { readonly worst: number; readonly cells: number }): number {
  return cells === 0 ? 0 : Math.min(4, Math.floor((worst / cells) * 10));
}

function schoolRow(school: CountySchool, isEnding: boolean) {
  const { badges, broken, findings, mark, phase, visits, scale, submission } = school;
  const [visit] = visits;
  const isLate = visits.some((each) => isOverdue(school, each));
  const { rating, isProvisional } = overallOf(school);
  const rank = rating === null ? null : scale.indexOf(rating);
  const held = badgesIn(school, 'held');
  const ready = badgesIn(school, 'ready');
  const shown: RatingShown | null =
    rating === null
      ? null
      : { ...rating, rank: rank !== null && rank < scale.length - 1 ? rank : null, steps: scale.length - 1 };
  return {
    ...placed(school),
    search: [nameOf(school), school.urn ?? '', school.path].join(' ').toLowerCase(),
    phase: phase ?? '',
    phaseTitle: phase === null ? '–' : phaseInWords(phase),
    tags: [
      ...(broken !== null || findings.error > 0 ? ['errors'] : []),
      ...(ready > 0 ? ['ready'] : []),
      ...(visit === undefined ? [] : ['visit']),
      ...(isLate ? ['overdue'] : []),
      ...(isEnding ? ['ending'] : []),
      ...(mark?.state === 'achieved' ? ['mark'] : []),
      ...(submission === null ? [] : ['submission']),
    ].join(' '),
    broken,
    submission: submissionInWords(school),
    errors: findings.error,
    firstError: school.firstError,
    rating: shown,
    rank: rank === null ? '' : String(rank),
    isProvisional,
    held,
    ready,
    badges: badges.length,
    mark: mark === null ? '–' : MARK_WORDS[mark.state],
    visit: visit?.date ?? '',
    visitDay: visit === undefined ? '–' : inWords(visit.date),
    isOverdue: isLate,
  };
}

function placed(school: CountySchool) {
  return { name: nameOf(school), urn: school.urn, path: school.path };
}

function numbered(number: number, one: string, many: string) {
  return { number, label: number === 1 ? one : many };
}

function counted(number: number, noun: string): string {
  return `${number} ${number === 1 ? noun : `${noun}s`}`;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
