import { nearest } from '../../model/nearest.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { canBeOwn, TEMPLATES, type Template, type Templates } from '../../views/html/templates.ts';
import type { World } from '../../world.ts';

/** In bytes. No page that a person reads needs more. */
const LARGEST = 1_000_000;

/**
 * The templates of pages: those that come with lem, and in the place of each the workspace's own where it has one under
 * the same path. One that would stand in for nothing is a slip, and refused.
 */
export function templatesOf(
  world: World,
  root: string,
): { readonly templates: Templates } | { readonly refusal: Outcome } {
  const { files } = world;
  const templates = new Map(shippedTemplates(world));
  const theirs = [...templates.keys()].filter(canBeOwn);
  for (const name of files.walk(files.resolve(root, TEMPLATES)).filter((each) => !each.startsWith('.'))) {
    const path = `${TEMPLATES}/${name}`;
    if (!theirs.includes(path))
      return { refusal: unusable(`${path} stands in for no template of lem’s.`, other(path, theirs)) };
    const given = files.readGiven(files.resolve(root, path), LARGEST);
    if (given.state !== 'read')
      return { refusal: unusable(`${path} can’t be read.`, 'Put an ordinary text file there.') };
    templates.set(path, { text: new TextDecoder().decode(given.bytes), own: true });
  }
  return { templates };
}

/** The templates of pages that come with lem. */
export function shippedTemplates({ files }: World): Templates {
  const paths = files.walk(files.shippedFolder(TEMPLATES)).map((name) => `${TEMPLATES}/${name}`);
  return new Map(paths.map((path): [string, Template] => [path, { text: files.shipped(path), own: false }]));
}

function other(path: string, paths: readonly string[]): string {
  const near = nearest(path, paths);
  return near === null ? `There are ${paths.length} in the package’s ${TEMPLATES}.` : `Did you mean ${near}?`;
}
