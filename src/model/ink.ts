/** Black or white, whichever reads better on a colour (`#rrggbb`) by its relative luminance (WCAG 2): at least 4.5 to 1. */
export function inkOn(fill: string): '#000000' | '#ffffff' {
  const channel = (at: number): number => {
    const value = Number.parseInt(fill.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5) > 0.179 ? '#000000' : '#ffffff';
}
