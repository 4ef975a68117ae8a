import { visible } from '../model/visible.ts';
import type { Stream } from './stream.ts';

/** A line of progress on stderr that replaces itself; silent where no one watches. */
export function progressOn(err: Stream): (line: string) => void {
  let shown = 0;
  return (line) => {
    if (err.isTTY !== true) return;
    const text = visible(line).slice(0, Math.max(10, (err.columns ?? 80) - 1));
    err.write(`\r${text.padEnd(shown)}${text === '' ? '\r' : ''}`);
    shown = text.length;
  };
}
