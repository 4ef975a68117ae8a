/** A template or a style sheet of a page. */
export interface Template {
  readonly text: string;
  /** Whether it is the workspace's own, in place of the one that comes with lem. */
  readonly own: boolean;
}

/** Templates by their paths: the same in the package and, where a workspace has its own, in the workspace. */
export type Templates = ReadonlyMap<string, Template>;

/** Where the templates of pages lie in the package and in a workspace. */
export const TEMPLATES = 'templates/reports';

/** The pages there are; each has a template, and a style sheet of the same name. */
const PAGES = ['summary', 'report', 'governors', 'team', 'public', 'preview-index', 'preview-nothing'] as const;
export type PageName = (typeof PAGES)[number];

/** What every page shares. The frame is lem's own: what keeps a page from scripts and the network stands in it. */
export const FRAME = `${TEMPLATES}/frame.hbs`;
export const BASE_CSS = `${TEMPLATES}/base.css`;

export const pathOfPage = (name: PageName): string => `${TEMPLATES}/${name}.hbs`;
export const pathOfCss = (name: PageName): string => `${TEMPLATES}/${name}.css`;

/** The name by which templates call a part, or null for a file that is none: `partials/rating.hbs` is `rating`. */
export function partialName(path: string): string | null {
  return new RegExp(`^${TEMPLATES}/partials/([a-z-]+)\\.hbs$`).exec(path)?.[1] ?? null;
}

/** Whether a workspace can have its own in the place of a template: of pages, their styles and their parts. */
export function canBeOwn(path: string): boolean {
  const isOfPage = PAGES.some((name) => path === pathOfPage(name) || path === pathOfCss(name));
  return isOfPage || path === BASE_CSS || partialName(path) !== null;
}

/** What is wrong in a template, and where. Lines start at 1; null where the whole file is meant. */
export interface TemplateFault {
  readonly state: 'fault';
  readonly file: string;
  readonly line: number | null;
  readonly message: string;
}

/** A page as HTML, or the template that stands in its way. */
export type Rendered = { readonly state: 'rendered'; readonly html: string } | TemplateFault;
