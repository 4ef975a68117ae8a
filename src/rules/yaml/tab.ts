import { always, type Rule } from '../rule.ts';

export const yamlTab: Rule = {
  id: 'yaml/tab',
  title: 'Lines are indented with spaces, not tabs.',
  why: 'How far a line is indented says what it belongs to, and a tab is as wide as each editor likes. A file with one can’t be read, and counts for nothing in any step.',
  severity: always('error'),
  wrong: { 'plan/story-corner.yaml': 'title: A story corner\nstrands:\n\t- race\nstatus: planned\n' },
  right: { 'plan/story-corner.yaml': 'title: A story corner\nstrands:\n  - race\nstatus: planned\n' },
};
