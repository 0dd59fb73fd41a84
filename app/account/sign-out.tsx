"use client";

import { type ComponentProps, type ReactNode, useRef, useState } from "react";
import { counted } from "#lib/clock/words.ts";
import { Button } from "../_components/button.tsx";
import { Notice } from "../_components/notice.tsx";
import { forgetEverything } from "../my/kept/device.ts";
import { countWaiting, forgetAttendance } from "../staff/sessions/[sessionId]/attendance/queue.ts";

type SignOutProps = {
  action: () => Promise<void>;
  variant?: ComponentProps<typeof Button>["variant"];
  children: ReactNode;
};

/** Takes what was kept off this device before it signs out: whoever uses it next finds nothing. */
export function SignOut({ action, variant, children }: SignOutProps) {
  const forgotten = useRef(false);
  const [waiting, setWaiting] = useState(0);
  return (
    <form
      action={action}
      onSubmit={(event) => {
        if (forgotten.current) return;
        event.preventDefault();
        const form = event.currentTarget;
        const warned = waiting > 0;
        void countWaiting()
          .catch(() => 0)
          .then(async (count) => {
            if (count > 0 && !warned) return setWaiting(count);
            await Promise.allSettled([forgetAttendance(), forgetEverything()]);
            forgotten.current = true;
            form.requestSubmit();
          });
      }}
    >
      {waiting > 0 && (
        <Notice tone="apricot" role="alert" className="mb-3">
          <p>
            {counted(waiting, "tap")} of attendance {waiting === 1 ? "waits" : "wait"} for the line, here in
            this browser. Open the session’s page with a connection, and{" "}
            {waiting === 1 ? "it is" : "they are"} sent. Who signs out now gives{" "}
            {waiting === 1 ? "it" : "them"} up.
          </p>
        </Notice>
      )}
      <Button variant={variant}>{waiting > 0 ? "Sign out and give them up" : children}</Button>
    </form>
  );
}
