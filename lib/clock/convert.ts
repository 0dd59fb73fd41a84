/** A database instant (`timestamptz`) as a `Temporal.Instant`. */
export function instantOf(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime());
}

/** An instant as the `Date` that the database driver takes. */
export function dateOf(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}

/** A wall-clock time of a cohort's zone as stored (`timestamp` without zone, read by the driver as if in UTC). */
export function localOf(date: Date): Temporal.PlainDateTime {
  return instantOf(date).toZonedDateTimeISO("UTC").toPlainDateTime();
}

/** The `Date` under which a wall-clock time is stored. */
export function dateOfLocal(local: Temporal.PlainDateTime): Date {
  return dateOf(local.toZonedDateTime("UTC").toInstant());
}
