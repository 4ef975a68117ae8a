import { listedFiles } from '../evidence-files.ts';
import { always, type Rule } from '../rule.ts';

export const evidenceFileOutside: Rule = {
  id: 'evidence/file-outside',
  title: 'An evidence item’s files lie within its folder.',
  why: 'A submission takes each item’s folder with it (step 6). A path that leads elsewhere would leave the file behind, or take along what was never meant to be sent.',
  severity: always('error'),
  wrong: {
    'evidence/class-walk/evidence.yaml':
      'title: Walk through the classes\nkind: observation\ndate: 2027-02-11\nfiles: [{ path: ../../notes.txt }]\n',
  },
  right: {
    'evidence/class-walk/evidence.yaml':
      'title: Walk through the classes\nkind: observation\ndate: 2027-02-11\nfiles: [{ path: notes.txt }]\n',
    'evidence/class-walk/notes.txt': 'Ramps at both doors.\n',
  },
  *check({ workspace }) {
    for (const { path, place } of listedFiles(workspace)) {
      if (path !== null) continue;
      yield {
        place: place('path'),
        message: 'This path leads out of the item’s folder.',
        hint: 'Put the file beside evidence.yaml and write its name, with / between folders.',
      };
    }
  },
};
