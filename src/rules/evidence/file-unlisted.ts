import { count } from '../../facts/requirements/requirement.ts';
import { at } from '../../model/place.ts';
import { plainWord } from '../../model/plain-word.ts';
import { assetPath } from '../../workspace/layout.ts';
import { eachSound } from '../files.ts';
import { onceReady, type Rule } from '../rule.ts';

const NOTES = { 'evidence/class-walk/notes.txt': 'Ramps at both doors.\n' } as const;
const ITEM = 'title: Walk through the classes\nkind: observation\ndate: 2027-02-11\nholder: SENDCo\n';

export const evidenceFileUnlisted: Rule = {
  id: 'evidence/file-unlisted',
  title: 'Every file beside an evidence item is listed in it.',
  why: 'Only files that are listed are fingerprinted and go into a submission (step 6). A file that was only put there may hold names that should not be in git at all.',
  severity: onceReady('info'),
  wrong: { ...NOTES, 'evidence/class-walk/evidence.yaml': ITEM },
  right: { ...NOTES, 'evidence/class-walk/evidence.yaml': `${ITEM}files: [{ path: notes.txt }]\n` },
  *check({ workspace }) {
    const items = [...eachSound(workspace.evidence)];
    const listed = new Set(
      items.flatMap(({ id, value }) => (value.files ?? []).map(({ path }) => assetPath(id, path))),
    );
    const unlisted = [...workspace.assets.keys()].filter((path) => !listed.has(path));
    const itemsOf = unlisted.map((path) => path.split('/')[1]);
    for (const { id, file } of items) {
      const left = itemsOf.filter((item) => item === id).length;
      if (left === 0) continue;
      yield {
        place: at(file, 'files'),
        message: `${count(left, 'file lies', 'files lie')} beside this item, not listed in it.`,
        hint: `Remove what does not belong to it, and list the rest under files: lem evidence review ${plainWord(id, 'item')} --files.`,
      };
    }
  },
};
