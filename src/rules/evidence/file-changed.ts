import { plainWord } from '../../model/plain-word.ts';
import { listedFiles } from '../evidence-files.ts';
import { type Rule, warningThen } from '../rule.ts';

const ITEM = `title: Walk through the classes
kind: observation
date: 2027-02-11
files:
  - path: notes.txt
    sha256: 2c3f7c1aeec2b0941c66d739d46e392f930d8a987079713bda0688d88128791e
`;

export const evidenceFileChanged: Rule = {
  id: 'evidence/file-changed',
  title: 'A file of evidence is as it was when it was reviewed.',
  why: 'A fingerprint shows that what the Equality team sees (step 6) is what the school read through. A file that has changed since needs reading again.',
  severity: warningThen('error'),
  wrong: { 'evidence/class-walk/evidence.yaml': ITEM, 'evidence/class-walk/notes.txt': 'Ramps at one door.\n' },
  right: { 'evidence/class-walk/evidence.yaml': ITEM, 'evidence/class-walk/notes.txt': 'Ramps at both doors.\n' },
  *check({ workspace }) {
    for (const { item, sha256, asset, place } of listedFiles(workspace)) {
      if (sha256 === undefined || !asset?.sha256 || asset.sha256 === sha256) continue;
      yield {
        place: place('sha256'),
        message: 'This file has changed since it was reviewed.',
        hint: `Read it through, then put its new sha256 and the day of the review in: lem evidence review ${plainWord(item, 'item')}.`,
      };
    }
  },
};
