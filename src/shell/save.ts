import type { Changes } from '../model/outcome.ts';
import type { Saved } from '../world.ts';
import { BUSY } from './lock.ts';
import { CHANGED_MEANWHILE, LEADS_OUT, write } from './write.ts';

/** Writes files, all of them or none, and puts into words why it could not be done. */
export function save(changes: Changes): Saved {
  try {
    write(changes);
    return { state: 'saved' };
  } catch (error) {
    const remedy = REMEDIES[(error as { code?: string }).code ?? ''];
    if (remedy !== undefined)
      return { state: 'not-saved', message: `${reason(error)}, so nothing was written.`, remedy };
    return {
      state: 'not-saved',
      message: `The files could not be written: ${reason(error)}.`,
      remedy: 'Nothing was changed. Check the disk and your permission to write there.',
    };
  }
}

const REMEDIES: { readonly [code: string]: string } = {
  [BUSY]: 'Wait until it is done, then run the command again.',
  [CHANGED_MEANWHILE]: 'Run the command again: it then works from what the file holds now.',
  [LEADS_OUT]: 'lem does not write through links. Put the folder itself in the place of the link.',
};

const REASONS: { readonly [code: string]: string } = {
  EACCES: 'there is no permission',
  EPERM: 'there is no permission',
  EROFS: 'the folder is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EFBIG: 'a file is larger than may be written there',
  EIO: 'the disk has a fault',
  EBUSY: 'another program has a file open',
  ENAMETOOLONG: 'a name is longer than may be written there',
  ENOTDIR: 'a file stands where a folder should',
  EEXIST: 'a file stands where a folder should',
  EISDIR: 'a folder stands where a file should',
};

function reason(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return (code === undefined ? undefined : REASONS[code]) ?? (message ?? String(error)).replace(/\.$/, '');
}
