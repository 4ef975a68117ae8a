/** What is drawn on colours, so that they can be told apart without being seen as such; from little to much. */
export const PATTERNS = ['plain', 'dots', 'diagonal', 'lines', 'crossed', 'grid'] as const;

/** `none` is for what stands on no scale. */
export type Pattern = (typeof PATTERNS)[number] | 'none';
