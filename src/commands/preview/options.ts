import { ON_OPTION } from '../command.ts';

export const PREVIEW_OPTIONS = [
  ['--port <n>', 'listen on this port (default: 4650, or the next that is free)'],
  ['--open', 'open the page in your browser'],
  ON_OPTION,
] as const;
