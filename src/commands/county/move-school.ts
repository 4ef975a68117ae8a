import { changeSubmitted, editionChange } from '../../facts/county/edition-change.ts';
import type { IsoDate } from '../../model/calendar.ts';
import { seen } from '../../model/known.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { SchoolMove } from '../../views/county/edition-moves.ts';
import { yearOn } from '../../workspace/select.ts';
import type { World } from '../../world.ts';
import { assembleWith } from '../load.ts';
import { listingAfter, standingOf } from '../migrate/aftermath.ts';
import { editionsKept, settingsParts } from '../migrate/editions-kept.ts';
import { type Given, givenFiles } from '../migrate/given.ts';
import { movedFiles } from '../migrate/moved-files.ts';
import { movesOf } from '../migrate/moves.ts';
import { targetOf } from '../migrate/target.ts';
import { said } from './said.ts';
import { schoolAt } from './school-at.ts';
import type { SchoolSource } from './sources.ts';

/** One school that is moved to another edition, in the mind only. */
export interface MoveJob extends Omit<SchoolSource, 'id'> {
  readonly on: IsoDate;
  /** The edition. */
  readonly to: string;
  /** The files of the edition and of the mapping, absolute, where they were given. */
  readonly fromFile: string | null;
  readonly mapping: string | null;
}

/** Plans the move of one school as `lem migrate programme` does, and writes nothing. */
export async function moveSchool(world: World, job: MoveJob): Promise<SchoolMove> {
  const { path, on, to } = job;
  let move: SchoolMove = { path, submission: null, school: null, urn: null, from: null, cannot: null, change: null };
  const unfit = (why: string): SchoolMove => ({ ...move, cannot: why });
  try {
    const at = schoolAt(world, job);
    const opened = 'broken' in at ? at : await at.open();
    if ('broken' in opened) return unfit(opened.broken);
    const { listing, assembly, submission } = opened;
    if (assembly.state !== 'ready') return unfit(assembly.problems[0]?.message ?? 'Its programme can’t be told.');
    const { workspace } = assembly;
    const from = workspace.programme.id;
    const { name, urn } = seen(workspace.settings)?.school ?? {};
    move = { ...move, school: name ?? null, urn: urn ?? null, from };
    const given = givenOnce(world, job);
    if ('refusal' in given) return unfit(firstSaid(given.refusal));
    const kept = editionsKept(world, listing, workspace, given);
    if ('refusal' in kept) return unfit(firstSaid(kept.refusal));
    const target = targetOf(world, listing, { from, to }, given);
    if ('refusal' in target) return unfit(firstSaid(target.refusal));
    const moves = target.movesFrom(from) ?? movesOf([]);
    const { programme, movesFrom } = target;
    const year = yearOn(workspace, on);
    const moved = movedFiles(
      { workspace, from, to, programme, moves, movesFrom, on, year, reopens: false },
      settingsParts(world, { from, to }, given),
    );
    if ('refusal' in moved) return unfit(firstSaid(moved.refusal));
    const after = assembleWith(world, listingAfter(listing, [...moved.changes, ...kept]));
    if (after.state !== 'ready') return unfit(after.problems[0]?.message ?? `${to} can’t be used.`);
    const change = editionChange(standingOf(workspace, on), standingOf(after.workspace, on), moves.strands);
    if (submission === null) return { ...move, change };
    return { ...move, submission, change: changeSubmitted(change, submission.strands) };
  } catch (error) {
    return unfit(`It can’t be looked at: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const known = new WeakMap<World, { readonly key: string; readonly given: Given }>();

/** The files that were given, read once for many schools. */
function givenOnce(world: World, { fromFile, mapping }: MoveJob): Given | { readonly refusal: Outcome } {
  const key = JSON.stringify([fromFile, mapping]);
  const before = known.get(world);
  if (before?.key === key) return before.given;
  const options = { ...(fromFile === null ? {} : { fromFile }), ...(mapping === null ? {} : { mapping }) };
  const given = givenFiles(world, { args: [], options });
  if (!('refusal' in given)) known.set(world, { key, given });
  return given;
}

function firstSaid(refusal: Outcome): string {
  return said(refusal)[0] ?? '';
}
