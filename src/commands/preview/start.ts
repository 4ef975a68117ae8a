import { err, type Line, out, run } from '../../model/block.ts';
import { seen } from '../../model/known.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { READING_LIST } from '../../workspace/layout.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import { flag, type Input, text } from '../command.ts';
import { pressMaker } from '../documents/compose.ts';
import { shippedTemplates } from '../documents/templates.ts';
import { openHere } from '../load.ts';
import { complaintLines } from './complaints.ts';
import { addressOf } from './documents.ts';
import { latestSummary } from './latest-summary.ts';
import { type Look, lookout } from './look.ts';
import { pagesOf } from './pages.ts';

/** What is to be previewed first: a page by its path, or the latest summary of a strand by its id. */
export type Choice = { readonly path: string } | { readonly strand: string } | { readonly refusal: Outcome };

/**
 * Serves the documents of a workspace until the user ends it, each page made anew after a save.
 * @param choose what is asked for
 */
export async function startPreview(
  world: World,
  input: Input,
  choose: (workspace: Workspace) => Choice,
): Promise<Outcome> {
  const asked = portOf(input);
  if ('refusal' in asked) return asked.refusal;
  const here = openHere(world, input);
  if ('refusal' in here) return here.refusal;
  const { root, workspace, on } = here;
  const choice = choose(workspace);
  const chosen = 'strand' in choice ? latestSummary(workspace, choice.strand, on) : choice;
  if ('refusal' in chosen) return chosen.refusal;

  const { pageServer } = await import('../../views/html/served-page.ts');
  const shipped = (name: string): string => world.files.shipped(`templates/preview/${name}`);
  const additions = { bar: shipped('bar.hbs'), css: shipped('bar.css'), script: shipped('reload.js') };
  const makePress = await pressMaker(world);
  const look = lookout(world, input, on, makePress);
  const plain = makePress(shippedTemplates(world));
  const { complaintsAt, ...pages } = pagesOf(world, look, on, plain, pageServer(additions));
  const server = await world.serve({ port: asked.port, ...pages });
  if (server.state === 'none') return unusable(server.message, server.remedy);

  const address = addressOf(chosen.path);
  const isShown = flag(input, 'open') ? await server.show(address) : true;
  const school = seen(workspace.settings)?.school.name ?? '';
  let said = complaintsAt(chosen.path);
  return {
    exit: 0,
    report: [
      out(`${server.address}${address}`),
      err(
        [run(`Preview${school === '' ? '' : ` of ${school}`}, for this machine only.`, 'dim')],
        [run('Every save is shown at once. Nothing is written. Ctrl-C ends it.', 'dim')],
        ...(isShown ? [] : ['No browser could be opened: open that address yourself.']),
        ...complaintLines(said),
      ),
    ],
    watch: {
      root,
      folders: () => [...Object.keys(READING_LIST.folders), 'templates', ...logoFolder(look())],
      again: async () => {
        const refreshed = server.refresh();
        const now = complaintsAt(refreshed[0] ?? chosen.path);
        const isSaid = JSON.stringify(now) === JSON.stringify(said);
        const isMended = said.length > 0 && now.length === 0;
        said = now;
        if (isSaid && refreshed.length === 0) return null;
        const time: Line = [
          run(world.time(), 'strong'),
          ...(refreshed.length === 0 ? [] : [` ${refreshed.join(' ')}`]),
        ];
        const mended: readonly Line[] = isMended ? [[run('✓ ', 'good'), 'Nothing is left to mend.']] : [];
        return { exit: 0, report: [err(time, ...mended, ...complaintLines(now))] };
      },
      otherwise: 'Close what else watches many files, and begin again.',
      end: async () => {
        await server.close();
        return { exit: 0, report: [err([run('The preview has ended.', 'dim')])] };
      },
    },
  };
}

/** The port that `--port` names; null where it is not given. */
function portOf(input: Input): { readonly port: number | null } | { readonly refusal: Outcome } {
  const asked = text(input, 'port');
  if (asked === undefined) return { port: null };
  const port = Number(asked);
  if (/^\d{1,5}$/.test(asked) && port < 65_536) return { port };
  return { refusal: unusable(`${asked} is not a port.`, 'Give a number from 1024 to 65535, such as --port 4650.') };
}

/** The folder that the logo lies in, where that is one below the workspace's own. */
function logoFolder({ workspace }: Look): readonly string[] {
  const parts = (seen(workspace?.settings)?.school.logo ?? '').split(/[\\/]/);
  const folder = parts.slice(0, -1);
  return folder.length === 0 || folder.some((part) => part === '' || part === '..' || part === '.')
    ? []
    : [folder.join('/')];
}
