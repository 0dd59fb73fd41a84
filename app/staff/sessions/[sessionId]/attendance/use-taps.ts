"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { KnownTap } from "#lib/attendance/queries.ts";
import type { SentTap } from "#lib/attendance/schema.ts";
import { deviceNow } from "#lib/clock/device.ts";
import { dropTaps, keepKnown, keepTaps, knownOf, type QueuedTap, waitingTaps } from "./queue.ts";
import { byOurClock, type Heard, hear, send } from "./send.ts";

export type Me = { id: string; name: string };

/** One thing said of one person. */
export type Said = SentTap extends infer One ? (One extends SentTap ? Omit<One, "id" | "at"> : never) : never;

type Line = "quiet" | "sending" | "waiting" | "signed out";

/**
 * Shows each tap at once and sends it behind. What is not sent yet stays in the browser, through a lost line and a
 * closed page, and is sent when the line is back. `shown` is what the page was drawn with, and when.
 */
export function useTaps(sessionId: string, me: Me, shown: { at: number; taps: KnownTap[] }) {
  const [known, setKnown] = useState(shown.taps);
  const [waiting, setWaiting] = useState<QueuedTap[]>([]);
  const [line, setLine] = useState<Line>("quiet");
  const [tapped, setTapped] = useState(false);
  /** Taps on people who have nothing to do with the session any more. */
  const [left, setLeft] = useState(0);
  const queue = useRef<QueuedTap[]>([]);
  const busy = useRef(false);
  const again = useRef(false);
  const { at: shownAt } = shown;

  const drop = useCallback((ids: string[]) => {
    queue.current = queue.current.filter(({ id }) => !ids.includes(id));
    setWaiting(queue.current);
    dropTaps(ids).catch(() => {});
  }, []);

  const exchange = useCallback(async (): Promise<Line> => {
    for (const each of new Set([sessionId, ...queue.current.map((tap) => tap.sessionId)])) {
      const taps = queue.current.filter((tap) => tap.sessionId === each);
      const heard: Heard = taps.length > 0 ? await send(each, taps) : await hear(each);
      if (heard.kind === "no line") return "waiting";
      if (heard.kind === "signed out") return "signed out";
      if (heard.kind === "heard" && each === sessionId) {
        setKnown(heard.taps);
        keepKnown({ sessionId, at: heard.at, taps: heard.taps }).catch(() => {});
      }
      const gone = heard.kind === "heard" ? heard.left.length : taps.length;
      if (gone > 0) setLeft((before) => before + gone);
      drop(taps.map(({ id }) => id));
    }
    return "quiet";
  }, [sessionId, drop]);

  const sync = useCallback(async () => {
    again.current = true;
    if (busy.current) return;
    busy.current = true;
    setLine("sending");
    let outcome: Line = "quiet";
    while (again.current && outcome === "quiet") {
      again.current = false;
      outcome = await exchange();
    }
    setLine(outcome);
    busy.current = false;
  }, [exchange]);

  useEffect(() => {
    Promise.all([waitingTaps(me.id), knownOf(sessionId)])
      .then(([taps, last]) => {
        queue.current = [
          ...taps.filter(({ id }) => !queue.current.some((one) => one.id === id)),
          ...queue.current,
        ];
        setWaiting(queue.current);
        // The page may have come from the device itself, and be older than what was heard since.
        if (last && last.at > shownAt) setKnown(last.taps);
      })
      .catch(() => {})
      .finally(() => void sync());
    const seen = () => document.visibilityState === "visible" && void sync();
    window.addEventListener("online", sync);
    document.addEventListener("visibilitychange", seen);
    return () => {
      window.removeEventListener("online", sync);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [me.id, sessionId, shownAt, sync]);

  useEffect(() => {
    if (line !== "waiting") return;
    const timer = setTimeout(sync, 5_000);
    return () => clearTimeout(timer);
  }, [line, sync]);

  function tap(...said: Said[]) {
    const at = deviceNow();
    const taps = said.map((one) => ({ ...one, id: crypto.randomUUID(), at, sessionId, userId: me.id }));
    queue.current = [...queue.current, ...taps];
    setWaiting(queue.current);
    setTapped(true);
    keepTaps(taps)
      .catch(() => {})
      .finally(() => void sync());
  }

  const all = useMemo(() => {
    const heard = new Set(known.map(({ id }) => id));
    const mine = waiting
      .filter((one) => one.sessionId === sessionId && !heard.has(one.id))
      .map((one) => ({ ...nothing, ...one, at: byOurClock(one.at), byId: me.id, byName: me.name }));
    return Map.groupBy<string, KnownTap>([...known, ...mine], ({ personId }) => personId);
  }, [known, waiting, sessionId, me]);

  return {
    tapsOf: (personId: string): KnownTap[] => all.get(personId) ?? [],
    tap,
    line,
    left,
    /** Of every session. */
    waiting: waiting.length,
    tapped: tapped || waiting.length > 0,
    retry: () => void sync(),
  };
}

const nothing = { status: null, madeUpBy: null, madeUpInId: null, online: null, note: "" };
