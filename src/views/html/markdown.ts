import MarkdownIt from 'markdown-it';

/**
 * What people write, as HTML that can do nothing: raw HTML is shown and not obeyed, pictures are left out, and a link
 * leads only to the web or to an address. Quotation marks are set as a printer would.
 */
const full = new MarkdownIt('commonmark', { html: false, linkify: false, typographer: true, quotes: '“”‘’' })
  .enable('smartquotes')
  .disable(['image', 'code', 'fence', 'html_block', 'html_inline', 'reference']);
full.validateLink = (url) => /^(https?:\/\/|mailto:)[^\s]/i.test(url);
full.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet('rel', 'noopener noreferrer nofollow');
  return self.renderToken(tokens, index, options);
};
// A person's heading must not come between those of the document: it reads as a line of its own.
full.renderer.rules.heading_open = () => '<p class="heading"><b>';
full.renderer.rules.heading_close = () => '</b></p>\n';
full.renderer.rules.hr = () => '';
// In a PDF of today's version em and strong are kinds of structure that readers don't know, and some leave out their text.
Object.assign(full.renderer.rules, {
  em_open: () => '<i>',
  em_close: () => '</i>',
  strong_open: () => '<b>',
  strong_close: () => '</b>',
});

const plain = new MarkdownIt('zero', { html: false, typographer: true, quotes: '“”‘’' }).enable('smartquotes');

/** Markdown as HTML blocks. */
export function markdown(text: string): string {
  return full.render(text);
}

/** A line of text as HTML, with no markup of its own. */
export function line(text: string): string {
  return plain.renderInline(oneLine(text));
}

/** Markdown as tokens, for what is made of it besides HTML. */
export function markdownTokens(text: string): readonly MarkdownToken[] {
  return full.parse(text, {});
}

export type MarkdownToken = ReturnType<MarkdownIt['parse']>[number];

/** A line of text as it is set, its quotation marks those of a printer: plain text, not HTML. */
export function typeset(text: string): string {
  const [inline] = plain.parseInline(oneLine(text), {});
  return (inline?.children ?? []).map(({ content }) => content).join('');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
