import { settings } from "#lib/config/settings.ts";

/**
 * Whether the clinic is awake: nobody is offered a place, and no offer lapses, in its nights or on its days
 * off (`WAKING_HOURS` and `WAKING_DAYS`, in its zone).
 */
export function isAwake(at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(nextWaking(at), at) === 0;
}

/** The first instant from `at` on at which the clinic is awake: `at` itself when it is. */
export function nextWaking(at: Temporal.Instant): Temporal.Instant {
  const { CLINIC_ZONE, WAKING_HOURS, WAKING_DAYS } = settings();
  const local = at.toZonedDateTimeISO(CLINIC_ZONE);
  for (let days = 0; days <= 7; days += 1) {
    const day = local.add({ days }).toPlainDate();
    if (!WAKING_DAYS.includes(day.dayOfWeek)) continue;
    const opens = atHour(day, WAKING_HOURS.from, CLINIC_ZONE);
    const closes = atHour(day, WAKING_HOURS.to, CLINIC_ZONE);
    if (Temporal.Instant.compare(at, closes) >= 0) continue;
    return Temporal.Instant.compare(at, opens) < 0 ? opens : at;
  }
  return at;
}

/** An hour of a day in a zone; 24 is the next midnight. */
function atHour(day: Temporal.PlainDate, hour: number, timeZone: string): Temporal.Instant {
  const date = hour === 24 ? day.add({ days: 1 }) : day;
  return date.toZonedDateTime({ timeZone, plainTime: { hour: hour % 24 } }).toInstant();
}
