import { compact } from './compact.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { pretty } from './pretty.ts';
import type { Format } from './report.ts';
import { sarif } from './sarif.ts';

/** Every format of `lem check --format`. */
export const FORMATS: { readonly [name: string]: Format } = {
  pretty,
  compact,
  json,
  jsonl,
  sarif,
  junit,
  github,
  gitlab,
  markdown,
};
