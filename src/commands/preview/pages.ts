import type { IsoDate } from '../../model/calendar.ts';
import type { Complaint, PageServed, pageServer } from '../../views/html/served-page.ts';
import type { Serving, World } from '../../world.ts';
import type { Press } from '../documents/compose.ts';
import { complaintOf } from './complaints.ts';
import { documentsOf } from './documents.ts';
import type { Look } from './look.ts';

/** What a page comes to: null as HTML where it can't be made. */
interface Made {
  readonly html: string | null;
  readonly complaints: readonly Complaint[];
}

/**
 * The pages of a workspace, each made when it is asked for and something has changed since. While something can't be
 * read or a template has a fault, a page stays as it last was without, and says what is to be mended.
 * @param look looks at the workspace as it is now
 */
export function pagesOf(
  world: World,
  look: () => Look,
  on: IsoDate,
  plain: Press,
  serve: ReturnType<typeof pageServer>,
): Pick<Serving, 'page' | 'isOld'> & {
  /** What is to be mended, by a page that has been served. */
  readonly complaintsAt: (path: string) => readonly Complaint[];
} {
  /** The last of each page that was made of a workspace without fault. */
  const good = new Map<string, string>();
  const kept = new Map<string, { readonly look: Look; readonly page: PageServed | null }>();

  const pageAt = (path: string): PageServed | null => {
    const now = look();
    const last = kept.get(path);
    if (last?.look === now) return last.page;
    const page = served(path, now);
    if (page !== null) kept.set(path, { look: now, page });
    return page;
  };

  const served = (path: string, now: Look): PageServed | null => {
    const made = madeOf(path, now, on);
    const before = good.get(path);
    if (made === null && before === undefined) return null;
    const { html, complaints } = made ?? { html: null, complaints: [GONE, ...now.complaints] };
    if (html !== null && now.isWhole) good.set(path, html);
    const isEarlier = before !== undefined && (html === null || !now.isWhole);
    return marked(world, { html: isEarlier ? before : (html ?? nothing()), complaints, isEarlier });
  };

  const nothing = (): string => {
    const made = plain({ path: '', page: 'preview-nothing', view: { title: 'Preview', foot: [] } }, null);
    if ('refusal' in made) throw new Error('A template of lem’s own has a fault.');
    return made.html;
  };

  return {
    page: (path, nonce) => {
      const page = pageAt(path);
      return page === null ? null : serve(page, nonce);
    },
    isOld: (path, mark) => pageAt(path)?.mark !== mark,
    complaintsAt: (path) => pageAt(path)?.complaints ?? [],
  };
}

const GONE: Complaint = { where: null, message: 'This document is no longer there.', hint: 'Its file is gone.' };

/** Makes a page; null where there is no such document. */
function madeOf(path: string, { workspace, complaints, press, logo }: Look, on: IsoDate): Made | null {
  if (workspace === null) return { html: null, complaints };
  const document = documentsOf(workspace, on).get(path);
  if (document === undefined) return null;
  const failed = (complaint: Complaint): Made => ({ html: null, complaints: [complaint, ...complaints] });
  if (typeof press !== 'function') return failed(press.complaint);
  if ('complaint' in logo) return failed(logo.complaint);
  try {
    const draft = document();
    if (draft === null) return { html: null, complaints };
    const made = press(draft, logo.logo);
    return 'refusal' in made ? failed(complaintOf(made.refusal)) : { html: made.html, complaints };
  } catch (error) {
    // A fault of lem's own must not end a preview that the next save may get past.
    return failed({
      where: null,
      message: `A fault of lem itself: ${error instanceof Error ? error.message : String(error)}`,
      hint: 'Please report it, with what you last changed.',
    });
  }
}

/** A page with the mark that tells it from any other. */
function marked({ files }: World, page: Omit<PageServed, 'mark'>): PageServed {
  return { ...page, mark: files.fingerprint(new TextEncoder().encode(JSON.stringify(page))).slice(0, 16) };
}
