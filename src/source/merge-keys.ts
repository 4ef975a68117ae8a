import { type Document, isScalar } from 'yaml';
import type { Problem } from './source.ts';
import { walk } from './walk.ts';

/** The key that YAML 1.1 merged another map by. In YAML 1.2 it is a key like any other. */
export const MERGE_KEY = '<<';

/**
 * The merge keys of a document. They are found while reading, because what they were meant to bring in is then missing:
 * that is not a second fault.
 */
export function mergeKeys(file: string, document: Document): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { node, place } of walk(document)) {
    const where = place(file);
    if (where.part !== 'key' || !isScalar(node) || node.value !== MERGE_KEY || node.type !== 'PLAIN') continue;
    problems.push({
      code: 'yaml/merge-key',
      where,
      message: 'This key brings nothing in: YAML 1.2 does not merge.',
      hint: 'Write out here what it was meant to bring in, and take it away.',
    });
    if (problems.length === 20) break;
  }
  return problems;
}
