"use client";

import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { Button, ButtonLink } from "../../_components/button.tsx";
import { Card } from "../../_components/card.tsx";
import { classNames } from "../../_components/class-names.ts";
import { EmptyState } from "../../_components/empty-state.tsx";
import { Notice } from "../../_components/notice.tsx";
import { readingLook } from "../../_components/reading-look.ts";
import { Player } from "../player.tsx";
import { fileWords } from "../words.ts";
import { checkKept, forgetThing, type KeptThing, keptThings, saveFile } from "./device.ts";
import { keptNames } from "./names.ts";

/** Everything that is kept, to play and to read, and a way to remove each. */
export function KeptList() {
  const [things, setThings] = useState<KeptThing[]>();
  const online = useSyncExternalStore(
    onConnection,
    () => navigator.onLine,
    () => true,
  );
  const look = useCallback(async () => setThings(await keptThings()), []);

  useEffect(() => {
    void look();
    if (online) void checkKept().then(look);
  }, [look, online]);

  if (!things) {
    return (
      <>
        <p className="text-soft">Looking at what is kept here …</p>
        <noscript>
          <p className="mt-2">This page needs JavaScript, because it works without a connection.</p>
        </noscript>
      </>
    );
  }
  return (
    <div className="space-y-6">
      {!online && (
        <Notice tone="periwinkle" title="You are not connected just now">
          <p>Everything else is back when you are.</p>
        </Notice>
      )}
      {things.length === 0 ? (
        <EmptyState
          title="Nothing is kept here yet"
          action={online && <ButtonLink href="/my">Your place</ButtonLink>}
        >
          <p>
            Open a recording, a handout or a text of your group, and press “Keep it on this device”. It is
            here then, also on a train or in a cellar.
          </p>
        </EmptyState>
      ) : (
        <>
          <ul className="space-y-4">
            {things.map((thing) => (
              <li key={thing.id}>
                <Thing
                  thing={thing}
                  onForget={async () => {
                    await forgetThing(thing.id);
                    await look();
                  }}
                />
              </li>
            ))}
          </ul>
          <p className="text-sm text-soft">All of it is removed from this device when you sign out here.</p>
        </>
      )}
    </div>
  );
}

function Thing({ thing, onForget }: { thing: KeptThing; onForget: () => void }) {
  const { id, kind, title, over, html, file, replaced } = thing;
  return (
    <Card>
      <p className="text-sm text-soft">{over}</p>
      <h2 className="mb-3 text-xl">{title}</h2>
      {replaced && (
        <p className="mb-3">
          There is a newer one. <a href={`/my/materials/${id}`}>Open it</a>, to keep that instead.
        </p>
      )}
      {kind === "recording" && <Player id={id} title={title} artist={over} src={keptNames.files + id} />}
      {kind === "handout" && file && (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button type="button" variant="secondary" onClick={() => saveFile(id, file.name)}>
            Open the handout
            <span className="sr-only">: {title}</span>
          </Button>
          <span className="text-sm text-soft">{fileWords(file)}</span>
        </p>
      )}
      {html !== "" && (
        <details className="mt-2">
          <summary>
            {kind === "recording" ? "What is said in it" : "Read it"}
            <span className="sr-only">: {title}</span>
          </summary>
          <div
            className={classNames("mt-2 max-w-[65ch]", readingLook)}
            // biome-ignore lint/security/noDangerouslySetInnerHtml: as the material's page showed it, made safe by markdownHtml
            dangerouslySetInnerHTML={{ __html: html }}
          />
        </details>
      )}
      <p className="mt-2">
        <Button type="button" variant="quiet" className="-ms-3" onClick={onForget}>
          Remove it from this device
          <span className="sr-only">: {title}</span>
        </Button>
      </p>
    </Card>
  );
}

function onConnection(changed: () => void) {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}
