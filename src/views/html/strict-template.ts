import Handlebars from 'handlebars';

/** A name that no template can write. */
const KNOWN = 'is known';

/**
 * Lets templates be held strictly against what they are given. Handlebars itself does so only with what it prints: a
 * condition or a list with a slip in its name would be taken for one that is false or empty.
 * @param handlebars where what is parsed will be compiled
 * @returns what parses a template, so that a field of a condition, a list, a helper or a part that is not there is an error
 */
export function strictParser(handlebars: typeof Handlebars): (text: string) => hbs.AST.Program {
  handlebars.registerHelper(KNOWN, (value: unknown, name: string, lineNumber: number) => {
    if (value === undefined) throw Object.assign(new Error(`"${name}" not defined in it`), { lineNumber });
    return value;
  });
  return (text) => {
    const program = handlebars.parse(text);
    new Wrapping().accept(program);
    return program;
  };
}

type Calling = Pick<hbs.AST.MustacheStatement, 'params' | 'hash'>;

/** Puts every field that something is called with into a call of its own, which sees whether it is there. */
class Wrapping extends Handlebars.Visitor {
  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    super.MustacheStatement(mustache);
    wrap(mustache);
  }
  override BlockStatement(block: hbs.AST.BlockStatement): void {
    super.BlockStatement(block);
    wrap(block);
  }
  override SubExpression(call: hbs.AST.SubExpression): void {
    super.SubExpression(call);
    wrap(call);
  }
  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    super.PartialStatement(partial);
    wrap(partial);
  }
}

function wrap(call: Calling): void {
  call.params = call.params.map(wrapped);
  for (const pair of call.hash?.pairs ?? []) pair.value = wrapped(pair.value);
}

function wrapped(given: hbs.AST.Expression): hbs.AST.Expression {
  if (given.type !== 'PathExpression') return given;
  const { loc } = given;
  const { original } = given as hbs.AST.PathExpression;
  const path = { type: 'PathExpression', loc, data: false, depth: 0, parts: [KNOWN], original: KNOWN };
  const name = { type: 'StringLiteral', loc, value: original, original };
  const line = { type: 'NumberLiteral', loc, value: loc.start.line, original: loc.start.line };
  return { type: 'SubExpression', loc, path, params: [given, name, line] } as hbs.AST.SubExpression;
}
