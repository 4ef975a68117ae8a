/** A bar for a line of progress: `██████░░░░  312 of 600 schools`. */
export function progressBar(done: number, all: number): string {
  const full = Math.floor((done / all) * WIDTH);
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}  ${done} of ${all} schools`;
}

const WIDTH = 30;
