import type { Step } from '../../model/place.ts';
import { booleanWords } from '../../source/traps.ts';
import { always, type Rule } from '../rule.ts';

/** Keys whose values name something: a word that names nothing there has a finding of its own. */
const NAMES = new Set(
  'rating strand strands element elements evidence actions represents decisions edition programme'.split(' '),
);

export const yamlBooleanWord: Rule = {
  id: 'yaml/boolean-word',
  title: 'The words yes, no, on and off stand in quotes where they are all of a text.',
  why: 'lem reads them as text, as YAML 1.2 says. Programs that keep to YAML 1.1 read true or false, and may write that back into the audit or the plan (steps 2 and 4).',
  severity: always('info'),
  wrong: { 'plan/story-corner.yaml': 'title: A story corner\nstrands: [race]\nstatus: planned\nresources: no\n' },
  right: { 'plan/story-corner.yaml': 'title: A story corner\nstrands: [race]\nstatus: planned\nresources: "no"\n' },
  *check({ workspace }) {
    for (const source of workspace.sources.values()) {
      for (const place of booleanWords(source)) {
        if (isName(place.path)) continue;
        yield {
          place,
          message: 'Some programs read this word as true or false.',
          hint: 'Put it in quotes, or write a sentence.',
        };
      }
    }
  },
};

/** Whether the value at a path names something: by its key, by strand, or as a cell in the short form. */
function isName(path: readonly Step[]): boolean {
  const [last = '', above = ''] = path
    .map(String)
    .filter((step) => !/^\d+$/.test(step))
    .reverse();
  return NAMES.has(last) || NAMES.has(above) || (path[0] === 'cells' && path.length === 3);
}
