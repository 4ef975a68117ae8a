import { isUtf8 } from 'node:buffer';
import type { SheetFile, Sheets } from '../world.ts';
import { readBook } from './sheets/book.ts';
import { writeBook } from './sheets/write-book.ts';

/** Spreadsheet files: told by what is in them and not by their names, which say little. */
export const sheets: Sheets = { open, write: writeBook };

const AS_BOOK = 'Open it in the program it comes from, and save it as .xlsx or as CSV UTF-8.';
const AS_CSV = 'In Excel, choose File, Save As, CSV UTF-8 (Comma delimited), or save it as .xlsx.';
/** How a zip archive begins, which is what a workbook is. */
const BOOK = '504b0304';
/** How the container begins of Excel's old files, and of new ones under a password. */
const OLD = 'd0cf11e0a1b11ae1';
const ENCRYPTED = [...'EncryptedPackage'].join('\0');

async function open(bytes: Uint8Array): Promise<SheetFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.toString('hex', 0, 8);
  if (start.startsWith(BOOK)) return readBook(buffer);
  if (start !== OLD) return asText(buffer);
  return buffer.includes(ENCRYPTED, 0, 'latin1')
    ? refused('is protected by a password', 'Take the password off in Excel (File, Info, Protect), and save it again.')
    : refused('is an old file of Excel or Word', AS_BOOK);
}

function asText(buffer: Buffer): SheetFile {
  const [first = 0, second = 0] = buffer;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  if (buffer.length === 0) return refused('is empty', 'Check that it is the file you mean.');
  if (wide === null && (buffer.includes(0) || buffer.toString('latin1', 0, 5) === '%PDF-'))
    return refused('is not a spreadsheet', AS_BOOK);
  if (wide === null && !isUtf8(buffer)) return refused('is not in UTF-8, so its accents can’t be told', AS_CSV);
  const text = new TextDecoder(wide ?? 'utf-8').decode(buffer);
  if (/^\s*</.test(text)) return refused('is a web page or other markup, whatever its name says', AS_BOOK);
  if (/^\s*\{\\rtf/.test(text)) return refused('is a text document', AS_BOOK);
  return { state: 'text', text };
}

function refused(message: string, remedy: string): SheetFile {
  return { state: 'refused', message, remedy };
}
