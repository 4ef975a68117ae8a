import type { BadgeFacts } from '../../facts/eligibility.ts';
import type { MarkFacts } from '../../facts/mark.ts';
import type { IsoDate } from '../../model/calendar.ts';
import { endpointJson, shieldsJson } from '../../views/badge-endpoint.ts';
import { badgePicture } from '../../views/badge-picture.ts';
import { badgeStanding, markStanding } from '../../views/badge-standing.ts';
import { BADGE_TEMPLATE, badgeRenderer, imageTag } from '../../views/html/badge-image.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';

/** What `lem badges` has found out. */
export interface Found {
  readonly root: string;
  readonly workspace: Workspace;
  readonly on: IsoDate;
  readonly badges: readonly BadgeFacts[];
  readonly mark: MarkFacts;
  /** The strand that was named; undefined where all are meant, and the Mark with them. */
  readonly strand: string | undefined;
}

/** A file in the folder that the user named for it. */
export interface SiteFile {
  readonly dir: string;
  readonly name: string;
  readonly content: string;
}

/**
 * The files for a website, and the HTML that shows the images.
 * @param folders where the images go, and where the JSON; undefined for what is not asked for
 */
export function siteFiles(
  world: World,
  { workspace, on, badges, mark, strand }: Found,
  folders: { readonly svg: string | undefined; readonly json: string | undefined },
): { readonly files: readonly SiteFile[]; readonly tags: readonly string[] } {
  const { svg, json } = folders;
  const standings = [
    ...badges.map((badge) => badgeStanding(workspace, badge, mark, on)),
    ...(strand === undefined ? [markStanding(workspace, mark, on)] : []),
  ];
  const files: SiteFile[] = [];
  const tags: string[] = [];
  if (svg !== undefined) {
    const render = badgeRenderer(world.files.shipped(BADGE_TEMPLATE));
    for (const standing of standings) {
      const [name, picture] = [`${standing.name}.svg`, badgePicture(standing)];
      files.push({ dir: svg, name, content: render(picture) });
      tags.push(imageTag(name, picture));
    }
  }
  if (json !== undefined)
    for (const standing of standings) {
      files.push({ dir: json, name: `${standing.name}.json`, content: shieldsJson(standing) });
      const own = endpointJson(workspace.programme.id, standing);
      files.push({ dir: json, name: `${standing.name}.lem.json`, content: own });
    }
  return { files, tags };
}
