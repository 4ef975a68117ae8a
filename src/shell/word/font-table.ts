import { TYPEFACE } from './styles.ts';

/** What Word takes where the typeface is not installed, best first: those that come with Word, Windows or a Mac. */
const INSTEAD = ['Atkinson Hyperlegible', 'Segoe UI', 'Calibri', 'Helvetica Neue', 'DejaVu Sans'];

/**
 * The document's table of typefaces. The typeface is named and not brought along; what stands in for it is a plain
 * sans serif, by name and, where none of those is there, by kind.
 */
export const FONT_TABLE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="${TYPEFACE}"><w:altName w:val="${INSTEAD.join(',')}"/><w:panose1 w:val="020B0502040204020203"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>`;
