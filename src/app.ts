/** What every command needs besides the command line, in one file of the bundle: one large file is read sooner than many. */
export { LOADED } from './commands/loaded.ts';
export { makeWorld } from './make-world.ts';
export { save } from './shell/save.ts';
export { printer } from './shell/terminal.ts';
export { watch } from './shell/watch.ts';
