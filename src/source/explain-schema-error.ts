import type { ErrorObject } from 'ajv';
import { didYouMean } from '../model/nearest.ts';
import { at, keyAt, type Place, type Step } from '../model/place.ts';
import type { FileKind } from './file-kinds.ts';
import { type SchemaNode, schemaAt } from './schema-at.ts';
import { pathOf, valueAt } from './schema-path.ts';
import type { Problem, Source } from './source.ts';
import { startsWithZero } from './traps.ts';

/** A schema error in words: what is wrong, where, and what would be right. */
export function explain(kind: FileKind, source: Source, error: ErrorObject): Problem {
  const path = pathOf(error, source.data);
  const schema = schemaAt(kind, path) ?? {};
  const say = (code: Problem['code'], where: Place, message: string, hint: string): Problem => ({
    code,
    where,
    message,
    hint,
  });
  const here = at(source.file, ...path);
  const name = nameOf(path);
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params.additionalProperty);
      return say(
        'schema/unknown-key',
        keyAt(source.file, ...path, key),
        `${name} has no key ${key}.`,
        didYouMean(key, Object.keys(schema.properties ?? {})),
      );
    }
    case 'required': {
      const key = String(error.params.missingProperty);
      const wanted = schema.properties?.[key];
      return say(
        'schema/missing-key',
        at(source.file, ...path, key),
        `${key} is missing.`,
        `Add ${key}${explained(wanted)}`,
      );
    }
    case 'type':
      if (wantsText(schema) && startsWithZero(source, path))
        return say(
          'yaml/octal-number',
          here,
          `${name} should be ${typeWords(schema)}: as a number it loses the 0 that it begins with.`,
          'Put it in quotes, with its 0.',
        );
      return say(
        'schema/wrong-type',
        here,
        `${name} should be ${typeWords(schema)}, and is ${valueWords(valueAt(source.data, path))}.`,
        typeHint(schema, valueAt(source.data, path)),
      );
    case 'enum':
      return say(
        'schema/wrong-value',
        here,
        `${name} can’t be this.`,
        didYouMean(String(valueAt(source.data, path)), schema.enum ?? []),
      );
    case 'format':
      if (schema.format === 'date')
        return say(
          'schema/bad-date',
          here,
          `${name} is not a date of the calendar.`,
          'Write it with the year first, such as 2026-10-12.',
        );
      return say(
        'schema/wrong-value',
        here,
        `${name} is not ${schema.format === 'email' ? 'an e-mail address' : 'in the right form'}.`,
        formHint(schema),
      );
    case 'const':
      return say(
        'schema/wrong-value',
        here,
        `${name} can’t be this.`,
        `It is ${JSON.stringify(schema.const)} in this version of lem.`,
      );
    case 'uniqueItems':
      return say(
        'schema/wrong-value',
        at(source.file, ...path, Math.max(Number(error.params.i), Number(error.params.j))),
        `${name} names this twice.`,
        'Keep one of the two.',
      );
    case 'minLength':
      return say(
        'schema/wrong-value',
        here,
        `${name} is empty.`,
        `Fill it in, or leave the key out${explained(schema)}`,
      );
    case 'maxLength':
      return say(
        'schema/wrong-value',
        here,
        `${name} is too long: at most ${error.params.limit} characters.`,
        'Shorten it.',
      );
    case 'minItems':
      return say(
        'schema/wrong-value',
        here,
        `${name} needs at least ${error.params.limit}.`,
        `Add one${explained(schema)}`,
      );
    case 'minimum':
      return say('schema/wrong-value', here, `${name} can’t be less than ${error.params.limit}.`, formHint(schema));
    default:
      return say('schema/wrong-value', here, `${name} is not in the right form.`, formHint(schema));
  }
}

function nameOf(path: readonly Step[]): string {
  const last = path.at(-1);
  if (last === undefined) return 'This file';
  return typeof last === 'number' ? `Item ${last + 1} of ${nameOf(path.slice(0, -1))}` : last;
}

const TYPES: { readonly [type: string]: string } = {
  string: 'a text',
  object: 'a map of keys and values',
  array: 'a list',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'empty',
};

function typeWords(schema: SchemaNode): string {
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  return types.map((type) => TYPES[type] ?? type).join(' or ');
}

function valueWords(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return TYPES[typeof value] ?? typeof value;
}

function wantsText({ type }: SchemaNode): boolean {
  return type === 'string' || (Array.isArray(type) && type.includes('string'));
}

function typeHint(schema: SchemaNode, value: unknown): string {
  if (wantsText(schema) && (typeof value === 'number' || typeof value === 'boolean'))
    return `Put it in quotes: "${value}".`;
  if (schema.type === 'array' && typeof value === 'string') return 'Put it in square brackets: [ … ].';
  return formHint(schema);
}

function formHint(schema: SchemaNode): string {
  const [example] = schema.examples ?? [];
  return [schema.description, example === undefined ? undefined : `For example: ${JSON.stringify(example)}`]
    .filter((part) => part !== undefined)
    .join(' ');
}

function explained(schema: SchemaNode | undefined): string {
  return schema?.description === undefined
    ? '.'
    : `: ${schema.description.charAt(0).toLowerCase()}${schema.description.slice(1)}`;
}
