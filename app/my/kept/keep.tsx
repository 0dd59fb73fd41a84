"use client";

import { useEffect, useState } from "react";
import { Button } from "../../_components/button.tsx";
import { forgetThing, isThingKept, type KeptThing, keepThing } from "./device.ts";

type KeepProps = {
  thing: Omit<KeptThing, "html">;
  fileHref: string | null;
  /** The element of this page that has its words, if there is one. */
  wordsId: string;
};

type State = "unknown" | "not kept" | "keeping" | "kept" | "failed";

/** Keeps a material on the device, and removes it again. Without JavaScript, or where a browser can't, it is not there. */
export function Keep({ thing, fileHref, wordsId }: KeepProps) {
  const [state, setState] = useState<State>("unknown");
  const [part, setPart] = useState(0);

  const { id, version } = thing;
  useEffect(() => {
    if (!("serviceWorker" in navigator) || !("caches" in window)) return;
    void isThingKept(id, version).then((kept) => setState(kept ? "kept" : "not kept"));
  }, [id, version]);

  async function keep() {
    setState("keeping");
    setPart(0);
    try {
      const html = document.getElementById(wordsId)?.innerHTML ?? "";
      await keepThing({ ...thing, html }, fileHref, setPart);
      setState("kept");
    } catch {
      await forgetThing(thing.id);
      setState("failed");
    }
  }

  if (state === "unknown") return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {state === "kept" ? (
        <Button
          type="button"
          variant="secondary"
          onClick={async () => {
            await forgetThing(thing.id);
            setState("not kept");
          }}
        >
          Remove it from this device
        </Button>
      ) : (
        <Button type="button" variant="secondary" disabled={state === "keeping"} onClick={keep}>
          Keep it on this device
        </Button>
      )}
      <p role="status" className="text-sm text-soft">
        {state === "keeping" && `Keeping it: ${Math.round(part * 100)} %`}
        {state === "kept" && (
          <>
            It is here without a connection, too. <a href="/my/kept">Everything kept here</a>
          </>
        )}
        {state === "failed" &&
          "That did not work just now. The connection, or the room on this device, may be short."}
      </p>
    </div>
  );
}
