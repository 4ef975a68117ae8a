import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of what lem remembers in a cache. */
export function kept(cache: string): readonly string[] {
  return readdirSync(cache, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(cache, name));
}

/** Changes what is remembered, as only lem itself would: key and seal go with it. */
export function rekeep(path: string, change: (text: string) => string): void {
  const [key = '', _seal, ...lines] = readFileSync(path, 'utf8').split('\n');
  const text = change(lines.join('\n'));
  const seal = createHash('sha256').update(`${text.length}:${text}`).digest('hex');
  writeFileSync(path, [key, seal, text].join('\n'));
}
