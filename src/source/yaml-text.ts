import { stringify } from 'yaml';

/**
 * A text as a YAML scalar on one line, in quotes where it would otherwise be read as something else: as a number, as a
 * comment, or, by readers of YAML 1.1, as yes or no.
 */
export function yamlText(text: string): string {
  return stringify(text, {
    schema: 'core',
    compat: 'yaml-1.1',
    lineWidth: 0,
    blockQuote: false,
  }).trimEnd();
}
