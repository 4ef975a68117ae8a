import type { ErrorObject } from 'ajv';
import type { FileKind } from './file-kinds.ts';

export const validators: {
  readonly [kind in FileKind]: { (value: unknown): boolean; errors?: ErrorObject[] | null };
};
export const schemaTexts: { readonly [kind in FileKind]: string };
