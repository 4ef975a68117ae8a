import { claimOf } from '../../facts/claims.ts';
import { inWords } from '../../model/calendar.ts';
import type { SubmissionFile } from '../../model/files.generated.ts';
import { seen } from '../../model/known.ts';
import type { Assembly } from '../../workspace/assemble.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import { assembleWith } from '../load.ts';
import { programmeSha256 } from '../submit/manifest.ts';
import { versionOf } from '../version.ts';
import { documentsCompared } from './documents.ts';
import { listingIn } from './listing-in.ts';
import type { Opened } from './opened.ts';

/** What working everything out again came to. */
export type Recomputed =
  | {
      readonly state: 'done';
      readonly workspace: Workspace;
      /** What is claimed and does not follow from the files, each in a sentence. */
      readonly contradictions: readonly string[];
      /** What could not be compared, and why. */
      readonly untold: readonly string[];
    }
  | { readonly state: 'untold'; readonly message: string; readonly remedy: string };

/** Puts the workspace of a submission together in memory and works out again what is claimed on it, and its documents. */
export async function recompute(world: World, opened: Opened): Promise<Recomputed> {
  const { files, manifest } = opened;
  const claims = claimsRecomputed(world, manifest, assembleWith(world, listingIn(world, opened)));
  if (claims.state === 'untold' || claims.workspace.programme.id !== manifest.programme.id) return claims;
  const { workspace } = claims;
  const { version } = manifest.tool;
  const documents =
    version === versionOf(world)
      ? await documentsCompared(world, workspace, manifest, files)
      : { contradictions: [], untold: [`The documents were made by lem ${version}: ${ANOTHER_VERSION}`] };
  return {
    state: 'done',
    workspace,
    contradictions: [...claims.contradictions, ...documents.contradictions],
    untold: documents.untold,
  };
}

const ANOTHER_VERSION = 'another version can’t tell whether they show what the files say.';

/**
 * Works out again what is claimed on the workspace of a submission, its documents left aside.
 * @param assembly that workspace, put together in memory
 */
export function claimsRecomputed(world: World, manifest: SubmissionFile, assembly: Assembly): Recomputed {
  if (assembly.state === 'unusable') {
    const [problem] = assembly.problems;
    return {
      state: 'untold',
      message: `Its workspace can’t be put together: ${problem?.where.file ?? ''} ${problem?.message ?? ''}`.trim(),
      remedy: problem?.hint ?? 'Ask the school for another.',
    };
  }
  const { workspace } = assembly;
  if (workspace.programme.id !== manifest.programme.id)
    return {
      state: 'done',
      workspace,
      contradictions: [
        `It claims to be judged by ${manifest.programme.id}, and its workspace works to another edition.`,
      ],
      untold: [],
    };
  if (programmeSha256(world, workspace) !== manifest.programme.sha256)
    return {
      state: 'untold',
      message: `It was judged by another text of the edition ${manifest.programme.id} than this lem has.`,
      remedy: `Verify it with lem ${manifest.tool.version}, which made it.`,
    };
  return { state: 'done', workspace, contradictions: claimsCompared(workspace, manifest), untold: [] };
}

/** What is claimed and does not follow from the workspace, each in a sentence. */
function claimsCompared(workspace: Workspace, manifest: SubmissionFile): readonly string[] {
  const contradictions: string[] = [];
  const school = seen(workspace.settings)?.school;
  if ((school?.name ?? '') !== manifest.school.name || (school?.urn ?? null) !== manifest.school.urn)
    contradictions.push('The school is another in its lem.yaml than in its manifest.');
  for (const { strand, ...claim } of manifest.strands) {
    if (!workspace.programme.strands.has(strand)) {
      contradictions.push(`It claims a badge of ${strand}, which is no strand of its programme.`);
      continue;
    }
    const { strand: _strand, ...found } = claimOf(workspace, strand, manifest.on);
    const title = workspace.programme.strands.get(strand)?.title ?? strand;
    const judged = `as on ${inWords(manifest.on)}`;
    if (found.eligible !== claim.eligible)
      contradictions.push(
        `${title}: it claims to be ${eligibleWord(claim.eligible)}, and by its files it is ${eligibleWord(found.eligible)} ${judged}.`,
      );
    for (const { id, met } of found.requirements)
      if (claim.requirements.find((each) => each.id === id)?.met !== met)
        contradictions.push(`${title}: ${id} is ${metWord(met)} by its files ${judged}, and it claims otherwise.`);
    if (claim.requirements.length !== found.requirements.length || claim.year !== found.year)
      contradictions.push(`${title}: its claim is made of other requirements or of another year than its files say.`);
    if (stable(found.rollUp) !== stable(claim.rollUp))
      contradictions.push(`${title}: its ratings roll up to something else than it claims.`);
  }
  return contradictions;
}

function eligibleWord(eligible: boolean | null): string {
  return eligible === null ? 'undecided' : eligible ? 'ready to claim' : 'not ready to claim';
}

function metWord(met: boolean | null): string {
  return met === null ? 'undecided' : met ? 'met' : 'not met';
}

/** A value as text, its keys in one order. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
