import { type Outcome, unusable } from '../../model/outcome.ts';
import type { WordDocument } from '../../model/word-document.ts';
import type { PageHead, PageRenderer } from '../../views/html/page.ts';
import type { PageName, TemplateFault, Templates } from '../../views/html/templates.ts';
import type { WordMarks } from '../../views/word/frame.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import { digestOf } from './digest.ts';
import { type Logo, logoOf } from './logo.ts';
import { shippedTemplates, templatesOf } from './templates.ts';

/** A document to be made. */
export interface Draft<View extends PageHead = PageHead> {
  /** Without its ending. */
  readonly path: string;
  readonly page: PageName;
  readonly view: View;
  /** The same for Word; left out where it is not made for it. */
  readonly word?: (marks: WordMarks) => Promise<WordDocument>;
}

/** A document as HTML. */
export interface Composed extends Draft {
  readonly html: string;
  /** The SHA-256 of what it shows, in hexadecimal digits. */
  readonly digest: string;
  readonly logo: Logo | null;
}

/** A workspace and the folder it is in. */
interface Place {
  readonly root: string;
  readonly workspace: Workspace;
}

/** A page, or why its template can't make it. */
export type Made = Composed | { readonly refusal: Outcome };

/**
 * What makes pages of views one by one, with the workspace's own templates and logo.
 */
export async function pressOf(
  world: World,
  place: Place,
): Promise<{ readonly press: (draft: Draft) => Made } | { readonly refusal: Outcome }> {
  const read = templatesOf(world, place.root);
  return 'refusal' in read ? read : pressWith(world, place, read.templates);
}

/** Makes pages of views as lem itself would, whatever templates the workspace has: anyone can make the same again. */
export async function composePlain(
  world: World,
  place: Place,
  drafts: readonly Draft[],
): Promise<{ readonly documents: readonly Composed[] } | { readonly refusal: Outcome }> {
  const found = await pressWith(world, place, shippedTemplates(world));
  if ('refusal' in found) return found;
  const documents: Composed[] = [];
  for (const draft of drafts) {
    const made = found.press(draft);
    if ('refusal' in made) return made;
    documents.push(made);
  }
  return { documents };
}

async function pressWith(
  world: World,
  { root, workspace }: Place,
  templates: Templates,
): Promise<{ readonly press: (draft: Draft) => Made } | { readonly refusal: Outcome }> {
  const found = logoOf(world, root, workspace);
  if ('refusal' in found) return found;
  const press = (await pressMaker(world))(templates);
  return { press: (draft) => press(draft, found.logo) };
}

/** Makes one page. */
export type Press = (draft: Draft, logo: Logo | null) => Made;

/** What makes a press of templates: each kind of page is compiled once, when it is first asked for. */
export async function pressMaker(world: World): Promise<(templates: Templates) => Press> {
  const { pageRenderer } = await import('../../views/html/page.ts');
  return (templates) => {
    const renderers = new Map<PageName, PageRenderer<PageHead>>();
    return (draft, logo) => {
      const render = renderers.get(draft.page) ?? pageRenderer(draft.page, templates, world.fonts());
      renderers.set(draft.page, render);
      const digest = digestOf(world, draft.view, logo);
      const rendered = render(draft.view, { digest, logo: logo?.address ?? null });
      return rendered.state === 'fault'
        ? { refusal: faulty(rendered) }
        : { ...draft, html: rendered.html, digest, logo };
    };
  };
}

function faulty({ file, line, message }: TemplateFault): Outcome {
  const where = line === null ? file : `${file}:${line}`;
  return unusable(`${where} ${message}`, 'Mend that template, or take it away to use the one that comes with lem.');
}
