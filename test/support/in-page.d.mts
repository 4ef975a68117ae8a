import type { Result } from 'axe-core';

export function numberStops(): (number | string)[];
export function focused(): number | string;
export function ringAndTint(): { readonly ring: string; readonly tint: string };
export function unmarked(): string[];
export function tooWide(isPaper?: boolean): string[];
export function cutOff(): string[];
export function overlaid(): string[];
export function pairsOfColours(): { readonly text: string; readonly ground: string; readonly example: string }[];
export function printed(): {
  readonly title: string;
  readonly text: string;
  readonly headings: readonly string[];
  readonly tables: number;
  readonly heads: number;
  readonly pictures: readonly string[];
  readonly links: readonly { readonly text: string; readonly href: string }[];
  readonly hasCover: boolean;
  readonly isDraft: boolean;
};
export function found(tags: readonly string[]): Promise<{ violations: Result[]; incomplete: Result[] }>;
