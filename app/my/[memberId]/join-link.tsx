"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { ButtonLink } from "../../_components/button.tsx";

type JoinLinkProps = {
  /** Null until it is time: the server alone decides, and until then the page does not have it. */
  url: string | null;
  /** The milliseconds until that changes, by the server's clock, and when the link comes, in words. */
  changesIn: number;
  words: string;
};

const longestTimer = 2 ** 31 - 1;

/** The way into an online meeting, shortly before it until its end. A page that stands open asks anew in time. */
export function JoinLink({ url, changesIn, words }: JoinLinkProps) {
  const { refresh } = useRouter();

  useEffect(() => {
    // A little later than due, so that it is due for the server as well.
    const timer = changesIn < longestTimer ? setTimeout(refresh, changesIn + 500) : undefined;
    // Timers of a phone that slept are late.
    const onLook = () => document.visibilityState === "visible" && refresh();
    document.addEventListener("visibilitychange", onLook);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onLook);
    };
  }, [changesIn, refresh]);

  return url ? <ButtonLink href={url}>Join the meeting</ButtonLink> : <p className="text-soft">{words}</p>;
}
