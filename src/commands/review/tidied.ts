import type { ResponseFile } from '../../model/files.generated.ts';
import { saysNothing } from '../interview/says-nothing.ts';
import type { Answered } from './answered.ts';

/**
 * A response as it is written down: strands in the order in which they are claimed, texts without white space around
 * them, and nothing that says nothing.
 */
export function tidied({ manifest }: Answered, response: ResponseFile): ResponseFile {
  const { visit, decisions, comments = [], recommendations = [], ...rest } = response;
  const decided = new Map(Object.entries(decisions));
  const { date, kind, assessor, notes } = visit;
  return {
    ...rest,
    visit: { date, kind, ...said('assessor', assessor), ...said('notes', notes) },
    decisions: Object.fromEntries(
      manifest.strands.flatMap(({ strand }) => {
        const each = decided.get(strand);
        return each === undefined ? [] : [[strand, { decision: each.decision, ...said('because', each.because) }]];
      }),
    ),
    ...(comments.length === 0
      ? {}
      : {
          comments: comments.map(({ file, pointer, text }) => ({
            file,
            ...(pointer === undefined || pointer === '' ? {} : { pointer }),
            text: plain(text),
          })),
        }),
    ...(recommendations.length === 0
      ? {}
      : {
          recommendations: recommendations.map(({ text, strand }) => ({
            text: plain(text),
            ...(strand === undefined ? {} : { strand }),
          })),
        }),
  };
}

function said<K extends string>(key: K, text: string | undefined): { readonly [key in K]?: string } {
  return text === undefined || saysNothing(text) ? {} : ({ [key]: plain(text) } as { [key in K]: string });
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
