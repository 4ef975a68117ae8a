import type { ErrorObject } from 'ajv';
import { isScalar } from 'yaml';
import { isDate } from '../model/calendar.ts';
import type { Edit, Fix, Plain } from '../model/edit.ts';
import { at, keyAt, type Place, type Step } from '../model/place.ts';
import { respelt } from '../model/respelt.ts';
import { readSchoolYear } from '../model/school-year.ts';
import type { FileKind } from './file-kinds.ts';
import { documentOf } from './parse.ts';
import { type SchemaNode, schemaAt } from './schema-at.ts';
import { pathOf, valueAt } from './schema-path.ts';
import type { Source } from './source.ts';

interface Mended {
  readonly fix?: Fix;
}

/** The fix of a schema error, to go into its problem; empty where a person has to judge what was meant. */
export function fixOf(kind: FileKind, source: Source, error: ErrorObject): Mended {
  const path = pathOf(error, source.data);
  const schema = schemaAt(kind, path) ?? {};
  const value = valueAt(source.data, path);
  const place = at(source.file, ...path);
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params.additionalProperty);
      return respelt(keyAt(source.file, ...path, key), key, Object.keys(schema.properties ?? {}));
    }
    case 'enum':
      return typeof value === 'string' ? respelt(place, value, schema.enum ?? []) : {};
    case 'type':
      return typeof value === 'string' ? inList(place, schema, value) : inQuotes(place, schema, source);
    case 'format':
      return schema.format === 'date' && typeof value === 'string' ? rewritten(place, value, isoDate(value)) : {};
    case 'pattern':
      return schema['x-common'] === 'schoolYear' && typeof value === 'string'
        ? rewritten(place, value, readSchoolYear(value.replace(/\s*[–—-]\s*/, '-')))
        : {};
    case 'uniqueItems':
      return Array.isArray(value) ? withoutRepeats(source.file, path, value) : {};
    default:
      return {};
  }
}

/** A number or a word for true or false where a text is wanted: the same characters, in quotes. */
function inQuotes(place: Place, { type }: SchemaNode, source: Source): Mended {
  const was = valueAt(source.data, place.path);
  if ((type !== 'string' && !type?.includes('string')) || (typeof was !== 'number' && typeof was !== 'boolean'))
    return {};
  const node = documentOf(source).getIn(place.path, true);
  if (!isScalar(node) || node.source === undefined) return {};
  return set(place, was, node.source, 'put in quotes');
}

/** One text where a list of texts is wanted; several, told apart by commas, are for a person to part. */
function inList(place: Place, { type, items }: SchemaNode, value: string): Mended {
  const wantsTexts = type === 'array' && (items?.type === 'string' || items?.enum !== undefined);
  if (!wantsTexts || value.trim() === '' || /[,;\n&]/.test(value)) return {};
  return set(place, value, [value], 'made a list of one');
}

function rewritten(place: Place, was: string, value: string | null): Mended {
  return value === null || value === was ? {} : set(place, was, value, `written as ${value}`);
}

/** A date written day first; null where it could as well be month first. */
function isoDate(text: string): string | null {
  const [, day = '', , month = '', year = ''] = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})$/.exec(text.trim()) ?? [];
  if (Number(day) <= 12 && Number(day) !== Number(month)) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : null;
}

function withoutRepeats(file: string, path: readonly Step[], list: readonly unknown[]): Mended {
  const repeats = [...list.keys()].filter((index) => isText(list[index]) && list.indexOf(list[index]) < index);
  const edits = repeats
    .reverse()
    .map((index): Edit => ({ kind: 'remove', place: at(file, ...path, index), was: String(list[index]) }));
  return edits.length === 0 ? {} : { fix: { does: 'named once', edits } };
}

function isText(item: unknown): boolean {
  return typeof item === 'string';
}

function set(place: Place, was: Plain, value: Plain, does: string): Mended {
  return { fix: { does, edits: [{ kind: 'set', place, was, value }] } };
}
