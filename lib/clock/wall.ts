/**
 * A day and a time on the wall of a zone, and when that is. Where the clocks go forward over it the wall never
 * shows it: then it is as much later as they skip. Where they go back and show it twice, it is the first time.
 */
export function onTheWall(local: Temporal.PlainDateTime, timeZone: string) {
  const zoned = local.toZonedDateTime(timeZone, { disambiguation: "compatible" });
  return { startsLocal: zoned.toPlainDateTime(), startsAt: zoned.toInstant() };
}
