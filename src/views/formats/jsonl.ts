import { harmless } from '../../model/visible.ts';
import { findingJson } from './finding.ts';
import type { Format } from './report.ts';

/** A JSON object on a line of its own for each finding, as it stands under `findings` in schemas/output/check.json. */
export const jsonl: Format = ({ diagnostics }) => [
  {
    kind: 'text',
    text: diagnostics.map((diagnostic) => `${harmless(JSON.stringify(findingJson(diagnostic)))}\n`).join(''),
  },
];
