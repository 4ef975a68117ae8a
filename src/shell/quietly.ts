/** Does what may fail without harm. */
export function quietly(run: () => void): void {
  try {
    run();
  } catch {
    // nothing is lost
  }
}
