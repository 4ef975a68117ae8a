import { listedFiles } from '../evidence-files.ts';
import { always, type Rule } from '../rule.ts';

const MEGABYTE = 1_000_000;

export const evidenceTooLarge: Rule = {
  id: 'evidence/too-large',
  title: 'A file of evidence is no larger than the programme allows.',
  why: 'Git keeps every version of a file for good, and the whole workspace goes to the Equality team (step 6). A film or a large scan is better kept elsewhere, with somebody who holds it.',
  severity: always('warning'),
  wrong: {},
  right: {},
  *check({ workspace, workspace: { programme } }) {
    const largest = programme.file.evidence?.largestFile;
    if (largest === undefined) return;
    for (const { asset, place } of listedFiles(workspace)) {
      if (asset === undefined || asset.size <= largest * MEGABYTE) continue;
      yield {
        place: place('path'),
        message: `This file has ${Math.ceil(asset.size / MEGABYTE)} MB, and ${largest} MB are allowed.`,
        hint: 'Make it smaller, or keep it elsewhere and write under holder who has it.',
      };
    }
  },
};
