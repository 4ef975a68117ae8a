/** How a stretch of text is meant; the terminal turns it into colour. `fill` is a background colour, `#rrggbb`. */
export type Tone = 'plain' | 'strong' | 'dim' | 'good' | 'warn' | 'bad' | 'accent' | { readonly fill: string };

export interface Run {
  readonly text: string;
  readonly tone?: Tone;
}

/** A line of output: plain text, or stretches of text with a tone. */
export type Line = string | readonly (Run | string)[];

/** Something to print. `lines` are for people, `text` goes out as it is, `json` is for programs. */
export type Block =
  | { readonly kind: 'lines'; readonly to: 'out' | 'err'; readonly lines: readonly Line[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'json'; readonly value: unknown };

/** Lines for standard output. */
export function out(...lines: Line[]): Block {
  return { kind: 'lines', to: 'out', lines };
}

/** Lines for standard error. */
export function err(...lines: Line[]): Block {
  return { kind: 'lines', to: 'err', lines };
}

/** A run with a tone. */
export function run(text: string, tone: Tone): Run {
  return { text, tone };
}
