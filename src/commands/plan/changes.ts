import { inWords, isDate } from '../../model/calendar.ts';
import type { ActionFile } from '../../model/files.generated.ts';
import { LONG_TEXTS } from './given.ts';

/** The longest text that is shown as it was and as it is. */
const SHORT = 40;

/** How a key of an action changed: `due: 4 April 2025 → 6 June 2025`. Long texts, in people's own words, are not quoted. */
export function changeLine<Key extends keyof ActionFile>(key: Key, was: ActionFile[Key], is: ActionFile[Key]): string {
  const [before, after] = [shown(key, was), shown(key, is)];
  if (is === undefined) return `${key}: ${before === null ? 'taken out' : `${before} → taken out`}`;
  if (after === null || before === null) return `${key}: ${was === undefined ? 'written' : 'reworded'}`;
  return was === undefined ? `${key}: ${after}` : `${key}: ${before} → ${after}`;
}

/** A value in words; null for one that is too long to show. */
function shown(key: keyof ActionFile, value: string | readonly string[] | undefined): string | null {
  if (value === undefined) return '';
  if (key === 'recommendations') return null;
  if (typeof value !== 'string') return value.length === 0 ? 'none' : value.join(', ');
  if (isDate(value)) return inWords(value);
  return LONG_TEXTS.includes(key) || key === 'resources' || value.length > SHORT ? null : value;
}
