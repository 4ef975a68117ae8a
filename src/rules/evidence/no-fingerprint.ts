import { plainWord } from '../../model/plain-word.ts';
import { listedFiles } from '../evidence-files.ts';
import { onceReady, type Rule } from '../rule.ts';

const NOTES = { 'evidence/class-walk/notes.txt': 'Ramps at both doors.\n' } as const;
const ITEM = `title: Walk through the classes
kind: observation
date: 2027-02-11
files:
  - path: notes.txt
`;

export const evidenceNoFingerprint: Rule = {
  id: 'evidence/no-fingerprint',
  title: 'A file of evidence has its fingerprint.',
  why: 'A fingerprint shows that what the Equality team sees (step 6) is what the school read through. Without one nobody can tell whether the file has changed.',
  severity: onceReady('info'),
  wrong: { ...NOTES, 'evidence/class-walk/evidence.yaml': ITEM },
  right: {
    ...NOTES,
    'evidence/class-walk/evidence.yaml': `${ITEM}    sha256: 2c3f7c1aeec2b0941c66d739d46e392f930d8a987079713bda0688d88128791e\n`,
  },
  *check({ workspace }) {
    for (const { item, sha256, asset, place } of listedFiles(workspace)) {
      if (sha256 !== undefined || asset === undefined) continue;
      yield {
        place: place('sha256'),
        message: 'This file has no fingerprint yet.',
        hint: `Read it through, then put its sha256 and the day of the review in: lem evidence review ${plainWord(item, 'item')}.`,
      };
    }
  },
};
