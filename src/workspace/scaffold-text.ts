/** Text for the files of a new workspace: templates filled in, comments wrapped, Markdown made safe. */

const WIDTH = 100;

/**
 * A template with a value in each place that is marked `{{name}}`.
 * @throws where a template has a mark that nothing was given for: a fault of the template
 */
export function fill(template: string, values: { readonly [name: string]: string }): string {
  return template.replace(/\{\{(\w+)\}\}/g, (mark, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Error(`A template asks for ${mark}, and there is no such value.`);
    return value;
  });
}

/**
 * A text as lines of a YAML comment, wrapped.
 * @param lead what stands before the text on its first line; further lines are indented as far
 */
export function comment(text: string, indent: string, lead = ''): string {
  const lines = wrapped(text, WIDTH - indent.length - 2 - lead.length);
  return lines
    .map((line, index) => `${indent}# ${index === 0 ? lead : ' '.repeat(lead.length)}${line}`.trimEnd())
    .join('\n');
}

/** A text as lines of at most so many characters, broken between words. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines = [''];
  for (const word of oneLine(text).split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}

/** A text on one line, with no character that could end it. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** A text as it stands in Markdown, in a table too. */
export function markdown(text: string): string {
  return oneLine(text).replace(/[\\`*_[\]<>|&]|#(?=$)/g, '\\$&');
}

/** Words joined as in a sentence: `a, b and c`. */
export function listed(words: readonly string[], last = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
