import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');

/** Opens a PDF to be read. */
export function readPdf(pdf: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
}

/** An element of a PDF's structure, as a reader comes to it: what it is, its text, what is in it. */
export interface Structure {
  readonly role: string;
  /** What stands for it where it can't be seen. */
  readonly alt: string;
  /** Its own text and that of all within it. */
  readonly text: string;
  readonly children: readonly Structure[];
  /** How many links to follow belong to it. */
  readonly objects: number;
}

type Node = NonNullable<Awaited<ReturnType<PDFPageProxy['getStructTree']>>>;

/** The structure of a page, and the text on it that stands outside of any structure, such as its foot. */
export async function structureOf(page: PDFPageProxy): Promise<{ readonly root: Structure; readonly outside: string }> {
  const texts = new Map<string, string>();
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const open: (string | null)[] = [];
  let outside = '';
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((each) => each !== null) ?? null;
      if (id === null) outside += `${item.str} `;
      else texts.set(id, (texts.get(id) ?? '') + item.str);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push('id' in item && typeof item.id === 'string' ? item.id : null);
  }
  const tree = await page.getStructTree();
  return { root: built(tree as Node, texts), outside };
}

function built(node: Node, texts: ReadonlyMap<string, string>): Structure {
  const children: Structure[] = [];
  let text = '';
  let objects = 0;
  for (const child of node.children) {
    if ('role' in child) {
      const inner = built(child as Node, texts);
      children.push(inner);
      text += inner.text;
    } else if (child.type === 'content') text += texts.get(child.id) ?? '';
    else objects++;
  }
  return { role: node.role, alt: (node as { readonly alt?: string }).alt ?? '', text, children, objects };
}

/** Every element of a structure, an outer one before those in it. */
export function allOf(structure: Structure): readonly Structure[] {
  return [structure, ...structure.children.flatMap(allOf)];
}

/** The objects of a PDF's structure as they are written, for what a reader's library does not tell. */
export function structureObjects(pdf: Uint8Array, role: string): readonly string[] {
  return Buffer.from(pdf)
    .toString('latin1')
    .split('endobj')
    .filter((object) => new RegExp(`/S /${role}\\s`).test(object) && object.includes('/StructElem'));
}
