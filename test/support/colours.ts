/** A colour as the screen mixes it: red, green and blue from 0 to 255. */
export type Rgb = readonly [number, number, number];

/** The colour of `#rrggbb` or `rgb(r, g, b)`: one that lets another through has no contrast of its own. */
export function rgbOf(colour: string): Rgb {
  const parts = colour.startsWith('#')
    ? [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    : (colour.match(/[\d.]+/g) ?? []).map(Number);
  const [r, g, b] = parts;
  if (r === undefined || g === undefined || b === undefined || parts.length !== 3) throw new Error(colour);
  return [r, g, b];
}

/** The contrast of two colours as WCAG 2 defines it, from 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: Rgb): number {
  const [r, g, b] = linear(colour);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function linear(colour: Rgb): Rgb {
  const each = (value: number): number =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  return [each(colour[0]), each(colour[1]), each(colour[2])];
}

type Matrix = readonly [Rgb, Rgb, Rgb];

/** How people without one kind of cone see (Machado, Oliveira and Fernandes 2009, severity 1), and a printer without colour. */
export const VISIONS: { readonly [vision: string]: Matrix } = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  greyscale: [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
};

/** A colour as it looks with that sight. */
export function seenWith(matrix: Matrix, colour: Rgb): Rgb {
  const [r, g, b] = linear(colour);
  const mixed = matrix.map(([x, y, z]) => Math.min(1, Math.max(0, x * r + y * g + z * b)));
  const encoded = mixed.map((value) =>
    Math.round(255 * (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055)),
  );
  return [encoded[0] ?? 0, encoded[1] ?? 0, encoded[2] ?? 0];
}
