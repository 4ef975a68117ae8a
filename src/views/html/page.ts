import Handlebars from 'handlebars';
import type { Face } from '../../model/face.ts';
import { engineOf, Fault } from './engine.ts';
import { fontFaces } from './font-faces.ts';
import { objectionTo } from './own-template.ts';
import { runningFoot } from './running-foot.ts';
import {
  BASE_CSS,
  FRAME,
  type PageName,
  partialName,
  pathOfCss,
  pathOfPage,
  type Rendered,
  type Templates,
} from './templates.ts';

/** What every page says of itself. */
export interface PageHead {
  readonly title: string;
  /** What stands at the foot of every printed page, such as the school and the strand. */
  readonly foot: readonly string[];
  /** Whether DRAFT stands across every page. */
  readonly draft?: boolean;
  /** Whether its head is a cover. */
  readonly cover?: boolean;
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
  const engine = engineOf(templates);
  engine.compile(pathOfPage(name), 'page');
  const frame = engine.compile(FRAME);
  const parts = new Set([...templates.keys()].flatMap((path) => partialName(path) ?? []));
  const faults = [...templates].flatMap(([path, { text, own }]) => (own ? (objectionTo(path, text, parts) ?? []) : []));
  const css = [BASE_CSS, pathOfCss(name)].map((path) => templates.get(path)?.text ?? '');
  const style = [fontFaces(faces), ...css].filter((text) => text !== '').join('\n');
  return (view, { digest, logo }) => {
    const [fault] = faults;
    if (fault !== undefined) return fault;
    try {
      const shown = {
        draft: false,
        cover: false,
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
