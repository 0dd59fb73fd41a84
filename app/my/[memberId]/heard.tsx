"use client";

import { useSyncExternalStore } from "react";
import { heard } from "../player.tsx";

/** How far somebody has listened on this device; nothing where they have not begun. */
export function Heard({ id }: { id: string }) {
  const part = useSyncExternalStore(
    () => () => {},
    () => {
      const { at, of } = heard(id);
      return of > 0 ? Math.min(1, at / of) : 0;
    },
    () => 0,
  );
  if (part === 0) return null;
  return (
    <span className="mt-2 block h-1 overflow-hidden rounded-full bg-line">
      <span className="block h-full rounded-full bg-plum" style={{ width: `${part * 100}%` }} />
      <span className="sr-only">{Math.round(part * 100)} % heard</span>
    </span>
  );
}
