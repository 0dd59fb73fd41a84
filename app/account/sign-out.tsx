"use client";

import { type ComponentProps, type ReactNode, useRef } from "react";
import { Button } from "../_components/button.tsx";
import { forgetEverything } from "../my/kept/device.ts";

type SignOutProps = {
  action: () => Promise<void>;
  variant?: ComponentProps<typeof Button>["variant"];
  children: ReactNode;
};

/** Takes what was kept off this device before it signs out: whoever uses it next finds nothing. */
export function SignOut({ action, variant, children }: SignOutProps) {
  const forgotten = useRef(false);
  return (
    <form
      action={action}
      onSubmit={(event) => {
        if (forgotten.current) return;
        event.preventDefault();
        const form = event.currentTarget;
        void forgetEverything().finally(() => {
          forgotten.current = true;
          form.requestSubmit();
        });
      }}
    >
      <Button variant={variant}>{children}</Button>
    </form>
  );
}
