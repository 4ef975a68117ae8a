import { strFromU8, unzipSync } from 'fflate';
import { validateXML } from 'xmllint-wasm';

/** An element of XML. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: readonly XmlElement[];
  /** The text directly in it. */
  readonly text: string;
}

/** A .docx file taken apart. */
export interface Docx {
  readonly paths: readonly string[];
  readonly part: (path: string) => string;
  readonly body: XmlElement;
  readonly paragraphs: readonly XmlElement[];
}

export function docxOf(bytes: Uint8Array): Docx {
  const parts = unzipSync(bytes);
  const part = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
  const body = xmlOf(part('word/document.xml'));
  return { paths: Object.keys(parts), part, body, paragraphs: all(body, 'w:p') };
}

/** Whether every part is well-formed, as a program sees it that knows nothing of lem. */
export async function faultsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const parts = Object.entries(unzipSync(bytes)).filter(([path]) => /\.(xml|rels)$/.test(path));
  const xml = parts.map(([path, contents]) => ({ fileName: path.replaceAll(/\W/g, '_'), contents }));
  const { errors } = await validateXML({ xml, normalization: 'c14n' });
  return errors.map(({ message }) => message);
}

export function xmlOf(text: string): XmlElement {
  const root: Growing = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const [tag, close, name = '', rest = '', empty] of text.matchAll(TAG)) {
    const parent = open.at(-1) ?? root;
    if (!tag.startsWith('<')) parent.text += decoded(tag);
    else if (close === '/') open.pop();
    else {
      const attributes = Object.fromEntries(
        [...rest.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, decoded(value)]),
      );
      const element: Growing = { name, attributes, children: [], text: '' };
      parent.children.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  return root.children.find(({ name }) => name !== '?xml') ?? root;
}

type Growing = { -readonly [key in Exclude<keyof XmlElement, 'children'>]: XmlElement[key] } & { children: Growing[] };

const TAG = /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>|[^<]+/g;

function decoded(text: string): string {
  const names: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(\w+);/g, (whole, name: string) => names[name] ?? whole);
}

/** Every element of a name below another, in the order of the document. */
export function all(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

/** What a reader reads in an element; a line break or a tab as one. */
export function textOf({ name, text, children }: XmlElement): string {
  if (name === 'w:pPr') return '';
  return `${name === 'w:t' ? text : (MARKS[name] ?? '')}${children.map(textOf).join('')}`;
}

const MARKS: { readonly [name: string]: string } = { 'w:br': '\n', 'w:tab': '\t' };

/** The style of a paragraph. */
export function styleOf(paragraph: XmlElement): string | undefined {
  return all(paragraph, 'w:pStyle')[0]?.attributes['w:val'];
}
