// What a page of lem's says, without its looks, as Markdown and for typst: so that others print the same content.

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };
const PART = /<(h[1-6]|p|li|dt|dd|caption|table|blockquote)\b[^>]*>([\s\S]*?)<\/\1>/g;

/** Headings, paragraphs, list items and tables, in their order. */
function partsOf(html) {
  const body = html.slice(html.indexOf('<main>'));
  return [...body.matchAll(PART)].flatMap(([, tag, inner]) => {
    if (tag !== 'table') return [{ tag, text: plain(inner) }];
    const rows = [...inner.matchAll(/<tr\b[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row]) =>
      [...row.matchAll(/<t[hd]\b[^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell]) => plain(cell)),
    );
    return [{ tag, rows }];
  });
}

function plain(html) {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
      name !== undefined ? (ENTITIES[name] ?? whole) : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : +decimal),
    )
    .replace(/\s+/g, ' ')
    .trim();
}

/** A page as it is, with its looks: HTML ends in Markdown where a line is empty, and is code where one is set in. */
export function pageAsMarkdown(html) {
  const style = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css]) => css).join('\n');
  const body = html.replace(/^[\s\S]*?<body[^>]*>/, '').replace(/<\/body>[\s\S]*$/, '');
  const close = (text) => text.replace(/^\s+/gm, '').trim();
  return `<style>${close(style)}</style>\n${close(body)}\n`;
}

export function markdownOf(html) {
  const escaped = (text) => text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');
  const row = (cells) => `| ${cells.map(escaped).join(' | ')} |`;
  return partsOf(html)
    .map(({ tag, text, rows }) => {
      if (rows !== undefined)
        return [row(rows[0]), row(rows[0].map(() => '---')).replaceAll('\\', ''), ...rows.slice(1).map(row)].join('\n');
      if (tag.startsWith('h')) return `${'#'.repeat(Number(tag[1]))} ${escaped(text)}`;
      return tag === 'li' ? `- ${escaped(text)}` : escaped(text);
    })
    .join('\n\n');
}

export function typstOf(html) {
  const quoted = (text) => `#${JSON.stringify(text).replace(/\\u([0-9a-f]{4})/g, '\\u{$1}')}`;
  return [
    '#set document(title: "The same content")',
    '#set page(paper: "a4", margin: 20mm, numbering: "1 of 1")',
    '#set text(size: 10.5pt, lang: "en", region: "GB")',
    ...partsOf(html).map(({ tag, text, rows }) => {
      if (rows !== undefined) {
        const cells = rows.map((row) => row.map((cell) => `[${quoted(cell)}]`).join(', '));
        return `#table(columns: ${rows[0].length}, table.header(${cells[0]}), ${cells.slice(1).join(', ')})`;
      }
      if (tag.startsWith('h')) return `${'='.repeat(Number(tag[1]))} ${quoted(text)}`;
      return tag === 'li' ? `- ${quoted(text)}` : quoted(text);
    }),
  ].join('\n\n');
}
