import type { Step } from '../model/place.ts';
import type { FileKind } from './file-kinds.ts';
import { schemaTexts } from './validators.generated.js';

/** A JSON Schema node, as far as our schemas use the language. */
export interface SchemaNode {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly examples?: readonly unknown[];
  readonly properties?: { readonly [key: string]: SchemaNode };
  readonly additionalProperties?: boolean | SchemaNode;
  readonly items?: SchemaNode;
  readonly required?: readonly string[];
  readonly 'x-common'?: string;
}

const parsed = new Map<FileKind, SchemaNode>();

/** The schema of a file kind, with every reference in place. */
export function schemaOf(kind: FileKind): SchemaNode {
  const known = parsed.get(kind);
  if (known !== undefined) return known;
  const schema = JSON.parse(schemaTexts[kind]) as SchemaNode;
  parsed.set(kind, schema);
  return schema;
}

/** The part of a file kind's schema that a path leads to, or null where it leads nowhere. */
export function schemaAt(kind: FileKind, path: readonly Step[]): SchemaNode | null {
  let node: SchemaNode = schemaOf(kind);
  for (const step of path) {
    const own =
      typeof step === 'string' && Object.hasOwn(node.properties ?? {}, step) ? node.properties?.[step] : undefined;
    const rest = typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined;
    const next = typeof step === 'number' ? node.items : (own ?? rest);
    if (next === undefined) return null;
    node = next;
  }
  return node;
}
