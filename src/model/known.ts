/**
 * What is known of a file: its value, that there is none, or that it can't be read.
 * A file that can't be read is never taken for one that is not there, so that a typing error makes one finding and
 * never a false "not eligible". `partial` holds what of it was sound, for rules that look for further findings.
 */
export type Known<T> =
  | { readonly state: 'known'; readonly file: string; readonly value: T }
  | { readonly state: 'absent'; readonly file: string }
  | { readonly state: 'unreadable'; readonly file: string; readonly partial: T | null };

/** What is there to look at: the value, or the sound part of a file that has faults. */
export function seen<T>(known: Known<T> | undefined): T | null {
  if (known === undefined || known.state === 'absent') return null;
  return known.state === 'known' ? known.value : known.partial;
}
