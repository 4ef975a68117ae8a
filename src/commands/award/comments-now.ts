import { at } from '../../model/place.ts';
import { locate } from '../../source/locate.ts';
import { stepsOf, valueAt } from '../../source/schema-path.ts';
import type { CommentTold } from '../../views/award.ts';
import { sentPath } from '../../workspace/bundle-paths.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import type { Opened } from '../verify/opened.ts';
import type { ResponseRead } from './read-response.ts';

/**
 * The comments of a response with where each stands in the workspace now. A comment's file is looked for among those that
 * the workspace has, and nowhere else: whatever path a response names, nothing else is read.
 */
export function commentsNow(workspace: Workspace, { response }: ResponseRead): readonly CommentTold[] {
  return (response.comments ?? []).map(({ file, pointer = '', text }) => {
    const source = workspace.sources.get(file);
    if (source === undefined) return { where: file, isThere: workspace.assets.has(file), text };
    const path = stepsOf(pointer, source.data);
    if (valueAt(source.data, path) === undefined) return { where: file, isThere: false, text };
    const { line, column } = locate(source, at(file, ...path));
    return { where: `${file}:${line}:${column}`, isThere: true, text };
  });
}

/** What of the files that are commented on is not as it was submitted, each in a sentence. */
export function changedSince(
  world: World,
  workspace: Workspace,
  { response }: ResponseRead,
  { files }: Opened,
): readonly string[] {
  const named = new Set((response.comments ?? []).map(({ file }) => file));
  return [...named].flatMap((file) => {
    const sent = files.get(sentPath(file));
    const source = workspace.sources.get(file);
    const asset = workspace.assets.get(file);
    if (sent === undefined) return [`${file} is commented on, and was not part of the submission.`];
    const isSame =
      source === undefined
        ? asset === undefined || asset.sha256 === world.files.fingerprint(sent)
        : world.files.textDigest(source.text) === world.files.textDigest(new TextDecoder().decode(sent));
    return isSame ? [] : [`${file} has changed since it was submitted: what is said of it may no longer hold.`];
  });
}
