import type { Programme } from '../model/programme.ts';

/** A word of the programme that may be written, and what it stands for. */
export interface Word {
  readonly id: string;
  readonly means: string;
}

/** The words that may stand at a place of a schema, or null where any text may. @param common the shared definition the place comes from */
export function wordsAt(
  common: string | undefined,
  path: string,
  programme: Programme,
  strands: readonly string[],
): { readonly description: string; readonly words: readonly Word[] } | null {
  const { title, scale, notApplicable, referenceGroup } = programme.file;
  if (path === 'reference-group/members/*/represents') {
    const words = referenceGroup.groups.map((group) => ({
      id: group.id,
      means: `${group.title}${standing(programme, group.id)}`,
    }));
    return { description: 'The group they speak for.', words };
  }
  switch (common) {
    case 'strand':
      return {
        description: `A strand of the ${title}.`,
        words: strands.map((id) => ({
          id,
          means: meaning(id, programme.strands.get(id)?.title ?? id, programme.strands.get(id)?.about),
        })),
      };
    case 'element':
      return {
        description: `An element of the audit of the ${title}.`,
        words: [...programme.elements.values()].map((element) => ({
          id: element.id,
          means: element.title,
        })),
      };
    case 'rating':
      return {
        description: 'The rating that best describes current practice.',
        words: [
          ...scale.map(({ id, title, means }) => ({
            id,
            means: meaning(id, title, means),
          })),
          {
            id: notApplicable.id,
            means: `${notApplicable.title}: always needs because.`,
          },
        ],
      };
    default:
      return null;
  }
}

/** A title with what it stands for; without the title where the id says as much. */
function meaning(id: string, title: string, means: string | undefined): string {
  if (means === undefined) return title;
  return title.toLowerCase().replaceAll(' ', '-') === id ? means : `${title}: ${means}`;
}

function standing({ file }: Programme, group: string): string {
  const { mustInclude = [], advised = [] } = file.referenceGroup;
  return mustInclude.includes(group) ? ': must be in the group' : advised.includes(group) ? ': advised' : '';
}
