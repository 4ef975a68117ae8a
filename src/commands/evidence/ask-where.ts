import type { Prompts } from '../../world.ts';
import { type GivenItem, wrongLink } from './given-item.ts';

/** Asks where something is kept that no file was given for. @returns a path, or what the item says; null where the user broke off */
export async function askWhere(prompts: Prompts): Promise<{ readonly path: string } | GivenItem | null> {
  const where = await prompts.choose({
    message: 'What shows it?',
    choices: [
      { value: 'file', name: 'a file, to be copied here' },
      { value: 'holder', name: 'something that somebody keeps, and that must not be copied here' },
      { value: 'link', name: 'a page that is public' },
    ],
    default: 'file',
  });
  if (where === null) return null;
  if (where === 'holder') {
    const holder = await prompts.text({ message: 'Who keeps it, and where:', check: needed });
    return holder === null ? null : { holder: holder.trim() };
  }
  if (where === 'link') {
    const link = await prompts.text({ message: 'Its address:', check: (answer) => wrongLink(answer.trim()) });
    return link === null ? null : { link: link.trim() };
  }
  const path = await prompts.text({ message: 'The file’s path:', check: needed });
  return path === null ? null : { path: dropped(path.trim()) };
}

/** The path of a file that was dropped onto the terminal: in quotes, or with its spaces escaped. */
function dropped(path: string): string {
  return path.replace(/^(["'])(.*)\1$/, '$2').replaceAll('\\ ', ' ');
}

/** What to say to an answer that may not be left out, or null. */
export function needed(answer: string): string | null {
  return answer.trim() === '' ? 'It takes a few words, or Ctrl-C to stop.' : null;
}
