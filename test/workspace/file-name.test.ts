import { folded, freeName, safeFileName } from '../../src/workspace/file-name.ts';

test.each([
  ['notes.txt', 'notes.txt'],
  ['/home/a/Notes of the walk.txt', 'Notes of the walk.txt'],
  ['C:\\Users\\a\\Notes.txt', 'Notes.txt'],
  ['../../../etc/passwd', 'passwd'],
  ['folder/', 'folder'],
  ['Éle\u0301phant.jpg', 'Éléphant.jpg'],
  ['.htaccess', 'htaccess'],
  ['...', 'file'],
  ['', 'file'],
  ['what?: "a" <b> | c*.pdf', 'what-- -a- -b- - c-.pdf'],
  ['a\u0000b\u001b[31mc\u202ed\u200be.txt', 'ab[31mcde.txt'],
  ['a\u00a0b\u2003c.txt', 'a b c.txt'],
  ['report. . ', 'report'],
  ['con', 'con-file'],
  ['Nul.txt', 'Nul-file.txt'],
  ['com1.tar.gz', 'com1-file.tar.gz'],
  ['CONIN$', 'CONIN$-file'],
  ['console.txt', 'console.txt'],
])('%j becomes %j', (path, name) => {
  expect(safeFileName(path)).toBe(name);
  expect(safeFileName(name)).toBe(name);
});

test('a long name is cut before its ending, and never within a character', () => {
  const name = safeFileName(`${'é😀'.repeat(200)}.jpeg`);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(150);
  expect(name).toMatch(/^(?:é😀)+é?\.jpeg$/u);
});

test('a name that is taken gets a number, however it is written', () => {
  const taken = new Set(['photo.jpg', 'photo-2.jpg', 'é.txt', 'strasse.txt']);
  const isTaken = (name: string): boolean => taken.has(folded(name));
  expect(freeName('Photo.JPG', isTaken)).toBe('Photo-3.JPG');
  expect(freeName('E\u0301.txt', isTaken)).toBe('E\u0301-2.txt');
  // As a Mac sees them.
  expect(freeName('Straße.txt', isTaken)).toBe('Straße-2.txt');
  expect(freeName('\u017ftrasse.txt', isTaken)).toBe('\u017ftrasse-2.txt');
  expect(freeName('other', isTaken)).toBe('other');
});
