import { type AuditYear, auditYear, type Editions, type SoundAuditYear } from '../../facts/audit-years.ts';
import type { IsoDate } from '../../model/calendar.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { type Programme, programmeOf } from '../../model/programme.ts';
import type { SchoolYear } from '../../model/school-year.ts';
import { parse } from '../../source/parse.ts';
import { validate } from '../../source/validate.ts';
import { programmeProblems } from '../../workspace/programme-problems.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import { type Input, text } from '../command.ts';
import { openHere, shippedProgrammes } from '../load.ts';
import { yearNamed } from '../named.ts';

/** The year's audit that a command is about. */
export interface AuditRequest {
  readonly root: string;
  readonly workspace: Workspace;
  readonly on: IsoDate;
  readonly audit: SoundAuditYear;
}

/** The audit of the year that `--year` names, or of the one that counts on the day; otherwise why there is none. */
export function auditRequest(world: World, input: Input): AuditRequest | { readonly refusal: Outcome } {
  const here = openHere(world, input);
  if ('refusal' in here) return here;
  const { root, workspace } = here;
  const named = yearNamed(workspace, text(input, 'year'), here.on);
  if ('refusal' in named) return named;
  const audit = auditIn(world, workspace, named.year);
  return 'refusal' in audit ? audit : { root, workspace, on: here.on, audit };
}

/** A year's audit with the edition it was made against, or why there is nothing to be told of it. */
export function auditIn(
  world: World,
  workspace: Workspace,
  year: SchoolYear,
): SoundAuditYear | { readonly refusal: Outcome } {
  if (!workspace.audits.has(year)) return { refusal: noAudit(workspace, year) };
  const audit = auditYear(workspace, year, editionsFor(world, workspace));
  return isSound(audit)
    ? audit
    : {
        refusal: unusable(
          `The audit of ${year} was made against ${audit.edition}, an edition that is not here.`,
          'There are those that come with lem, and that of programme.yaml.',
        ),
      };
}

/** The command line's words that name a year, where it is not the one that a command takes by itself. */
export function yearFlag(workspace: Workspace, year: SchoolYear, on: IsoDate): string {
  const usual = yearNamed(workspace, undefined, on);
  return 'year' in usual && usual.year === year ? '' : ` --year ${year}`;
}

function noAudit({ audits }: Workspace, year: SchoolYear): Outcome {
  const years = [...audits.keys()];
  return unusable(
    `There is no audit of ${year}.`,
    `${years.length === 0 ? '' : `There is: ${years.join(', ')}. `}Begin it with lem audit start ${year}.`,
  );
}

function isSound(audit: AuditYear): audit is SoundAuditYear {
  return audit.programme !== null;
}

/** The editions that audits can have been made against. Those besides the present one are read only where one was. */
function editionsFor(world: World, workspace: Workspace): Editions {
  const { programme, audits, sources } = workspace;
  const present: Editions = new Map([[programme.id, programme]]);
  const files = [...audits.values()].flatMap((year) => [...year.values()]);
  const isPresent = files.every(
    (file) => file.state !== 'known' || [undefined, programme.id].includes(file.value.edition),
  );
  if (isPresent) return present;
  const own = sources.get('programme.yaml');
  const shipped = [...shippedProgrammes(world)].map(([id, content]) => parse(`${id}.yaml`, content));
  const others = [...shipped, ...(own === undefined ? [] : [own])].flatMap((source): readonly Programme[] => {
    const { known } = validate('programme', source);
    return known.state === 'known' && programmeProblems(source.file, known.value).length === 0
      ? [programmeOf(known.value)]
      : [];
  });
  return new Map([...others.map((each) => [each.id, each] as const), ...present]);
}
