/** A cut of a typeface, for some of its letters. */
export interface Face {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** As in CSS: `U+0000-00FF`. */
  readonly range: string;
  /** A WOFF2 file in base64. */
  readonly data: string;
}
