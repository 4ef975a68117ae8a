import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Face } from '../model/face.ts';

const PACKAGE = '@fontsource/atkinson-hyperlegible-next';
const FAMILY = 'Atkinson Hyperlegible Next';
const CUTS = [
  [400, 'normal'],
  [400, 'italic'],
  [700, 'normal'],
] as const;
/** Letters of western languages, and those of most others that use the Latin alphabet. */
const SUBSETS = ['latin', 'latin-ext'] as const;

let faces: readonly Face[] | null = null;

/** The typeface that comes with lem, read once: Atkinson Hyperlegible Next, drawn for readers with low vision. */
export function fonts(): readonly Face[] {
  faces ??= readFaces();
  return faces;
}

function readFaces(): readonly Face[] {
  const { resolve } = createRequire(import.meta.url);
  const folder = dirname(resolve(`${PACKAGE}/files/${fileOf('latin', 400, 'normal')}`));
  const ranges = JSON.parse(readFileSync(join(folder, '../unicode.json'), 'utf8')) as { [subset: string]: string };
  return CUTS.flatMap(([weight, style]) =>
    SUBSETS.map((subset): Face => {
      const data = readFileSync(join(folder, fileOf(subset, weight, style))).toString('base64');
      return { family: FAMILY, weight, style, range: ranges[subset] ?? '', data };
    }),
  );
}

function fileOf(subset: string, weight: number, style: string): string {
  return `atkinson-hyperlegible-next-${subset}-${weight}-${style}.woff2`;
}
