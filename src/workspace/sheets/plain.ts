/**
 * A text as it is compared with another where people write freely: without capitals, signs, what stands in brackets, and
 * a number before it. `3. Learning & Teaching (R/A/G)` is `learning and teaching`.
 */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^()]*\)/g, ' ')
    .replaceAll('&', ' and ')
    .replace(/[’'`´]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:[a-z]?\d+[a-z]? )+(?=\p{L})/u, '');
}

/** A text in a message: on one line and not too long. */
export function short(text: string, most = 40): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}
