import type { AriaRole, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { CheckIcon, ClockIcon, WarningIcon } from "./icons.tsx";

type Tone = "pine" | "apricot" | "periwinkle" | "plain";

type NoticeProps = {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  role?: AriaRole;
  className?: string;
};

export function Notice({ tone = "plain", title, children, role, className }: NoticeProps) {
  const { ground, icon } = tones[tone];
  return (
    <div
      role={role}
      className={classNames("flex gap-3 rounded-card p-4 sm:px-5 text-ink", ground, className)}
    >
      {icon}
      <div className="min-w-0 space-y-1">
        {title && <p className="font-semibold">{title}</p>}
        <div className="space-y-2">{children}</div>
      </div>
    </div>
  );
}

const tones: Record<Tone, { ground: string; icon: ReactNode }> = {
  pine: { ground: "bg-pine-pale", icon: <CheckIcon className="mt-0.5 text-pine-ink" /> },
  apricot: { ground: "bg-apricot-pale", icon: <WarningIcon className="mt-0.5 text-apricot-ink" /> },
  periwinkle: { ground: "bg-periwinkle-pale", icon: <ClockIcon className="mt-0.5 text-periwinkle-ink" /> },
  plain: { ground: "border border-line bg-card", icon: null },
};
