import { standingOn } from '../../facts/history.ts';
import { type IsoDate, inWords } from '../../model/calendar.ts';
import { ratingWords } from '../../model/programme.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type RatingShown, ratingOf } from '../summary/grid.ts';
import type { Figure } from '../summary.ts';
import { type ReportHead, reportHead } from './head.ts';
import { type AwardsShown, awardsShown } from './public/awards.ts';
import { type Coming, comingShown } from './public/coming.ts';
import { dutyDates, yearBefore } from './public/duty.ts';
import { type ListeningShown, listeningShown } from './public/listening.ts';
import { type ObjectivesShown, objectivesShown } from './public/objectives.ts';
import { progressShown } from './public/progress.ts';
import { LEFT_OUT, screenOf } from './public/screen.ts';
import { type StandingShown, standingShown } from './public/standing.ts';

/**
 * What a school publishes each year under the public-sector equality duty. Nobody’s name is in it: of what people wrote
 * there are only titles, goals and outcomes of actions, and those only where nothing in them tells of one person.
 */
export interface PublicView extends ReportHead {
  readonly figures: readonly Figure[];
  readonly listening: ListeningShown;
  readonly scale: readonly (RatingShown & { readonly means: string | null })[];
  readonly standing: StandingShown;
  readonly objectives: ObjectivesShown;
  /** What stands in place of a text that is left out. */
  readonly leftOut: string;
  readonly progress: readonly string[];
  readonly awards: AwardsShown;
  readonly coming: readonly Coming[];
  readonly published: string;
}

const NAME = 'Equality information and objectives';

/** What a school publishes each year under the public-sector equality duty, as on the day it is published. */
export function publicView(workspace: Workspace, on: IsoDate): PublicView {
  const { programme } = workspace;
  const head = reportHead(workspace, on, NAME, { kind: 'Public-sector equality duty', heading: NAME });
  const since = yearBefore(on);
  const objectives = objectivesShown(workspace, screenOf(workspace, on), since, on);
  const awards = awardsShown(workspace, on);
  const due = dutyDates(on);
  return {
    ...head,
    facts: [
      ...head.facts.slice(0, 1),
      { label: 'Published', value: inWords(on) },
      { label: 'Next due by', value: inWords(due.information) },
    ],
    figures: figuresOf(workspace, objectives, awards, on),
    listening: listeningShown(workspace, since, on),
    scale: ratingWords(programme).flatMap((word) => {
      const rating = ratingOf(programme, word);
      return rating === null
        ? []
        : [{ ...rating, means: programme.file.scale.find(({ id }) => id === word)?.means ?? null }];
    }),
    standing: standingShown(workspace, on),
    objectives,
    leftOut: LEFT_OUT,
    progress: progressShown(workspace, objectives, on),
    awards,
    coming: comingShown(workspace, on),
    published: inWords(on),
  };
}

/** Figures of the work and of nobody: actions, badges and statements. */
function figuresOf(
  workspace: Workspace,
  { open, met, untold }: ObjectivesShown,
  awards: AwardsShown,
  on: IsoDate,
): readonly Figure[] {
  const { audit } = standingOn(workspace, on);
  const figure = (value: number | null, of: number | null, label: string): Figure =>
    value === null
      ? { value: '?', of: null, label: `${label}: can’t tell` }
      : { value: String(value), of: of === null ? null : `of ${of}`, label };
  return [
    figure(untold === null ? open.length : null, null, open.length === 1 ? 'open objective' : 'open objectives'),
    figure(untold === null ? met.length : null, null, 'met in the last year'),
    figure(awards.untold === null ? awards.held.length : null, awards.total, 'badges held'),
    figure(audit?.judged ?? null, audit?.statements ?? null, 'statements judged'),
  ];
}
