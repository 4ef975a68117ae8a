import Handlebars from 'handlebars';
import { HELPERS } from './helpers.ts';
import { syntaxFault } from './own-template.ts';
import { strictParser } from './strict-template.ts';
import { partialName, type TemplateFault, type Templates } from './templates.ts';

/** Compiles templates that can call lem's helpers and every part there is. */
export interface Engine {
  /**
   * @param path for the faults of the template
   * @param part the name by which other templates can call it too
   */
  readonly compile: (path: string, part?: string) => HandlebarsTemplateDelegate;
}

/** An engine for some templates. What one of them asks for and a view lacks is thrown as a `Fault`, with its line. */
export function engineOf(templates: Templates): Engine {
  const handlebars = Handlebars.create();
  handlebars.unregisterHelper('log');
  handlebars.registerHelper(HELPERS);
  const parse = strictParser(handlebars);
  const compile: Engine['compile'] = (path, part) => {
    const text = templates.get(path)?.text ?? '';
    // Read when it is first needed: most pages call few of the parts that there are.
    let compiled: HandlebarsTemplateDelegate | null = null;
    const template = tagged(path, (view, options) => {
      compiled ??= handlebars.compile(parse(text), { strict: true, preventIndent: true });
      return compiled(view, options);
    });
    if (part !== undefined) handlebars.registerPartial(part, template);
    return template;
  };
  for (const path of templates.keys()) {
    const part = partialName(path);
    if (part !== null) compile(path, part);
  }
  return { compile };
}

/** Carries what is wrong in a template out of Handlebars. */
export class Fault extends Error {
  readonly fault: TemplateFault;
  constructor(fault: TemplateFault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** A template whose errors say which file they are of. */
function tagged(file: string, template: HandlebarsTemplateDelegate): HandlebarsTemplateDelegate {
  return (view, options) => {
    try {
      return template(view, options);
    } catch (error) {
      throw error instanceof Fault ? error : new Fault(syntaxFault(file, error));
    }
  };
}
