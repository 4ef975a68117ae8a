/** Whether a text says nothing: it is empty, or the … with which lem marks what is still to be said was left standing. */
export function saysNothing(text: string): boolean {
  return ['', '…', '...'].includes(text.trim());
}
