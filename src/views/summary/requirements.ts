import { type IsoDate, inWords } from '../../model/calendar.ts';
import type { Requirement } from '../../model/files.generated.ts';
import type { Verdict } from '../../model/verdict.ts';

/** What the badge asks for and what was found, in the programme's order. */
export interface RequirementsShown {
  /** The day on which they were judged. */
  readonly on: string;
  readonly met: number;
  readonly rows: readonly RequirementShown[];
}

export interface RequirementShown {
  readonly title: string;
  readonly outcome: 'met' | 'unmet' | 'unknown';
  readonly word: string;
  readonly advised: boolean;
  readonly message: string;
}

/** The verdicts on a badge's requirements as the summary lists them. */
export function requirementsShown(verdicts: readonly Verdict[], on: IsoDate): RequirementsShown {
  return {
    on: inWords(on),
    met: verdicts.filter(({ outcome }) => outcome === 'met').length,
    rows: verdicts.map(({ requirement, outcome, required, message }) => ({
      title: TITLES[requirement as Requirement['kind']] ?? requirement,
      outcome,
      word: WORDS[outcome],
      advised: !required,
      message,
    })),
  };
}

const WORDS: { readonly [outcome in Verdict['outcome']]: string } = {
  met: 'Met',
  unmet: 'Not met',
  unknown: 'Cannot tell',
};

/** Every requirement kind of the programme schema: one that is missing here does not compile. */
const TITLES: { readonly [kind in Requirement['kind']]: string } = {
  'reference-group': 'Reference group',
  'audit-complete': 'Audit complete',
  'audit-current': 'Audit current',
  'grid-complete': 'Summary grid complete',
  'plan-linked': 'Plan linked',
  'goals-achieved': 'Goals achieved',
  'impact-shown': 'Impact shown',
  'evidence-live': 'Evidence in place',
  'summary-complete': 'Summary complete',
  'summary-signed': 'Summary signed',
};
