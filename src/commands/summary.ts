import type { Command } from './command.ts';
import { newSummary } from './summary/new.ts';
import { renderSummary } from './summary/render.ts';

export const command: Command = {
  summary: 'The Accreditation Summary of a strand (step 6): begin one, and render it as HTML and PDF.',
  examples: [
    ['lem summary new disability', 'draft the summary from the plan, the grid and the evidence'],
    ['lem summary render disability', 'write build/<year>/disability.html and .pdf'],
  ],
  verbs: { new: newSummary, render: renderSummary },
};
