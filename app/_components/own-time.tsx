"use client";

import { useSyncExternalStore } from "react";

type OwnTimeProps = {
  /** The instant, and the zone in which the page says it. */
  startsAt: string;
  timeZone: string;
  /** What the sentence begins with: "That is". */
  before: string;
};

/**
 * Says when that is where the reader is, as far as the browser knows; nothing where the clocks show the same.
 * Without JavaScript the page's own words stand alone. Plain `Intl`: not every browser has Temporal yet.
 */
export function OwnTime({ startsAt, timeZone, before }: OwnTimeProps) {
  const words = useSyncExternalStore(
    never,
    () => ownWords(new Date(startsAt), timeZone),
    () => null,
  );
  return (
    words && (
      <p className="text-soft">
        {before} {words}.
      </p>
    )
  );
}

function ownWords(startsAt: Date, timeZone: string): string | null {
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!own || clock(startsAt, own) === clock(startsAt, timeZone)) return null;
  const place = own.slice(own.lastIndexOf("/") + 1).replaceAll("_", " ");
  return `${clock(startsAt, own)} where you are (${place})`;
}

function clock(date: Date, timeZone: string): string {
  const day = date.toLocaleDateString("en-GB", { timeZone, weekday: "long", day: "numeric", month: "long" });
  const time = date.toLocaleTimeString("en-GB", {
    timeZone,
    hour: "numeric",
    minute: "2-digit",
    hour12: true,
  });
  return `${day}, ${time}`;
}

/** A browser stays where it is while a page is open. */
function never() {
  return () => {};
}
