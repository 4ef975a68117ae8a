import {
  ExternalHyperlink,
  InternalHyperlink,
  type IShadingAttributesProperties,
  type ParagraphChild,
  ShadingType,
  Tab,
  TextRun,
} from 'docx';
import { inkOn } from '../../model/ink.ts';
import type { Pattern } from '../../model/pattern.ts';
import type { WordRun } from '../../model/word-document.ts';
import { soundLink } from './link.ts';
import { LOOK_OF } from './styles.ts';
import { soundText, stretches } from './text.ts';

/**
 * Runs as the library has them. A text is a text whatever it looks like: no field, no markup.
 * @param ink the colour of those that have none of their own, `#rrggbb`; null leaves it to the style
 */
export function runsOf(runs: readonly WordRun[], ink: string | null): readonly ParagraphChild[] {
  return alike(runs).flatMap((group): readonly ParagraphChild[] => {
    const [{ link: address, to }] = group;
    const link = address === undefined ? null : soundLink(address);
    const children = group.flatMap((run) => textRuns(run, link !== null || to !== undefined, ink));
    if (link !== null) return [new ExternalHyperlink({ link, children })];
    if (to !== undefined) return [new InternalHyperlink({ anchor: placeName(to), children })];
    return children;
  });
}

type Group = [WordRun, ...WordRun[]];

/** Runs that lead to the same, one after the other, are one link. */
function alike(runs: readonly WordRun[]): readonly Group[] {
  const groups: Group[] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last !== undefined && last[0].link === run.link && last[0].to === run.to) last.push(run);
    else groups.push([run]);
  }
  return groups;
}

/** The name of a place: such names hold nothing but letters, digits and low lines, and few of them. */
export function placeName(name: string): string {
  return name.replace(/\W/g, '_').slice(0, 40);
}

function textRuns(
  { text, bold, italic, look, fill, pattern }: WordRun,
  isLink: boolean,
  ink: string | null,
): readonly TextRun[] {
  const style = isLink ? 'Hyperlink' : look === undefined ? undefined : LOOK_OF[look];
  const color = fill === undefined ? ink : inkOn(fill);
  const shared = {
    ...(style === undefined ? {} : { style }),
    ...(bold === undefined ? {} : { bold }),
    ...(italic === undefined ? {} : { italics: italic }),
    ...(color === null ? {} : { color: color.slice(1) }),
    ...(fill === undefined ? {} : { shading: shadingOf(fill, pattern) }),
  };
  return soundText(text)
    .split('\n')
    .flatMap((line, index) => [
      ...(index === 0 ? [] : [new TextRun({ ...shared, break: 1 })]),
      ...stretches(line).map(
        (stretch) =>
          new TextRun({
            ...shared,
            ...(stretch.rightToLeft ? { rightToLeft: true } : {}),
            children: tabbed(stretch.text),
          }),
      ),
    ]);
}

/** Each pattern as Word draws it, nearest to how `base.css` does. */
const SHADING = {
  plain: ShadingType.CLEAR,
  dots: ShadingType.PERCENT_25,
  diagonal: ShadingType.DIAGONAL_STRIPE,
  lines: ShadingType.HORIZONTAL_STRIPE,
  crossed: ShadingType.DIAGONAL_CROSS,
  grid: ShadingType.HORIZONTAL_CROSS,
  none: ShadingType.THIN_REVERSE_DIAGONAL_STRIPE,
} as const satisfies { readonly [pattern in Pattern]: string };

function shadingOf(fill: string, pattern: Pattern = 'plain'): IShadingAttributesProperties {
  const color = pattern === 'plain' ? 'auto' : inkOn(fill).slice(1);
  return { type: SHADING[pattern], color, fill: fill.slice(1) };
}

function tabbed(text: string): (string | Tab)[] {
  return text
    .split('\t')
    .flatMap((part, index) => [...(index === 0 ? [] : [new Tab()]), ...(part === '' ? [] : [part])]);
}
