import { always, type Rule } from '../rule.ts';

export const yamlDuplicateKey: Rule = {
  id: 'yaml/duplicate-key',
  title: 'No key stands twice in the same place.',
  why: 'Of two values only one could count, and nobody could tell which was meant. It happens most often when two people’s work on the same file is put together (step 2).',
  severity: always('error'),
  unsuppressible: true,
  wrong: {
    'plan/story-corner.yaml': 'title: A story corner\nstrands: [race]\nstatus: planned\nstatus: in-progress\n',
  },
  right: { 'plan/story-corner.yaml': 'title: A story corner\nstrands: [race]\nstatus: in-progress\n' },
};
