/** Several texts in one cell: `Deputy headteacher; parent`. One that holds a sign that parts them stands in quotes. */
export function joined(items: readonly string[]): string {
  return items.map((item) => (/[;,"\r\n]|^\s|\s$|^$/.test(item) ? `"${item.replaceAll('"', '""')}"` : item)).join('; ');
}

/** The texts of a cell, whatever parts them: semicolons or line breaks, and where there are none, commas. */
export function parted(text: string): readonly string[] {
  const items = partedBy(text, ';\n');
  return items.length === 1 ? partedBy(text, ',') : items;
}

/** The texts of a cell, parted by certain signs. Empty ones that no quotes keep are left out. */
export function partedBy(text: string, signs: string): readonly string[] {
  const items: string[] = [];
  const item = new RegExp(`\\s*(?:"((?:[^"]|"")*)"[^\\S\\n]*(?=[${signs}]|$)|([^${signs}]*))[${signs}]?`, 'y');
  while (item.lastIndex < text.length) {
    const [, quoted, bare = ''] = item.exec(text) ?? [];
    if (quoted !== undefined) items.push(quoted.replaceAll('""', '"'));
    else if (bare.trim() !== '') items.push(bare.trim());
  }
  return items;
}
