/** What the clock of the browser says, in milliseconds: as right or wrong as its owner has set it. */
export function deviceNow(): number {
  return Date.now();
}
