import { listedFiles } from '../evidence-files.ts';
import { always, type Rule } from '../rule.ts';

const ITEM = {
  'evidence/class-walk/evidence.yaml':
    'title: Walk through the classes\nkind: observation\ndate: 2027-02-11\nfiles: [{ path: notes.txt }]\n',
} as const;

export const evidenceFileMissing: Rule = {
  id: 'evidence/file-missing',
  title: 'Every file that an evidence item lists is there.',
  why: 'The Equality team verifies a claim by what it can be shown (step 6). A file that is listed and is not there shows nothing.',
  severity: always('error'),
  wrong: ITEM,
  right: { ...ITEM, 'evidence/class-walk/notes.txt': 'Ramps at both doors.\n' },
  *check({ workspace }) {
    for (const { path, asset, place } of listedFiles(workspace)) {
      if (path === null || asset !== undefined) continue;
      yield {
        place: place('path'),
        message: 'This file is not there.',
        hint: 'Put it into the item’s folder, correct its name (capitals count), or take it out of the list.',
      };
    }
  },
};
