import type { Plain } from '../model/edit.ts';
import type { ResponseFile } from '../model/files.generated.ts';
import { afterKey } from '../source/edit-text.ts';

/** A response's file: YAML that holds against the schema whatever its texts contain, and the same for the same response. */
export function draftResponse(response: ResponseFile): string {
  const { format, kind, submission, school, programme, visit, decisions, comments, recommendations } = response;
  const { urn, ...named } = school;
  return [
    line('format', format),
    line('kind', kind),
    line('submission', submission),
    line('school', urn === null ? named : { ...named, urn }, false),
    ...(urn === null ? ['  urn: null\n'] : []),
    line('programme', programme),
    line('visit', visit),
    line('decisions', decisions),
    ...(comments === undefined ? [] : [line('comments', comments)]),
    ...(recommendations === undefined ? [] : [line('recommendations', recommendations)]),
  ].join('');
}

/** @param braces whether a small map is written in braces */
function line(key: keyof ResponseFile, value: unknown, braces = true): string {
  return `${key}:${afterKey(value as Plain, { flow: false, column: 0, step: 2, eol: '\n', braces })}\n`;
}
