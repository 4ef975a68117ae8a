import { always, type Rule } from '../rule.ts';

export const yamlEmpty: Rule = {
  id: 'yaml/empty',
  title: 'No file is empty.',
  why: 'An empty file is neither an action nor the lack of one: what it was meant to say for a badge can’t be told.',
  severity: always('error'),
  unsuppressible: true,
  wrong: { 'plan/story-corner.yaml': '# to be written\n' },
  right: { 'plan/story-corner.yaml': 'title: A story corner\nstrands: [race]\nstatus: planned\n' },
};
