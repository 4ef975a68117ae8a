import { argument, type Command } from '../command.ts';
import { strandNamed } from '../named.ts';
import { PREVIEW_OPTIONS } from '../preview/options.ts';

export const previewSummary: Command = {
  summary: 'Show a strand’s Accreditation Summary in a browser while you write: a save is seen at once.',
  args: [['<strand>', 'a strand’s id']],
  options: PREVIEW_OPTIONS,
  examples: [
    ['lem summary preview disability', 'its address, to open in a browser'],
    ['lem summary preview race --open', 'opens it in your browser'],
  ],
  run: async (world, input) => {
    const { startPreview } = await import('../preview/start.ts');
    return startPreview(world, input, ({ programme }) => {
      const named = strandNamed(programme, argument(input, 0) ?? '');
      return 'refusal' in named ? named : { strand: named.id };
    });
  },
};
