/** What can happen to a person acting in good faith: done, or refused with a reason that has words on the screen. */
export type Outcome<Reason extends string, Value = undefined> =
  | { ok: true; value: Value }
  | { ok: false; reason: Reason };

export function done(): { ok: true; value: undefined };
export function done<Value>(value: Value): { ok: true; value: Value };
export function done(value?: unknown) {
  return { ok: true, value };
}

export function refuse<Reason extends string>(reason: Reason): { ok: false; reason: Reason } {
  return { ok: false, reason };
}
