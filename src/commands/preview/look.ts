import type { IsoDate } from '../../model/calendar.ts';
import { RULES } from '../../rules/index.ts';
import { diagnose } from '../../rules/run.ts';
import type { Complaint } from '../../views/html/served-page.ts';
import { type Reader, readerWithMemory } from '../../workspace/read-file.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import type { Input } from '../command.ts';
import type { Press, pressMaker } from '../documents/compose.ts';
import { type Logo, logoOf } from '../documents/logo.ts';
import { templatesOf } from '../documents/templates.ts';
import { assembleWith, listHere } from '../load.ts';
import { isSameListing } from '../same-listing.ts';
import { complaintOf } from './complaints.ts';

/** A workspace at one moment, with all that pages are made of. */
export interface Look extends Reading {
  /** What makes pages, or what is wrong with the templates. */
  readonly press: Press | { readonly complaint: Complaint };
  readonly logo: { readonly logo: Logo | null } | { readonly complaint: Complaint };
}

interface Reading {
  /** Null where nothing can be made of it. */
  readonly workspace: Workspace | null;
  /** Whether every file could be read. */
  readonly isWhole: boolean;
  /** What lem check calls an error in a draft. */
  readonly complaints: readonly Complaint[];
}

/**
 * Looks at a workspace again and again. The same look comes back as long as nothing has changed; what has not changed is
 * not read through again, and templates are compiled once.
 */
export function lookout(
  world: World,
  input: Input,
  on: IsoDate,
  makePress: Awaited<ReturnType<typeof pressMaker>>,
): () => Look {
  const read = readerWithMemory();
  const reading = remembering(isSameHere, (here) => readingOf(world, here, read, on));
  const press = remembering(isSameText, (found: ReturnType<typeof templatesOf>): Look['press'] =>
    'refusal' in found ? { complaint: complaintOf(found.refusal) } : makePress(found.templates),
  );
  const logo = remembering(isSameText, (found: ReturnType<typeof logoOf>): Look['logo'] =>
    'refusal' in found ? { complaint: complaintOf(found.refusal) } : found,
  );
  const look = remembering<Look, Look>(
    (before, now) => before.complaints === now.complaints && before.press === now.press && before.logo === now.logo,
    (now) => now,
  );
  let root = '';
  return () => {
    const here = listHere(world, input);
    if ('root' in here) root = here.root;
    const seen = reading(here);
    return look({
      ...seen,
      press: press(templatesOf(world, root)),
      logo: logo(seen.workspace === null ? { logo: null } : logoOf(world, root, seen.workspace)),
    });
  };
}

type Here = ReturnType<typeof listHere>;

/** The rules that say that a file, or a part of one, can't be read. */
const READING = new Set(RULES.filter(({ check }) => check === undefined).map(({ id }) => id));

function readingOf(world: World, here: Here, read: Reader, on: IsoDate): Reading {
  if ('refusal' in here) return { workspace: null, isWhole: false, complaints: [complaintOf(here.refusal)] };
  const assembly = assembleWith(world, here.listing, read);
  const errors = diagnose(assembly, { level: 'draft', on }).filter(({ severity }) => severity === 'error');
  const [first, then] = [true, false].map((isFirst) => errors.filter(({ rule }) => READING.has(rule) === isFirst));
  return {
    workspace: assembly.state === 'ready' ? assembly.workspace : null,
    isWhole: first?.length === 0,
    complaints: [...(first ?? []), ...(then ?? [])].map(({ file, line, message, hint }) => ({
      where: `${file}:${line}`,
      message,
      hint,
    })),
  };
}

/** A function that gives its last answer again where it is asked the same. */
function remembering<From, To>(isSame: (before: From, now: From) => boolean, answer: (from: From) => To) {
  let last: { readonly from: From; readonly to: To } | null = null;
  return (from: From): To => {
    if (last === null || !isSame(last.from, from)) last = { from, to: answer(from) };
    return last.to;
  };
}

function isSameHere(before: Here, now: Here): boolean {
  if ('refusal' in before || 'refusal' in now) return 'refusal' in before && 'refusal' in now;
  return before.root === now.root && isSameListing(before.listing, now.listing);
}

/** Whether two things read as the same; maps by what they hold, bytes by the address that stands for them. */
function isSameText(before: unknown, now: unknown): boolean {
  const text = (value: unknown): string =>
    JSON.stringify(value, (key, part) => (key === 'bytes' ? null : part instanceof Map ? [...part] : part));
  return text(before) === text(now);
}
