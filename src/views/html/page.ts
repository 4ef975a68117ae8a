import Handlebars from 'handlebars';
import type { Face } from '../../model/face.ts';
import { fontFaces } from './font-faces.ts';
import { HELPERS } from './helpers.ts';
import { objectionTo, syntaxFault } from './own-template.ts';
import { runningFoot } from './running-foot.ts';
import {
  BASE_CSS,
  FRAME,
  type PageName,
  partialName,
  pathOfCss,
  pathOfPage,
  type Rendered,
  type TemplateFault,
  type Templates,
} from './templates.ts';

/** What every page says of itself. */
export interface PageHead {
  readonly title: string;
  /** What stands at the foot of every printed page, such as the school and the strand. */
  readonly foot: readonly string[];
  /** Whether DRAFT stands across every page. */
  readonly draft?: boolean;
}

/** How a page is marked besides what its view holds. */
export interface PageMarks {
  /** The SHA-256 of what is shown, in hexadecimal digits: the same whatever it is printed with. */
  readonly digest: string;
  /** The school's logo as a data: address, or null. */
  readonly logo: string | null;
}

/** Renders the view of one kind of page. */
export type PageRenderer<View> = (view: View, marks: PageMarks) => Rendered;

/**
 * A renderer of pages of one kind, its templates compiled once. The HTML stands alone: no script, nothing fetched. A
 * field that a template asks for and the view lacks is a fault, with the template's line.
 */
export function pageRenderer<View extends PageHead>(
  name: PageName,
  templates: Templates,
  faces: readonly Face[],
): PageRenderer<View> {
  const handlebars = Handlebars.create();
  handlebars.unregisterHelper('log');
  handlebars.registerHelper(HELPERS);
  const faults: TemplateFault[] = [];
  const parts = new Set([...templates.keys()].flatMap((path) => partialName(path) ?? []));
  for (const [path, { text, own }] of templates) {
    const objection = own ? objectionTo(path, text, parts) : null;
    if (objection !== null) faults.push(objection);
    const partial = path === pathOfPage(name) ? 'page' : partialName(path);
    if (partial !== null) handlebars.registerPartial(partial, tagged(path, compiled(handlebars, text)));
  }
  const css = [BASE_CSS, pathOfCss(name)].map((path) => templates.get(path)?.text ?? '');
  const style = [fontFaces(faces), ...css].filter((text) => text !== '').join('\n');
  const frame = tagged(FRAME, compiled(handlebars, templates.get(FRAME)?.text ?? ''));
  return (view, { digest, logo }) => {
    const [fault] = faults;
    if (fault !== undefined) return fault;
    try {
      const shown = {
        draft: false,
        ...view,
        name,
        digest,
        logo,
        css: new Handlebars.SafeString(style + runningFoot(view.foot, digest)),
      };
      return { state: 'rendered', html: frame(shown, {}) };
    } catch (error) {
      if (error instanceof Fault) return error.fault;
      throw error;
    }
  };
}

function compiled(handlebars: typeof Handlebars, text: string): HandlebarsTemplateDelegate {
  return handlebars.compile(text, { strict: true, preventIndent: true });
}

/** Carries what is wrong in a template out of Handlebars. */
class Fault extends Error {
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
