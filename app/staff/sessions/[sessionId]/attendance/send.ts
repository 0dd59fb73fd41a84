import { deviceNow } from "#lib/clock/device.ts";
import type { QueuedTap } from "./queue.ts";
import type { TapsAnswer } from "./taps/route.ts";

/** How far our clock is ahead of this device's, in milliseconds, and how exactly that is known. */
let clock: { ahead: number; within: number } | undefined;

/** An instant of this device's clock as one of ours, as far as it is known. */
export function byOurClock(at: number): number {
  return at + (clock?.ahead ?? 0);
}

/** What came of asking. */
export type Heard = ({ kind: "heard" } & TapsAnswer) | { kind: "no line" | "signed out" | "not there" };

/** Hears what is known of a session. */
export function hear(sessionId: string): Promise<Heard> {
  return ask(sessionId);
}

/** Sends taps of one session. Before the first ones, the two clocks are compared: the order of taps hangs on it. */
export async function send(sessionId: string, taps: QueuedTap[]): Promise<Heard> {
  if (!clock) {
    const heard = await ask(sessionId);
    if (heard.kind !== "heard") return heard;
  }
  const sent = taps.map(({ sessionId: _, userId: __, ...tap }) => ({
    ...tap,
    at: Math.max(0, Math.round(byOurClock(tap.at))),
  }));
  return ask(sessionId, { method: "POST", body: JSON.stringify({ taps: sent }) });
}

async function ask(sessionId: string, init: RequestInit = {}): Promise<Heard> {
  const before = deviceNow();
  try {
    const response = await fetch(`/staff/sessions/${sessionId}/attendance/taps`, {
      ...init,
      headers: { "Content-Type": "application/json" },
      cache: "no-store",
      redirect: "manual",
    });
    if (response.type === "opaqueredirect") return { kind: "signed out" };
    if (response.status === 404) return { kind: "not there" };
    if (!response.ok) return { kind: "no line" };
    const answer: TapsAnswer = await response.json();
    compare(answer.at, before, deviceNow());
    return { kind: "heard", ...answer };
  } catch {
    return { kind: "no line" };
  }
}

/** The quickest answer says most exactly what our clock showed meanwhile. */
function compare(ours: number, before: number, after: number) {
  const within = (after - before) / 2;
  if (!clock || within <= clock.within) clock = { ahead: ours - (before + within), within };
}
