import type { EvidenceFile } from '../model/files.generated.ts';
import { yamlText } from '../source/yaml-text.ts';
import { EDITOR_SCHEMAS } from './layout.ts';

/** Writes the evidence.yaml of a new item; what is not known is left out. */
export function draftEvidence(item: EvidenceFile): string {
  const { title, kind, date, strands = [], elements = [], files = [], holder, link, consent, reviewed } = item;
  return [
    `# yaml-language-server: $schema=../../${EDITOR_SCHEMAS}/evidence.json`,
    `title: ${yamlText(title)}`,
    `kind: ${yamlText(kind)}`,
    `date: ${date}`,
    ...(strands.length === 0 ? [] : [`strands: [${strands.map(inFlow).join(', ')}]`]),
    ...(elements.length === 0 ? [] : [`elements: [${elements.map(inFlow).join(', ')}]`]),
    ...(files.length === 0 ? [] : ['files:']),
    ...files.flatMap(({ path, sha256 }) => [
      `  - path: ${yamlText(path)}`,
      ...(sha256 === undefined ? [] : [`    sha256: "${sha256}"`]),
    ]),
    ...(holder ? [`holder: ${yamlText(holder)}`] : []),
    ...(link ? [`link: ${yamlText(link)}`] : []),
    ...(consent === undefined ? [] : [`consent: ${consent}`]),
    ...(reviewed === undefined ? [] : [`reviewed: { by: ${inFlow(reviewed.by)}, on: ${reviewed.on} }`]),
    '',
  ].join('\n');
}

/** A text between brackets, where what would end it there needs quotes. */
function inFlow(text: string): string {
  const plain = yamlText(text);
  return /^["']/.test(plain) || !/[,[\]{}]/.test(plain) ? plain : JSON.stringify(text);
}
