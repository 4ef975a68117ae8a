import { cellsToAsk } from '../../../facts/cells-to-ask.ts';
import { badgeFacts } from '../../../facts/eligibility.ts';
import { gridFacts } from '../../../facts/grid.ts';
import type { VisitNext } from '../../../facts/visit-next.ts';
import type { IsoDate } from '../../../model/calendar.ts';
import { seen } from '../../../model/known.ts';
import type { SchoolYear } from '../../../model/school-year.ts';
import { summaryOn } from '../../../workspace/select.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import { STATES } from '../../badges.ts';
import { type RatingShown, ratingOf } from '../../summary/grid.ts';
import { type RequirementsShown, requirementsShown } from '../../summary/requirements.ts';
import { type AskedShown, askedShown, type StopShown, walkShown } from './cells.ts';
import { type ChangesShown, changesShown } from './changes.ts';
import { adviceShown, decisionsShown } from './decision.ts';
import { type DocumentShown, documentsShown } from './documents.ts';
import { type ClaimMet, evidenceMet, type ItemMet, type Ref } from './evidence.ts';
import { type PeopleShown, peopleShown } from './people.ts';

/** The pages of one strand. */
export interface StrandPages {
  readonly id: string;
  readonly title: string;
  readonly badge: string;
  readonly state: string;
  /** The roll-up of its cells; null while there are none. */
  readonly rating: RatingShown | null;
  /** Whether cells are missing, so that the roll-up is of those there are. */
  readonly isPart: boolean;
  readonly requirements: RequirementsShown;
  readonly claims: readonly ClaimMet[];
  /** What stands in the place of claims where there are none. */
  readonly noClaims: string;
  readonly evidence: readonly ItemMet[];
  readonly changes: ChangesShown;
  readonly people: PeopleShown;
  /** What people said, newest first. */
  readonly heard: readonly (Ref & { readonly date: string })[];
  readonly walk: readonly StopShown[];
  readonly asked: readonly AskedShown[];
  readonly advice: readonly { readonly date: string; readonly text: string }[];
  readonly documents: readonly DocumentShown[];
  readonly decisions: readonly string[];
}

/**
 * Everything there is to look at, to ask and to decide about a strand.
 * @param year the school year of the grid that counts
 */
export function strandPages(
  workspace: Workspace,
  strand: string,
  next: VisitNext & { readonly isDeciding: boolean },
  year: SchoolYear,
  on: IsoDate,
): StrandPages {
  const { programme } = workspace;
  const { title = strand, badge = strand } = programme.strands.get(strand) ?? {};
  const facts = badgeFacts(workspace, strand, on);
  const { summary } = summaryOn(workspace, strand, on);
  const cells = cellsToAsk(workspace, strand, year, on);
  const people = peopleShown(workspace, strand);
  const voices = people.voices.map(({ id }) => id);
  const named = [
    ...cells.flatMap(({ sights, statements, actions }) => [
      ...sights,
      ...statements.flatMap(({ evidence }) => evidence),
      ...actions.flatMap(({ action }) => action.evidence ?? []),
    ]),
    ...voices,
  ];
  const evidence = evidenceMet(workspace, strand, seen(summary), named, next.visit?.date ?? on);
  const roll = gridFacts(workspace, year).strands.find((each) => each.strand === strand);
  return {
    id: strand,
    title,
    badge,
    state: STATES[facts.state][0],
    rating: ratingOf(programme, roll?.rating ?? roll?.provisional ?? null),
    isPart: roll?.complete === false,
    requirements: requirementsShown(facts.verdicts, on),
    claims: evidence.claims,
    noClaims:
      summary.state === 'unreadable'
        ? `${summary.file} can’t be read, so this can’t be told.`
        : summary.state === 'absent'
          ? 'There is no Accreditation Summary yet.'
          : 'The Accreditation Summary makes no claims yet.',
    evidence: evidence.items,
    changes: changesShown(workspace, strand, next.visit, on),
    people,
    heard: people.voices.flatMap(({ id, date }) => evidence.refs([id]).map((ref) => ({ ...ref, date }))),
    walk: walkShown(programme, strand, cells, evidence.refs),
    asked: askedShown(programme, strand, cells, evidence.refs),
    advice: adviceShown(workspace, strand, on),
    documents: documentsShown(workspace, strand, year, evidence.items.length, on),
    decisions: decisionsShown(strand, facts, next.isDeciding),
  };
}
