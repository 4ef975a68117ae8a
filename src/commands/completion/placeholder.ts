/** What completion knows of an argument or of an option's value. */
export interface Placeholder {
  /** What it stands for: `strand` in `<strand>`, `[strand]`, `<strands...>` and `--strand <strand>`. */
  readonly name: string;
  /** Whether it may be left out. */
  readonly optional: boolean;
  /** Whether there may be several. */
  readonly many: boolean;
  /** Whether = and a file may follow, as in `<format[=file]>`. */
  readonly thenFile: boolean;
}

/** Reads a placeholder in commander's notation; null where a text has none, as an option that is given or not. */
export function placeholderIn(notation: string): Placeholder | null {
  const [, bracket, inside = ''] = /([<[])(.+)[>\]]/.exec(notation) ?? [];
  if (bracket === undefined) return null;
  const [name = ''] = /^[\w|-]+/.exec(inside) ?? [];
  const many = inside.endsWith('...');
  return {
    name: many ? name.replace(/s$/, '') : name,
    optional: bracket === '[',
    many,
    thenFile: inside.includes('=file'),
  };
}
