import { type Clash, clashes, inOrder } from '../../facts/county/order.ts';
import { type Block, err, type Line, out, run } from '../../model/block.ts';
import type { CountySchool } from '../../model/county-school.generated.ts';
import type { Outcome } from '../../model/outcome.ts';
import { harmless } from '../../model/visible.ts';
import { countyRows } from '../../views/county/csv-rows.ts';
import { type CountyFigures, figuresOf } from '../../views/county/figures.ts';
import { countyPageView } from '../../views/county/page-view.ts';
import { countyLines } from '../../views/county/table.ts';
import type { World } from '../../world.ts';
import { folderOf, type Input } from '../command.ts';
import { shippedTemplates } from '../documents/templates.ts';
import type { CountyRequest } from './request.ts';

/**
 * What a county’s schools come to, in the form that was asked for. It hangs on nothing but the schools and the options, so
 * that shards put together give the very bytes of one run.
 */
export async function told(
  world: World,
  input: Input,
  request: CountyRequest,
  found: readonly CountySchool[],
): Promise<Outcome> {
  const twice = clashes(found);
  if (twice.length > 0) return refused(twice);
  const schools = inOrder(found);
  const exit = schools.some(({ broken, findings }) => broken !== null || findings.error > 0) ? 1 : 0;
  const figures = figuresOf(schools, request);
  const report = [await printed(world, request, figures)];
  if (request.html === null) return { exit, report };
  const html = await pageOf(world, figures);
  const files = [{ path: request.html.path, content: html, anywhere: true }] as const;
  return {
    exit,
    report: [...report, err([run(`Written: ${request.html.shown}`, 'dim')])],
    changes: { into: folderOf(world, input), files, replace: true },
  };
}

/** How many clashes are told of. */
const MOST = 10;

/** A school whose URN another has too would be told of twice. The common case is a workspace beside its own submission. */
function refused(twice: readonly Clash[]): Outcome {
  const told = twice.slice(0, MOST).map(({ what, schools: [a, b] }, index): Line => {
    const sentence = `Two schools have ${what}: ${a.path} and ${b.path}.`;
    return index === 0 ? [run('lem: ', 'bad'), sentence] : `     ${sentence}`;
  });
  const more = twice.length - MOST;
  const isSubmitted = twice.some(({ schools }) => schools.some(({ seenIn }) => seenIn === 'submission'));
  const remedy = isSubmitted
    ? 'Leave one of them out: a school counts once, by its workspace or by one submission. Nothing was written.'
    : 'Correct one of them, or leave it out; nothing was written.';
  return {
    exit: 2,
    report: [err(...told, ...(more > 0 ? [`     And ${more} more.`] : []), [run(`  ${remedy}`, 'dim')])],
  };
}

/** Schools as JSON Lines, in their order. */
export function jsonLines(schools: readonly CountySchool[]): Block {
  return { kind: 'text', text: schools.map((school) => `${harmless(JSON.stringify(school))}\n`).join('') };
}

async function printed(world: World, { format }: CountyRequest, figures: CountyFigures): Promise<Block> {
  if (format === 'json') return jsonLines(figures.schools);
  if (format === 'table') return out(...countyLines(figures, world.terminal.width));
  const { csv } = await import('../../views/csv.ts');
  const { columns, rows } = countyRows(figures);
  return { kind: 'text', text: csv(columns, rows) };
}

async function pageOf(world: World, figures: CountyFigures): Promise<string> {
  const { countyPage } = await import('../../views/html/county.ts');
  const view = countyPageView(figures);
  const bytes = new TextEncoder();
  const digest = world.files.fingerprint(bytes.encode(JSON.stringify(view)));
  return countyPage(shippedTemplates(world), world.fonts(), (text) => world.files.fingerprint(bytes.encode(text)))(
    view,
    digest,
  );
}
