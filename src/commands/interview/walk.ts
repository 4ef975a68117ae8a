import type { Outcome } from '../../model/outcome.ts';

/** Where an interview goes after a stop: a statement, or a cell. */
export type Move = 'next' | 'back' | 'stop' | { readonly refusal: Outcome };

/**
 * Goes through the stops of an interview, each that is open, and back wherever the user wants to.
 * @param first where to begin, whether it is open or not
 * @param isOpen asked anew each time, as answers change it
 * @param ask asks what there is to ask at a stop; `isBack` is whether the user came back to it
 * @returns `next` once there is nothing more ahead
 */
export async function walk(
  stops: number,
  first: number | null,
  isOpen: (stop: number) => boolean,
  ask: (stop: number, isBack: boolean) => Promise<Move>,
): Promise<Exclude<Move, 'back'>> {
  const ahead = (from: number): number => {
    for (let stop = from; stop < stops; stop++) if (isOpen(stop)) return stop;
    return stops;
  };
  let move: Move = 'next';
  for (let stop = first ?? ahead(0); stop < stops; ) {
    move = await ask(stop, move === 'back');
    if (move === 'back') stop = Math.max(0, stop - 1);
    else if (move === 'next') stop = ahead(stop + 1);
    else return move;
  }
  return 'next';
}
