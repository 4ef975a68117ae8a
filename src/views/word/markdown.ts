import type { WordBlock, WordRun } from '../../model/word-document.ts';
import { type MarkdownToken, markdownTokens } from '../html/markdown.ts';

/** What people write in Markdown, as blocks of a document for Word: the same as the HTML has, and no more. */
export function markdownBlocks(text: string): readonly WordBlock[] {
  return blocksOf(markdownTokens(text), 'body');
}

function blocksOf(tokens: readonly MarkdownToken[], style: 'body' | 'quote'): readonly WordBlock[] {
  const blocks: WordBlock[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.nesting !== 1) continue;
    const end = endOf(tokens, at);
    blocks.push(...blockOf(token, tokens.slice(at + 1, end), style));
    at = end;
  }
  return blocks;
}

function blockOf(open: MarkdownToken, inside: readonly MarkdownToken[], style: 'body' | 'quote'): readonly WordBlock[] {
  switch (open.type) {
    case 'blockquote_open':
      return blocksOf(inside, 'quote');
    case 'bullet_list_open':
    case 'ordered_list_open': {
      const marker = open.type === 'bullet_list_open' ? 'bullet' : 'number';
      const start = Number(open.attrGet('start') ?? 1);
      return [{ kind: 'list', marker, start, items: itemsOf(inside, style) }];
    }
    default: {
      // A person's heading must not come between those of the document: it reads as a line of its own.
      const bold = open.type === 'heading_open';
      const runs = runsOf(inside.flatMap(({ children }) => children ?? [])).map((run) =>
        bold ? { ...run, bold } : run,
      );
      return [{ kind: 'paragraph', style, runs }];
    }
  }
}

function itemsOf(tokens: readonly MarkdownToken[], style: 'body' | 'quote'): readonly (readonly WordBlock[])[] {
  const items: (readonly WordBlock[])[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const end = endOf(tokens, at);
    items.push(blocksOf(tokens.slice(at + 1, end), style));
    at = end;
  }
  return items;
}

/** Where what is opened at a place is closed. */
function endOf(tokens: readonly MarkdownToken[], at: number): number {
  let end = at + 1;
  while (end < tokens.length && tokens[end]?.level !== tokens[at]?.level) end += 1;
  return end;
}

function runsOf(tokens: readonly MarkdownToken[]): readonly WordRun[] {
  const runs: WordRun[] = [];
  let [bold, italic] = [0, 0];
  let link: string | null = null;
  for (const token of tokens) {
    if (token.type === 'strong_open' || token.type === 'strong_close') bold += token.nesting;
    else if (token.type === 'em_open' || token.type === 'em_close') italic += token.nesting;
    else if (token.type === 'link_open') link = token.attrGet('href');
    else if (token.type === 'link_close') link = null;
    else if (textOf(token) !== '')
      runs.push({
        text: textOf(token),
        ...(bold > 0 ? { bold: true } : {}),
        ...(italic > 0 ? { italic: true } : {}),
        ...(token.type === 'code_inline' ? { look: 'code' } : {}),
        ...(link === null ? {} : { link }),
      });
  }
  return runs;
}

function textOf({ type, content }: MarkdownToken): string {
  return type === 'softbreak' ? ' ' : type === 'hardbreak' ? '\n' : content;
}
