import { always, type Rule } from '../rule.ts';

export const workspaceUnknownProgramme: Rule = {
  id: 'workspace/unknown-programme',
  title: 'The workspace names a programme edition that there is.',
  why: 'The edition holds the strands, the elements, the scale and what each step asks for. Without it nothing else in the workspace can be understood.',
  severity: always('error'),
  unsuppressible: true,
  wrong: { 'lem.yaml': 'format: 1\nprogramme: lem5\nschool: { name: Ribble Bank Primary School }\n' },
  right: { 'lem.yaml': 'format: 1\nprogramme: lem-5\nschool: { name: Ribble Bank Primary School }\n' },
};
