import Handlebars from 'handlebars';
import type { TemplateFault } from './templates.ts';

/** Elements that could run, load, send or lead away; every page forbids most of them besides. */
const ELEMENTS =
  /<\s*\/?\s*(script|meta|base|iframe|frame|frameset|object|embed|applet|link|form|portal|title|style)\b/i;
const ATTRIBUTES = /\bon[a-z]+\s*=|\bjavascript:|\bsrcdoc\s*=/i;
/** A tag that begins in what the template says and ends in what the workspace does: its name must not come from there. */
const OPEN_TAG = /<\s*\/?\s*[a-z]*$/i;

/**
 * What a workspace's own template may not do: print a text as it is, which could then be markup, or bring elements that
 * run or load something. Null where there is nothing of the kind.
 * @param file for the fault
 * @param parts the names of the parts that it can call
 */
export function objectionTo(file: string, text: string, parts: ReadonlySet<string>): TemplateFault | null {
  if (file.endsWith('.css'))
    return text.includes('</') ? fault(file, lineOf(text, text.indexOf('</')), 'A style sheet can’t hold tags.') : null;
  let found: TemplateFault | null = null;
  class Looking extends Handlebars.Visitor {
    override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
      if (!mustache.escaped)
        found ??= fault(file, mustache.loc.start.line, 'It prints a text unescaped. Two braces do, not three.');
      super.MustacheStatement(mustache);
    }
    override PartialStatement(partial: hbs.AST.PartialStatement): void {
      const name = 'original' in partial.name ? String(partial.name.original) : '';
      if (!parts.has(name)) found ??= fault(file, partial.loc.start.line, `There is no part ${name}.`);
      super.PartialStatement(partial);
    }
    override ContentStatement({ value, loc }: hbs.AST.ContentStatement): void {
      const [at, what] = [ELEMENTS, ATTRIBUTES, OPEN_TAG]
        .map((pattern) => pattern.exec(value))
        .flatMap((match) => (match === null ? [] : [[match.index, match[0].trim()] as const]))[0] ?? [-1, ''];
      if (at >= 0) found ??= fault(file, loc.start.line + lineOf(value, at) - 1, `A page can’t have ${what} in it.`);
    }
  }
  try {
    new Looking().accept(Handlebars.parseWithoutProcessing(text));
  } catch (error) {
    return syntaxFault(file, error);
  }
  return found;
}

/** The fault of a template that Handlebars can't read or carry out. */
export function syntaxFault(file: string, error: unknown): TemplateFault {
  const message = error instanceof Error ? error.message : String(error);
  const line = lineIn(error) ?? Number(/\bline (\d+)/.exec(message)?.[1] ?? 0);
  const [first = '', ...rest] = message.split('\n');
  const missing = /^"(.*)" not defined in /.exec(first)?.[1];
  const said =
    missing !== undefined
      ? `It asks for ${missing}, which this page does not have`
      : /^Parse error/.test(first)
        ? `It can’t be read here: ${(rest[0] ?? '').trim()}`
        : first;
  return fault(file, line === 0 ? null : line, said.replace(/ - \d+:\d+$/, '').replace(/\.*$/, '.'));
}

function lineIn(error: unknown): number | undefined {
  const { lineNumber } = error as { readonly lineNumber?: unknown };
  return typeof lineNumber === 'number' ? lineNumber : undefined;
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}

function fault(file: string, line: number | null, message: string): TemplateFault {
  return { state: 'fault', file, line, message };
}
