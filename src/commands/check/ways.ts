import { type Outcome, unusable } from '../../model/outcome.ts';
import { flag, type Input } from '../command.ts';

/** In which way a check is made, besides looking once at everything. */
export interface Ways {
  /** Only what changed, by git: since a base, or since the last commit where it is null. */
  readonly changed: { readonly base: string | null } | null;
  /** Whether what can be mended is mended, or only shown. */
  readonly fix: 'write' | 'show' | null;
  /** Whether to look again after every change. */
  readonly watch: boolean;
}

/** Reads `--changed`, `--fix`, `--fix-dry-run` and `--watch`. */
export function readWays(input: Input): Ways | { readonly refusal: Outcome } {
  const { changed } = input.options;
  const [watch, write, show] = [flag(input, 'watch'), flag(input, 'fix'), flag(input, 'fixDryRun')];
  const ways = [
    ...(watch ? ['--watch'] : []),
    ...(write ? ['--fix'] : []),
    ...(show ? ['--fix-dry-run'] : []),
    ...(flag(input, 'updateBaseline') ? ['--update-baseline'] : []),
  ];
  if (ways.length > 1)
    return { refusal: unusable(`${ways[0]} does not go with ${ways[1]}.`, 'Use one after the other.') };
  const isChanged = changed === true || typeof changed === 'string';
  if (isChanged && flag(input, 'updateBaseline'))
    return { refusal: unusable('A baseline is written of the whole workspace.', 'Leave out --changed.') };
  return {
    changed: isChanged ? { base: changed === true ? null : changed } : null,
    fix: write ? 'write' : show ? 'show' : null,
    watch,
  };
}
