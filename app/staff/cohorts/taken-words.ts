/** Why a room can't be so small. */
export function takenWords(taken: number): string {
  if (taken === 1) return "1 place is taken, so the room can't be smaller than 1.";
  return `${taken} places are taken, so the room can't be smaller than ${taken}.`;
}
