import { command as audit } from './audit.ts';
import { command as award } from './award.ts';
import type { Command } from './command.ts';
import { command as completion } from './completion.ts';
import { command as county } from './county.ts';
import { command as evidence } from './evidence.ts';
import { command as exporting } from './export.ts';
import { command as grid } from './grid.ts';
import { command as history } from './history.ts';
import { command as importing } from './import.ts';
import type { CommandName } from './index.ts';
import { command as init } from './init.ts';
import type { LOADED } from './loaded.ts';
import { command as meeting } from './meeting.ts';
import { command as migrate } from './migrate.ts';
import { command as plan } from './plan.ts';
import { command as preview } from './preview.ts';
import { command as report } from './report.ts';
import { command as review } from './review.ts';
import { command as submit } from './submit.ts';
import { command as verify } from './verify.ts';
import { command as visit } from './visit.ts';

/** All other commands: they bring much code, and are called now and then. */
export const LOADED_LATER: { readonly [name in Exclude<CommandName, keyof typeof LOADED>]: Command } = {
  audit,
  award,
  completion,
  county,
  evidence,
  export: exporting,
  grid,
  history,
  import: importing,
  init,
  meeting,
  migrate,
  plan,
  preview,
  report,
  review,
  submit,
  verify,
  visit,
};
