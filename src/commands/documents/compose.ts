import { type Outcome, unusable } from '../../model/outcome.ts';
import type { PageHead, PageRenderer } from '../../views/html/page.ts';
import type { PageName, TemplateFault } from '../../views/html/templates.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import { type Logo, logoOf } from './logo.ts';
import { templatesOf } from './templates.ts';

/** A document to be made. */
export interface Draft<View extends PageHead = PageHead> {
  /** Without its ending. */
  readonly path: string;
  readonly page: PageName;
  readonly view: View;
}

/** A document as HTML. */
export interface Composed extends Draft {
  readonly html: string;
  /** The SHA-256 of what it shows, in hexadecimal digits. */
  readonly digest: string;
  readonly logo: Logo | null;
}

/**
 * Makes pages of views, with the workspace's own templates and logo. A template that fails stops them all.
 */
export async function compose(
  world: World,
  { root, workspace }: { readonly root: string; readonly workspace: Workspace },
  drafts: readonly Draft[],
): Promise<{ readonly documents: readonly Composed[] } | { readonly refusal: Outcome }> {
  const read = templatesOf(world, root);
  if ('refusal' in read) return read;
  const found = logoOf(world, root, workspace);
  if ('refusal' in found) return found;
  const { logo } = found;
  const { pageRenderer } = await import('../../views/html/page.ts');
  const renderers = new Map<PageName, PageRenderer<PageHead>>();
  const documents: Composed[] = [];
  for (const draft of drafts) {
    const render = renderers.get(draft.page) ?? pageRenderer(draft.page, read.templates, world.fonts());
    renderers.set(draft.page, render);
    const digest = digestOf(world, draft.view, logo);
    const rendered = render(draft.view, { digest, logo: logo?.address ?? null });
    if (rendered.state === 'fault') return { refusal: faulty(rendered) };
    documents.push({ ...draft, html: rendered.html, digest, logo });
  }
  return { documents };
}

/** What is shown decides, and nothing that it is shown with: templates, browser and day of making stay out of it. */
function digestOf({ files }: World, view: PageHead, logo: Logo | null): string {
  const marks = [JSON.stringify(view), logo === null ? '' : files.fingerprint(logo.bytes)];
  return files.fingerprint(new TextEncoder().encode(marks.join('\n')));
}

function faulty({ file, line, message }: TemplateFault): Outcome {
  const where = line === null ? file : `${file}:${line}`;
  return unusable(`${where} ${message}`, 'Mend that template, or take it away to use the one that comes with lem.');
}
