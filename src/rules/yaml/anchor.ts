import { anchors } from '../../source/traps.ts';
import { always, type Rule } from '../rule.ts';

const ACTION = 'title: A story corner\nstatus: planned\n';

export const yamlAnchor: Rule = {
  id: 'yaml/anchor',
  title: 'Every value is written out where it stands.',
  why: 'An alias takes its value from another line. Whoever reads it alone, as in a colleague’s change to the audit or the plan (steps 2 and 4), can’t see what it says; and a change to the one changes the other unseen.',
  severity: always('warning'),
  wrong: {
    'plan/story-corner.yaml': `${ACTION}strands: &mine [race]\nelements: []\nbaseline: &none None.\nsuccess: *none\n`,
  },
  right: { 'plan/story-corner.yaml': `${ACTION}strands: [race]\nelements: []\nbaseline: None.\nsuccess: None.\n` },
  *check({ workspace }) {
    for (const source of workspace.sources.values()) {
      for (const { place, is } of anchors(source)) {
        yield is === 'alias'
          ? {
              place,
              message: 'This value is taken from another line by an alias.',
              hint: 'Write it out here, and take & and the name away from that line.',
            }
          : {
              place,
              message: 'This value is given a name by an anchor, and nothing uses it.',
              hint: 'Take & and the name away; a text that begins with & needs quotes.',
            };
      }
    }
  },
};
