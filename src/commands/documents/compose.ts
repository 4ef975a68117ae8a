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

type Made = { readonly documents: readonly Composed[] } | { readonly refusal: Outcome };

/**
 * Makes pages of views, with the workspace's own templates and logo. A template that fails stops them all.
 */
export async function compose(world: World, place: Place, drafts: readonly Draft[]): Promise<Made> {
  const read = templatesOf(world, place.root);
  return 'refusal' in read ? read : composeWith(world, place, drafts, read.templates);
}

/** Makes pages of views as lem itself would, whatever templates the workspace has: anyone can make the same again. */
export async function composePlain(world: World, place: Place, drafts: readonly Draft[]): Promise<Made> {
  return composeWith(world, place, drafts, shippedTemplates(world));
}

async function composeWith(
  world: World,
  { root, workspace }: Place,
  drafts: readonly Draft[],
  templates: Templates,
): Promise<Made> {
  const found = logoOf(world, root, workspace);
  if ('refusal' in found) return found;
  const press = (await pressMaker(world))(templates);
  const documents: Composed[] = [];
  for (const draft of drafts) {
    const made = press(draft, found.logo);
    if ('refusal' in made) return made;
    documents.push(made);
  }
  return { documents };
}

/** Makes one page. */
export type Press = (draft: Draft, logo: Logo | null) => Composed | { readonly refusal: Outcome };

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
