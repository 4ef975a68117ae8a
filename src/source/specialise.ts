import { concerns, type Programme } from '../model/programme.ts';
import type { FileKind } from './file-kinds.ts';
import { type SchemaNode, schemaOf } from './schema-at.ts';
import { snippetsAt } from './specialise-snippets.ts';
import { type Word, wordsAt } from './specialise-words.ts';

type Json = { readonly [key: string]: unknown };

/** What a part of a schema is made for. */
interface Setting {
  readonly programme: Programme;
  /** The strands that may be named here: a statement may concern only some. */
  readonly strands: readonly string[];
  /** What several parts of a schema share; filled as they are made. */
  readonly definitions: { [name: string]: Json };
  /** Whether the file defines a programme itself, so that its ids are its own. */
  readonly defines: boolean;
}

/**
 * The schema of a file kind for editors, as JSON: draft 7, standing alone, with the programme's own strands, elements,
 * statements and ratings in place of "any text", so that an editor completes and explains them. A key that may be left
 * out may also be empty, because an empty value counts as left out.
 */
export function editorSchema(kind: FileKind, programme: Programme): string {
  const definitions: { [name: string]: Json } = {};
  const setting: Setting = {
    programme,
    strands: [...programme.strands.keys()],
    definitions,
    defines: kind === 'programme',
  };
  const { $schema, ...made } = convert(schemaOf(kind), kind, setting, false);
  const shared = Object.keys(definitions).length === 0 ? {} : { definitions };
  const comment = `For editors. Written by lem for the programme ${programme.id}.`;
  return `${JSON.stringify({ $schema, $comment: comment, ...made, ...shared }, null, 2)}\n`;
}

/** @param path kind and keys on the way here, with * for any key and any item; @param empty whether the value may be left empty */
function convert(node: SchemaNode, path: string, setting: Setting, empty: boolean): Json {
  const { 'x-common': common, properties, items, additionalProperties, examples, ...rest } = node;
  const words = setting.defines ? null : wordsAt(common, path, setting.programme, setting.strands);
  if (words !== null)
    return allowEmpty(
      {
        title: node.title,
        ...choice(words.words),
        description: words.description,
      },
      empty,
    );
  const keyed = setting.defines ? null : keyedAt(path, node, setting);
  const made: Json = {
    ...rest,
    ...(examples === undefined || (!setting.defines && namesWords(node, path, setting)) ? {} : { examples }),
    ...(items === undefined ? {} : { items: convert(items, `${path}/*`, setting, false) }),
    ...(properties === undefined
      ? {}
      : {
          properties: mapValues(properties, (child, key) =>
            convert(child, `${path}/${key}`, setting, !node.required?.includes(key)),
          ),
        }),
    ...(keyed !== null
      ? { properties: keyed, additionalProperties: false }
      : otherKeys(additionalProperties, path, setting)),
    ...snippetsAt(path, setting.programme),
  };
  return allowEmpty(made, empty);
}

function otherKeys(node: SchemaNode['additionalProperties'], path: string, setting: Setting): Json {
  if (node === undefined) return {};
  return {
    additionalProperties: typeof node === 'boolean' ? node : convert(node, `${path}/*`, setting, true),
  };
}

/** The keys of a map whose keys are ids of the programme, each with what it stands for; null for any other map. */
function keyedAt(path: string, node: SchemaNode, setting: Setting): { readonly [key: string]: Json } | null {
  const value = typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined;
  if (value === undefined) return null;
  const { programme, strands, definitions } = setting;
  const child = (limited: readonly string[]): Json =>
    convert(value, `${path}/*`, { ...setting, strands: limited }, true);
  const byStrand = (make: () => Json): { readonly [key: string]: Json } =>
    Object.fromEntries(
      strands.map((id) => [
        id,
        {
          ...untitled(make()),
          ...titled(programme.strands.get(id)?.title, programme.strands.get(id)?.about),
        },
      ]),
    );
  switch (path) {
    case 'audit/judgements':
      return Object.fromEntries(
        [...programme.statements.values()].map((statement) => {
          const limited = strands.filter((strand) => concerns(statement, strand));
          if (limited.length < strands.length)
            return [
              statement.id,
              {
                ...untitled(child(limited)),
                title: statement.id,
                description: statement.text,
              },
            ];
          definitions.judgement ??= untitled(child(strands));
          return [statement.id, shared('judgement', statement.id, statement.text)];
        }),
      );
    case 'grid/cells':
      definitions.cells ??= untitled(child(strands));
      return mapValues(Object.fromEntries(programme.elements), ({ title, descriptors }) =>
        shared('cells', title, descriptorLines(descriptors, programme)),
      );
    case 'grid/cells/*':
      return byStrand(() => cell(value, `${path}/*`, setting));
    case 'audit/judgements/*/strands':
    case 'awards/visits/*/decisions':
    case 'awards/visits/*/because':
      return byStrand(() => child(strands));
    default:
      return null;
  }
}

/** A cell of the grid is a rating, or a rating with its reason: an editor needs the two apart to complete the first. */
function cell(node: SchemaNode, path: string, setting: Setting): Json {
  const { type: _, ...long } = convert({ ...node, type: 'object' }, path, setting, false);
  const rating = untitled((long.properties as { readonly rating: Json }).rating);
  return {
    anyOf: [rating, { type: 'object', ...untitled(long) }, { type: 'null' }],
  };
}

function shared(name: string, title: string, description: string): Json {
  return {
    ...titled(title, description),
    type: ['object', 'null'],
    allOf: [{ $ref: `#/definitions/${name}` }],
  };
}

function choice(words: readonly Word[]): Json {
  return {
    type: 'string',
    enum: words.map(({ id }) => id),
    enumDescriptions: words.map(({ means }) => means),
  };
}

function allowEmpty(node: Json, empty: boolean): Json {
  if (!empty) return node;
  const types = node.type === undefined ? [] : [node.type].flat();
  return {
    ...node,
    ...(types.length === 0 || types.includes('null') ? {} : { type: [...types, 'null'] }),
    ...(Array.isArray(node.enum) ? { enum: [...node.enum, null] } : {}),
    ...(Array.isArray(node.enumDescriptions) ? { enumDescriptions: [...node.enumDescriptions, 'Nothing yet.'] } : {}),
  };
}

/** Whether words of the programme are named somewhere below: then the schema's examples are of another programme. */
function namesWords(node: SchemaNode, path: string, setting: Setting): boolean {
  if (
    wordsAt(node['x-common'], path, setting.programme, setting.strands) !== null ||
    keyedAt(path, node, { ...setting, definitions: {} }) !== null
  )
    return true;
  const { items, additionalProperties, properties } = node;
  return (
    (items !== undefined && namesWords(items, `${path}/*`, setting)) ||
    (typeof additionalProperties === 'object' && namesWords(additionalProperties, `${path}/*`, setting)) ||
    Object.entries(properties ?? {}).some(([key, child]) => namesWords(child, `${path}/${key}`, setting))
  );
}

function descriptorLines(descriptors: { readonly [rating: string]: string } | undefined, programme: Programme): string {
  const lines = programme.file.scale.flatMap(({ id, title }) =>
    descriptors?.[id] === undefined ? [] : [`${title}: ${descriptors[id]}`],
  );
  return lines.join('\n');
}

function titled(title: string | undefined, description: string | undefined): Json {
  return {
    ...(title ? { title } : {}),
    ...(description ? { description } : {}),
  };
}

function untitled({ title: _title, description: _description, examples: _examples, ...rest }: Json): Json {
  return rest;
}

function mapValues<T, R>(
  map: { readonly [key: string]: T },
  make: (value: T, key: string) => R,
): { readonly [key: string]: R } {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, make(value, key)]));
}
