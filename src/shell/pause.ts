const NOTHING = new Int32Array(new SharedArrayBuffer(4));

/** Waits without keeping the processor busy; nothing else in this process goes on meanwhile. */
export function pause(milliseconds: number): void {
  Atomics.wait(NOTHING, 0, 0, milliseconds);
}
