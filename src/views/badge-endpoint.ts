import { harmless } from '../model/visible.ts';
import { altText, asOn, type Kind, type Standing } from './badge-standing.ts';

/**
 * What shields.io draws a small badge from (https://shields.io/badges/endpoint-badge). It refuses keys that it does not
 * know, so that lem’s own stand in a file beside it. With `isError` nobody can give the badge another colour.
 */
export function shieldsJson({ title, words, details, kind, on }: Standing): string {
  return written({
    schemaVersion: 1,
    label: title,
    message: [words, ...details, asOn(on)].join(', '),
    color: COLOURS[kind],
    ...(kind === 'ended' ? { isError: true } : {}),
  });
}

const COLOURS: { readonly [kind in Kind]: string } = { award: '5a2a4f', ended: '8a1c1c', none: '6b6068' };

/** How a badge or the Mark stands, for programs: schemas/output/badge-endpoint.json. */
export function endpointJson(programme: string, standing: Standing): string {
  const { strand, title, school, state, kind, awarded, lapses, deadline, on } = standing;
  return written({
    format: 1,
    programme,
    school,
    strand,
    title,
    state,
    isAward: kind === 'award',
    awarded,
    lapses,
    deadline,
    on,
    alt: altText(standing),
  });
}

function written(value: unknown): string {
  return harmless(`${JSON.stringify(value, null, 2)}\n`);
}
