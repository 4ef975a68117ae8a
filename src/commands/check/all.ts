import { type Outcome, unusable } from '../../model/outcome.ts';
import { atLeastAsBad } from '../../rules/run.ts';
import { WORKSPACE_FILE } from '../../workspace/layout.ts';
import type { World } from '../../world.ts';
import { folderOf, type Input } from '../command.ts';
import { checkMany, workspacesBelow } from './many.ts';
import { pathsOf } from './paths.ts';
import { reported, settled } from './report.ts';
import type { CheckRequest } from './request.ts';

/** Checks every workspace below a folder, on all cores, as one report. */
export async function checkAll(world: World, input: Input, request: CheckRequest): Promise<Outcome> {
  const { level, on, failOn, concerns } = request;
  if (
    pathsOf(input).length > 0 ||
    request.changed !== null ||
    request.fix !== null ||
    request.watch ||
    request.baseline !== null
  ) {
    return unusable(
      '--all looks at whole workspaces, once.',
      'Use it with --level, --rule, --format, --fail-on and --on only.',
    );
  }
  const folder = folderOf(world, input);
  if (!world.files.exists(folder))
    return unusable(`There is no folder ${world.files.shown(world.cwd, folder)}.`, 'Check the path after -C.');
  const roots = workspacesBelow(world, folder);
  if (roots.length === 0)
    return unusable(
      `There is no workspace here or below: no folder has a ${WORKSPACE_FILE}.`,
      'Name the folder of the schools with -C.',
    );
  const jobs = roots.map((root) => {
    const shown = world.files.shown(folder, root);
    return { root, prefix: shown === '.' ? '' : `${shown}/`, level, on };
  });
  const { files, found, suppressed, sources } = await checkMany(world, folder, jobs);
  const asked = found.filter(({ rule }) => concerns(rule));
  const written = reported(world, input, request, folder, {
    files,
    found: asked,
    suppressed: suppressed.filter(({ rule }) => concerns(rule)),
    sources,
    baseline: null,
  });
  if ('refusal' in written) return written.refusal;
  return settled(written, folder, asked.some(({ severity }) => atLeastAsBad(severity, failOn)) ? 1 : 0);
}
