import type { SubmissionFile } from '../../model/files.generated.ts';
import { seen } from '../../model/known.ts';
import { pagePath, pdfPath, sentPath } from '../../workspace/bundle-paths.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import { pressMaker } from '../documents/compose.ts';
import { logoFrom } from '../documents/logo.ts';
import { shippedTemplates } from '../documents/templates.ts';
import { summaryDraft } from '../submit/summary-draft.ts';
import type { Opened } from './opened.ts';

/** What is wrong with the documents of a submission, and what of them can't be told, each in a sentence. */
export interface DocumentsCompared {
  readonly contradictions: readonly string[];
  readonly untold: readonly string[];
}

/**
 * Makes the Accreditation Summaries again and holds the submission's against them: the pages byte for byte. A PDF hangs on
 * the browser that printed it, so of that only the fingerprint that it bears can be told.
 */
export async function documentsCompared(
  world: World,
  workspace: Workspace,
  manifest: SubmissionFile,
  files: Opened['files'],
): Promise<DocumentsCompared> {
  const path = seen(workspace.settings)?.school.logo;
  const bytes = path === undefined ? undefined : files.get(sentPath(path));
  const logo = path === undefined || bytes === undefined ? null : logoFrom(path, bytes);
  const press = (await pressMaker(world))(shippedTemplates(world));
  const contradictions: string[] = [];
  let hasPdf = false;
  for (const { strand, summary } of manifest.strands) {
    const title = workspace.programme.strands.get(strand)?.title;
    if (title === undefined) continue;
    const draft = summaryDraft(workspace, strand, manifest.on);
    const made = draft === null ? null : press(draft, logo);
    if (made === null || 'refusal' in made || made.digest !== summary) {
      contradictions.push(`${title}: its Accreditation Summary shows something else than its files say.`);
      continue;
    }
    const page = files.get(pagePath(strand));
    if (page === undefined || !Buffer.from(made.html).equals(page))
      contradictions.push(`${title}: ${pagePath(strand)} is not the page that its files make.`);
    const pdf = files.get(pdfPath(strand));
    if (pdf === undefined) continue;
    hasPdf = true;
    if (!Buffer.from(pdf).includes(`lem content sha256-${summary}`))
      contradictions.push(`${title}: ${pdfPath(strand)} does not bear the fingerprint of what it should show.`);
  }
  return {
    contradictions,
    untold: hasPdf
      ? ['A PDF can’t be made again to the byte on another machine: rely on the page of the same name beside it.']
      : [],
  };
}
