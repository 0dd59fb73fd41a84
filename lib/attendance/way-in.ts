/** So long before an online session the way into it is given. */
const before = { minutes: 30 };

/** From when on there is a way into an online session; and its address, from then until the end. */
export function wayIn(
  joinUrl: string,
  { startsAt, endsAt }: { startsAt: Temporal.Instant; endsAt: Temporal.Instant },
  at: Temporal.Instant,
) {
  const from = startsAt.subtract(before);
  const open = Temporal.Instant.compare(from, at) <= 0 && Temporal.Instant.compare(at, endsAt) < 0;
  return { from, url: open ? joinUrl : null };
}
