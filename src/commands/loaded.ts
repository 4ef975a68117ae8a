import { command as badges } from './badges.ts';
import { command as check } from './check.ts';
import type { Command } from './command.ts';
import { command as demo } from './demo.ts';
import { command as explain } from './explain.ts';
import type { CommandName } from './index.ts';
import { command as status } from './status.ts';
import { command as summary } from './summary.ts';

/** The commands that are called most, by name. What is heavy in one of them, such as its templates or a browser, it loads itself. */
export const LOADED = {
  badges,
  check,
  demo,
  explain,
  status,
  summary,
} satisfies { readonly [name in CommandName]?: Command };
