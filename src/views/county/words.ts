import type { Lapse } from '../../facts/county/dates.ts';
import type { BadgeState, MarkState } from '../../facts/county/states.ts';
import { NO_PHASE, type Share } from '../../facts/county/themes.ts';
import { inWords } from '../../model/calendar.ts';
import type { CountySchool, RatingOfTheScale, Visit } from '../../model/county-school.generated.ts';

/** What a school is called; where its name can’t be read, its path. */
export function nameOf({ school, path }: CountySchool): string {
  return school ?? path;
}

/** A phase as it is read. */
export function phaseInWords(phase: string | null): string {
  return phase === null || phase === NO_PHASE ? 'no phase' : phase.replaceAll('-', ' ');
}

/** The states of a badge, the furthest first. */
export const STATE_ORDER: readonly BadgeState[] = [
  'held',
  'submitted',
  'ready',
  'further-evidence',
  'not-yet',
  'lapsed',
  'working-towards',
  'not-started',
];

export const MARK_WORDS: { readonly [state in MarkState]: string } = {
  achieved: 'achieved',
  'working-towards': 'working towards',
  lapsed: 'lapsed',
  'not-started': 'not started',
};

/** `Accreditation: Race, Gender`. */
export function visitInWords({ badges }: CountySchool, { kind, strands }: Visit): string {
  const titles = titlesOf(badges, strands);
  return [kind === 'advisory' ? 'Advisory' : 'Accreditation', ...(titles === '' ? [] : [titles])].join(': ');
}

/** `Submission of 8 June 2026: Race, Gender`; null for a school that is seen in its workspace. */
export function submissionInWords({ submission, badges }: CountySchool): string | null {
  if (submission === null) return null;
  return `Submission of ${inWords(submission.on)}: ${titlesOf(badges, submission.strands)}`;
}

/** What ends, in words. */
export function lapseInWords({ what, strand, school }: Lapse): string {
  if (what === 'badge') return `the badge for ${strand}`;
  if (what === 'mark') return `the ${school.titles?.mark ?? 'Mark'}`;
  return `the time for the other badges: ${titlesOf(school.badges, school.mark?.missing ?? [])}`;
}

function titlesOf(badges: CountySchool['badges'], strands: readonly string[]): string {
  return strands.map((id) => badges.find(({ strand }) => strand === id)?.title ?? id).join(', ');
}

/** A part of the cells in per cent; a dash where there are none. */
export function percent(share: Share | undefined, of: 'worst' | 'needsAction'): string {
  if (share === undefined || share.cells === 0) return '–';
  return `${Math.round((share[of] / share.cells) * 100)}%`;
}

/** What the worst rating is called, where all schools call it the same. */
export function worstTitle(schools: readonly CountySchool[]): string {
  const titles = new Set(schools.flatMap(({ scale }) => scale[0]?.title ?? []));
  const [title] = titles;
  return titles.size === 1 && title !== undefined ? title : 'Worst';
}

/** The roll-up of a school’s grid; while cells are missing, the provisional one. */
export function overallOf({ scale, grid }: CountySchool): {
  readonly rating: RatingOfTheScale | null;
  readonly isProvisional: boolean;
} {
  const word = grid?.overall.rating ?? grid?.overall.provisional ?? null;
  return { rating: scale.find(({ id }) => id === word) ?? null, isProvisional: grid?.overall.rating == null };
}

/** Badges of a school in some state. */
export function badgesIn({ badges }: CountySchool, state: CountySchool['badges'][number]['state']): number {
  return badges.filter((badge) => badge.state === state).length;
}
