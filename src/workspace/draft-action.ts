import type { ActionFile } from '../model/files.generated.ts';
import { afterKey } from '../source/edit-text.ts';
import { schemaOf } from '../source/schema-at.ts';
import { EDITOR_SCHEMAS } from './layout.ts';

/** The keys of an action in the order in which they are written. */
export const ACTION_KEYS = Object.keys(schemaOf('action').properties ?? {}) as readonly (keyof ActionFile)[];

/** A new action's file: YAML that holds against the schema whatever its texts contain. */
export function draftAction(action: ActionFile): string {
  const manner = { flow: false, column: 0, step: 2, eol: '\n', braces: false } as const;
  const lines = ACTION_KEYS.flatMap((key) => {
    const value = action[key];
    return value === undefined ? [] : [`${key}:${afterKey(value, manner)}\n`];
  });
  return `# yaml-language-server: $schema=../${EDITOR_SCHEMAS}/action.json\n${lines.join('')}`;
}
