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
full.renderer.rules.heading_open = () => '<p class="heading"><strong>';
full.renderer.rules.heading_close = () => '</strong></p>\n';
full.renderer.rules.hr = () => '';

const plain = new MarkdownIt('zero', { html: false, typographer: true, quotes: '“”‘’' }).enable('smartquotes');

/** Markdown as HTML blocks. */
export function markdown(text: string): string {
  return full.render(text);
}

/** A line of text as HTML, with no markup of its own. */
export function line(text: string): string {
  return plain.renderInline(text.replace(/\s+/g, ' ').trim());
}
