const EMAIL = /(?<![\w.%+-])[\w.%+-]{1,64}@([a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,6})/gi;
/** Numbers of mobile telephones and of landlines, in the groups in which they are written. Numbers with 03 and 08 are those of organisations. */
const TELEPHONE = new RegExp(
  `(?<![\\w.+/-])(?:\\+44\\s?(?:\\(0\\)\\s?)?|0044\\s?|\\(?0)(?:${[
    '7\\d{3}[ -]?\\d{3}[ -]?\\d{3}',
    '7\\d{2}[ -]?\\d{3}[ -]?\\d{4}',
    '7\\d{3}[ -]?\\d{2}[ -]?\\d{2}[ -]?\\d{2}',
    '1\\d{3}\\)?[ -]?\\d{3}[ -]?\\d{2,3}',
    '1\\d{3}\\)?[ -]?\\d{2}[ -]?\\d{2}[ -]?\\d{2}',
    '1\\d{2}\\)?[ -]?\\d{3}[ -]?\\d{4}',
    '2\\d\\)?[ -]?\\d{4}[ -]?\\d{4}',
    '2\\d{2}\\)?[ -]?\\d{3,4}[ -]?\\d{4}',
  ].join('|')})(?![\\w-])(?!\\.\\d)`,
  'g',
);

/** Where everybody can have an address: such a domain is no school's own. */
const ANYBODY =
  /^(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|aol|btinternet|sky|virginmedia|talktalk|protonmail|proton|gmx|mail)\./;
/** Addresses of public bodies, and domains that are kept for examples (RFC 2606): no family's. */
const PUBLIC = /\.(?:gov|sch|nhs|police|ac)\.uk$|\.(?:example|test|invalid)$/;

/** What is in every text with either. */
export const MAYBE_CONTACT = /@[a-z\d]|(?<![\w-])(?:\+44|0044|0[127]\d)/i;

/**
 * Where a text gives an e-mail address or a telephone number by which somebody can be reached.
 * @param known addresses that may be given; others of the same domain may too, if it is the school's own
 * @returns offsets, in their order
 */
export function contactsIn(text: string, known: readonly string[]): readonly number[] {
  const addresses = new Set(known.map((address) => address.toLowerCase()));
  const domains = new Set([...addresses].map(domainOf).filter((domain) => !ANYBODY.test(domain)));
  const emails = [...text.matchAll(EMAIL)].filter(([address]) => {
    const domain = domainOf(address.toLowerCase());
    return !addresses.has(address.toLowerCase()) && !domains.has(domain) && !PUBLIC.test(domain);
  });
  return [...emails, ...text.matchAll(TELEPHONE)].map(({ index }) => index).sort((a, b) => a - b);
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
