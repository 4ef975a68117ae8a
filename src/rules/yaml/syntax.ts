import { always, type Rule } from '../rule.ts';

export const yamlSyntax: Rule = {
  id: 'yaml/syntax',
  title: 'Every file is sound YAML.',
  why: 'A file that can’t be read counts for nothing: what it says of a badge can’t be told until it is mended.',
  severity: always('error'),
  unsuppressible: true,
  wrong: { 'plan/story-corner.yaml': 'title: "A story corner\nstrands: [race]\nstatus: planned\n' },
  right: { 'plan/story-corner.yaml': 'title: "A story corner"\nstrands: [race]\nstatus: planned\n' },
};
