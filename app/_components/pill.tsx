import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type PillProps = { tone: "pine" | "apricot" | "periwinkle" | "plum" | "plain"; children: ReactNode };

export function Pill({ tone, children }: PillProps) {
  return (
    <span
      className={classNames(
        "inline-flex min-h-7 items-center gap-1.5 rounded-full px-3 py-0.5 text-xs font-medium",
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}

const tones = {
  pine: "bg-pine-pale text-pine-ink",
  apricot: "bg-apricot-pale text-apricot-ink",
  periwinkle: "bg-periwinkle-pale text-periwinkle-ink",
  plum: "bg-plum-pale text-plum-ink",
  plain: "border border-line text-soft",
} satisfies Record<PillProps["tone"], string>;
