import type { Listing } from '../../model/listing.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import type { Part } from '../../source/edit.ts';
import { isSame } from '../../source/edit-data.ts';
import { parse } from '../../source/parse.ts';
import { pathOf } from '../../workspace/layout.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import type { TextChange } from '../change.ts';
import { shippedProgrammes } from '../load.ts';
import type { Given } from './given.ts';

const OWN = 'programme.yaml';

/**
 * What is kept so that files of earlier years can still be read: the mapping that was given, and an edition of the
 * workspace’s own that another takes the place of.
 */
export function editionsKept(
  world: World,
  { entries }: Listing,
  workspace: Workspace,
  { programme, mapping }: Given,
): readonly TextChange[] | { readonly refusal: Outcome } {
  const textAt = (path: string): string | null => {
    const entry = entries.get(path);
    return entry?.kind === 'text' ? entry.text : null;
  };
  const changes: TextChange[] = [];
  if (mapping !== null) {
    const path = pathOf.mapping(mapping.known.value.from, mapping.known.value.to);
    const before = textAt(path);
    if (before !== null && before !== mapping.text)
      return {
        refusal: unusable(
          `${path} is there already, and says something else.`,
          'Compare the two, and keep one of them.',
        ),
      };
    changes.push({ path, before, after: mapping.text });
  }
  if (programme === null) return changes;
  const { id } = programme.known.value;
  if (shippedProgrammes(world).has(id))
    return {
      refusal: unusable(
        `${programme.file} calls itself ${id}, and an edition of that name comes with lem.`,
        'Give it an id of its own, such as one with the county’s name and a year.',
      ),
    };
  const before = textAt(OWN);
  if (id === workspace.programme.id && !hasSameIds(programme.text, before ?? ''))
    return {
      refusal: unusable(
        `${programme.file} has other strands, elements or statements than the ${id} that is here.`,
        'Give it an id of its own, so that earlier years stay readable, and say with --mapping what becomes of each strand.',
      ),
    };
  const own = before === null ? null : (parse(OWN, before).data as { readonly id?: unknown } | undefined)?.id;
  if (before !== null && typeof own === 'string' && own !== id) {
    const path = pathOf.edition(own);
    const there = textAt(path);
    if (there === null) changes.push({ path, before: null, after: before });
  }
  return [...changes, { path: OWN, before, after: programme.text }];
}

/** What changes in lem.yaml: the edition, and what it is pinned by where it is the workspace’s own. */
export function settingsParts(
  world: World,
  { from, to }: { readonly from: string; readonly to: string },
  { programme }: Given,
): readonly Part[] {
  if (from === to && programme === null) return [];
  return [
    { path: ['programme'], value: to },
    programme === null
      ? { path: ['programmeDigest'] }
      : { path: ['programmeDigest'], value: digestOf(world, programme.text) },
  ];
}

/** The fingerprint that lem.yaml pins an edition by: that of its text with plain line ends, so that git may change them. */
function digestOf(world: World, content: string): string {
  return `sha256-${world.files.textDigest(content)}`;
}

interface Listed {
  readonly strands?: readonly { readonly id: string }[];
  readonly elements?: readonly { readonly id: string; readonly statements?: readonly { readonly id: string }[] }[];
}

function hasSameIds(a: string, b: string): boolean {
  const ids = (content: string): unknown => {
    const { strands = [], elements = [] } = (parse(OWN, content).data ?? {}) as Listed;
    return [
      strands.map(({ id }) => id),
      elements.map(({ id, statements = [] }) => [id, statements.map((each) => each.id)]),
    ];
  };
  return isSame(ids(a), ids(b));
}
