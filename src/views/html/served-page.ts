import Handlebars from 'handlebars';

/** What a preview says is to be mended. */
export interface Complaint {
  /** The file and its line, or null. */
  readonly where: string | null;
  readonly message: string;
  readonly hint: string | null;
}

/** What is served: a page, and what there is to say of it. */
export interface PageServed {
  readonly html: string;
  readonly complaints: readonly Complaint[];
  /** Whether the page is as it was before something went wrong. */
  readonly isEarlier: boolean;
  /** Stands for all this; another one tells that something is different. */
  readonly mark: string;
}

/** What a preview puts into pages: texts of templates/preview. */
export interface Additions {
  readonly bar: string;
  readonly css: string;
  readonly script: string;
}

const POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/;
/** How many complaints are shown at once. */
const MOST = 3;

/**
 * Puts into a page what only its served copy has: a bar with what is to be mended, and the script that loads it anew.
 * The page's own policy is widened by that script and its stream, and by nothing else.
 * @returns a function of the page and of a nonce, which must be another each time
 */
export function pageServer({
  bar,
  css,
  script,
}: Additions): (page: PageServed, nonce: string) => { readonly html: string; readonly policy: string } {
  const render = Handlebars.create().compile(bar, { strict: true, preventIndent: true });
  return ({ html, complaints, isEarlier, mark }, nonce) => {
    const own = POLICY.exec(html)?.[1];
    if (own === undefined) throw new Error('The page has no policy.');
    const policy = `${own}; script-src 'nonce-${nonce}'; connect-src 'self'`;
    const said = render({
      heading:
        complaints.length === 1 ? 'There is something to mend.' : `There are ${complaints.length} things to mend.`,
      complaints: complaints.slice(0, MOST),
      more: Math.max(0, complaints.length - MOST),
      isEarlier,
    });
    const end = html.lastIndexOf('</body>');
    const text = `${html.slice(0, end)}${said}<script nonce="${nonce}" data-mark="${mark}">\n${script}</script>\n${html.slice(end)}`;
    // What is put in is given by a function: a text may hold what `replace` reads as a sign.
    const served = text
      .replace(POLICY, () => `<meta http-equiv="Content-Security-Policy" content="${policy}">`)
      .replace('</head>', () => `<style>\n${css}</style>\n</head>`);
    return { html: served, policy: `${policy}; frame-ancestors 'none'` };
  };
}
