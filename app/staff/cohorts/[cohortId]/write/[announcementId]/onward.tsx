"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

type OnwardProps = { sent: number; all: number; waiting: number; kept: number };

/** True progress, looked at anew while letters wait. The page can be left: they go out all the same. */
export function Onward({ sent, all, waiting, kept }: OnwardProps) {
  const router = useRouter();
  useEffect(() => {
    if (waiting === 0) return;
    const timer = setInterval(() => router.refresh(), 3_000);
    return () => clearInterval(timer);
  }, [waiting, router]);
  const done = all - waiting;
  return (
    <div className="mt-3">
      <p role="status">
        {kept > 0 && sent === 0 && waiting === 0
          ? `${kept} of ${all} kept here: no mail server is set.`
          : `${sent} of ${all} sent.`}
        {waiting > 0 && " You can leave this page: the others go out by themselves."}
      </p>
      <progress
        className="mt-2 block h-2 w-full appearance-none overflow-hidden rounded-full border-0 bg-line [&::-moz-progress-bar]:bg-pine [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-pine"
        max={all}
        value={done}
        aria-label="Letters that are done"
      />
    </div>
  );
}
