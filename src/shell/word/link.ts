/** Word takes a file for damaged that has a longer one. */
const LONGEST = 2000;

/** An address that a document may lead to, in letters that every reader of such files takes; null for any other. */
export function soundLink(link: string): string | null {
  if (!/^(https?:\/\/|mailto:)[^\s]/i.test(link) || !URL.canParse(link)) return null;
  const { protocol, href } = new URL(link);
  if (protocol === 'mailto:' && !/^mailto:[^@?]+@[^@?]+(\?[^@]*)?$/.test(href)) return null;
  const written = href
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/[^\w.~:/?#[\]@!$&'()*+,;=%-]/gu, encodeURIComponent);
  return written.length > LONGEST ? null : written;
}
