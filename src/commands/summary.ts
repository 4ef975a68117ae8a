import type { Command } from './command.ts';
import { newSummary } from './summary/new.ts';
import { previewSummary } from './summary/preview.ts';
import { renderSummary } from './summary/render.ts';

export const command: Command = {
  summary:
    'The Accreditation Summary of a strand (step 6): begin one, see it while you write, and render it as HTML, PDF and Word.',
  examples: [
    ['lem summary new disability', 'draft the summary from the plan, the grid and the evidence'],
    ['lem summary preview disability', 'its address, to see it in a browser while you write'],
    ['lem summary render disability', 'write build/<year>/disability.html and .pdf'],
  ],
  verbs: { new: newSummary, preview: previewSummary, render: renderSummary },
};
