"use client";

import { useState } from "react";
import { Button, ButtonLink } from "./button.tsx";
import { CalendarIcon } from "./icons.tsx";

/** A calendar's private address: to subscribe to with the program at hand, or to be copied into another. */
export function CalendarAddress({ url }: { url: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    setCopied(true);
  };
  return (
    <div className="grid gap-3">
      <label htmlFor="calendar-address" className="font-semibold">
        Its address
      </label>
      <input
        id="calendar-address"
        readOnly
        value={url}
        onFocus={(event) => event.currentTarget.select()}
        className="min-h-12 w-full max-w-[34rem] rounded-field border border-soft bg-bg px-3.5 py-2 text-ink"
      />
      <div className="flex flex-wrap items-center gap-3">
        <ButtonLink href={url.replace(/^https?:/, "webcal:")}>
          <CalendarIcon /> Subscribe
        </ButtonLink>
        <Button type="button" variant="secondary" onClick={copy}>
          Copy the address
        </Button>
        <span role="status" className="text-soft">
          {copied && "It is copied."}
        </span>
      </div>
    </div>
  );
}
