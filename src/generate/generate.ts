import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputType, types } from './types.ts';
import { outputValidator, validators } from './validators.ts';

/**
 * Writes every generated file, or with `--check` compares them with what is committed.
 * @param root the repository's folder
 * @returns 0, or with `--check` 1 where a file is out of date
 */
export async function generate(root: string, args: readonly string[]): Promise<number> {
  const files: { [path: string]: string } = {
    'src/model/files.generated.ts': await types(root),
    'src/source/validators.generated.js': validators(root),
    'src/model/county-school.generated.ts': await outputType(root, 'county-school'),
    'src/source/county-school.generated.js': outputValidator(root, 'county-school'),
  };
  const stale = Object.entries(files).filter(
    ([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text,
  );
  if (args.includes('--check')) {
    for (const [path] of stale) console.error(`${path} is out of date: run npm run generate`);
    return stale.length === 0 ? 0 : 1;
  }
  for (const [path, text] of stale) writeFileSync(join(root, path), text);
  console.log(`${stale.length} of ${Object.keys(files).length} generated files changed`);
  return 0;
}
