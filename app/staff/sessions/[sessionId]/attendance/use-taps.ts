"use client";

import { type SubmitEvent, useCallback, useEffect, useRef, useState } from "react";
import type { AttendanceStatus } from "../../../../../prisma/generated/enums.ts";
import { markAction } from "./actions.ts";

type Tapped = AttendanceStatus | "none";
type Marked = { id: string; status: AttendanceStatus | null };

/**
 * Shows each tap at once and saves it behind: one request at a time, a person's last tap alone. What is not
 * saved yet stays in the browser, through a lost connection and a closed page, and is tried again.
 */
export function useTaps(sessionId: string) {
  const [waiting, setWaiting] = useState<Record<string, Tapped>>({});
  const [failed, setFailed] = useState(false);
  const [tapped, setTapped] = useState(false);
  const queue = useRef<Record<string, Tapped>>({});
  const sending = useRef(false);
  const kept = `attendance ${sessionId}`;

  const show = useCallback(() => {
    setWaiting({ ...queue.current });
    if (Object.keys(queue.current).length > 0) localStorage.setItem(kept, JSON.stringify(queue.current));
    else localStorage.removeItem(kept);
  }, [kept]);

  const send = useCallback(async () => {
    if (sending.current) return;
    sending.current = true;
    setFailed(false);
    try {
      for (let next = first(queue.current); next; next = first(queue.current)) {
        const [personId, status] = next;
        await markAction(formOf({ sessionId, personId, status }));
        if (queue.current[personId] === status) delete queue.current[personId];
        show();
      }
    } catch {
      setFailed(true);
    } finally {
      sending.current = false;
    }
  }, [sessionId, show]);

  useEffect(() => {
    queue.current = { ...JSON.parse(localStorage.getItem(kept) ?? "{}"), ...queue.current };
    show();
    void send();
    window.addEventListener("online", send);
    return () => window.removeEventListener("online", send);
  }, [kept, send, show]);

  useEffect(() => {
    if (!failed) return;
    const timer = setTimeout(send, 5_000);
    return () => clearTimeout(timer);
  }, [failed, send]);

  return {
    tapped: tapped || Object.keys(waiting).length > 0,
    unsaved: Object.keys(waiting).length,
    retry: failed ? send : null,
    formAction: markAction,
    statusOf({ id, status }: Marked): AttendanceStatus | null {
      const tap = waiting[id];
      if (tap === undefined) return status;
      return tap === "none" ? null : tap;
    },
    tap(event: SubmitEvent<HTMLFormElement>, person: Marked) {
      const { submitter } = event.nativeEvent;
      if (!(submitter instanceof HTMLButtonElement)) return;
      event.preventDefault();
      queue.current[person.id] = submitter.value as Tapped;
      setTapped(true);
      show();
      void send();
    },
  };
}

function first(queue: Record<string, Tapped>) {
  return Object.entries(queue)[0];
}

function formOf(values: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}
