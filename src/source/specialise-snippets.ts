import type { Programme } from '../model/programme.ts';
import { schemaAt } from './schema-at.ts';

/** The snippets an editor offers at a place of a schema: a whole action, evidence item or member to fill in. */
export function snippetsAt(path: string, programme: Programme): { readonly defaultSnippets?: readonly unknown[] } {
  const { strands, elements, file } = programme;
  const oneOf = (stop: number, ids: Iterable<string>): string => `\${${stop}|${[...ids].join(',')}|}`;
  const offer = (label: string, description: string, body: unknown) => ({
    defaultSnippets: [{ label, description, body }],
  });
  switch (path) {
    case 'action':
      return offer('action', 'A new action of the plan, to fill in.', {
        title: '$1',
        strands: [oneOf(2, strands.keys())],
        elements: [oneOf(3, elements.keys())],
        lead: '$4',
        due: '$5',
        status: 'planned',
        baseline: '$6',
        success: '$7',
      });
    case 'evidence':
      return offer('evidence item', 'A new evidence item, to fill in.', {
        title: '$1',
        kind: oneOf(2, schemaAt('evidence', ['kind'])?.enum ?? []),
        date: '$3',
        strands: [oneOf(4, strands.keys())],
        elements: [oneOf(5, elements.keys())],
        consent: oneOf(6, schemaAt('evidence', ['consent'])?.enum ?? []),
      });
    case 'reference-group/members/*':
      return offer('member', 'A member of the reference group, to fill in.', {
        name: '$1',
        role: '$2',
        represents: oneOf(
          3,
          file.referenceGroup.groups.map(({ id }) => id),
        ),
      });
    default:
      return {};
  }
}
