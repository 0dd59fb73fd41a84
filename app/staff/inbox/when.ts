import { timeWords } from "#lib/clock/words.ts";
import { settings } from "#lib/config/settings.ts";

/** The clinic's time of day for today's mail, the weekday within a week, else the date. */
export function shortTime(at: Temporal.Instant, today: Temporal.Instant): string {
  const zone = settings().CLINIC_ZONE;
  const then = at.toZonedDateTimeISO(zone).toPlainDateTime();
  const days = then.toPlainDate().until(today.toZonedDateTimeISO(zone).toPlainDate()).days;
  if (days === 0) return timeWords(then);
  if (days > 0 && days < 7) return then.toLocaleString("en-GB", { weekday: "short" });
  return then.toLocaleString("en-GB", { day: "numeric", month: "short", year: "numeric" });
}
