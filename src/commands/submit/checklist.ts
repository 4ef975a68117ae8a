import { badgeFacts } from '../../facts/eligibility.ts';
import { type Line, run } from '../../model/block.ts';
import { type IsoDate, inWords } from '../../model/calendar.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { seen } from '../../model/known.ts';
import { wrap } from '../../model/width.ts';
import { diagnose } from '../../rules/run.ts';
import type { Submitted } from '../../workspace/submitted.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** What stands on the list before a submission is made. */
export interface Checklist {
  readonly lines: readonly Line[];
  /** What keeps it from being made; empty where nothing does. */
  readonly faults: readonly Diagnostic[];
  readonly isReady: boolean;
}

/** Goes through what a submission must have: sound files, every requirement met, a visit it is for. */
export function checklistOf(
  workspace: Workspace,
  strands: readonly string[],
  { texts, assets, withheld }: Submitted,
  { on, visit, width }: { readonly on: IsoDate; readonly visit: IsoDate | null; readonly width: number },
): Checklist {
  const sent = new Set([...texts, ...assets]);
  const found = diagnose({ state: 'ready', workspace }, { level: 'submission', on });
  const faults = found.filter(({ file, severity }) => severity === 'error' && sent.has(file));
  const lines: Line[] = [];
  const item = (state: 'met' | 'unmet' | 'note', text: string): void => {
    const [sign, tone] = SIGNS[state];
    const [first = '', ...rest] = wrap(text, width - 4);
    lines.push([run(`  ${sign} `, tone), first], ...rest.map((line) => `    ${line}`));
  };
  const checked = `${texts.length} files checked at level submission`;
  if (faults.length === 0) item('met', `${checked}: nothing stands in the way.`);
  else item('unmet', `${checked}: ${faults.length === 1 ? '1 error' : `${faults.length} errors`}.`);
  for (const { file, line, column, message } of faults.slice(0, MOST_FAULTS))
    lines.push([run('      ✗ ', 'bad'), run(`${file}:${line}:${column} `, 'dim'), message]);
  if (faults.length > MOST_FAULTS) lines.push(`      … and ${faults.length - MOST_FAULTS} more`);
  let isReady = faults.length === 0;
  for (const strand of strands) {
    const { programme } = workspace;
    const title = programme.strands.get(strand)?.badge ?? strand;
    const { eligible, verdicts } = badgeFacts(workspace, strand, on);
    const met = verdicts.filter(({ outcome }) => outcome === 'met').length;
    item(eligible === true ? 'met' : 'unmet', `${title}: ${met} of ${verdicts.length} requirements met.`);
    for (const { outcome, message, required } of verdicts)
      if (outcome !== 'met' && required) lines.push([run('      ✗ ', 'bad'), message]);
    isReady &&= eligible === true;
  }
  if (visit === null) item('note', 'No visit is booked for it: lem visit book, or --visit <date>.');
  else item('met', `For the visit on ${inWords(visit)}.`);
  for (const { item: id, files } of withheld) {
    const holder = seen(workspace.evidence.get(id))?.holder ?? '';
    const count = files.length === 0 ? '' : `, its ${files.length === 1 ? 'file stays' : 'files stay'} out`;
    item('note', `${id} is held by ${holder}${count}.`);
  }
  return { lines, faults, isReady };
}

/** Errors beyond these are for `lem check` to show. */
const MOST_FAULTS = 5;

const SIGNS = { met: ['✓', 'good'], unmet: ['✗', 'bad'], note: ['–', 'dim'] } as const;
