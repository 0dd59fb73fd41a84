import type { ReactNode } from "react";

type EmptyStateProps = { title: ReactNode; children?: ReactNode; action?: ReactNode };

/** Says what will be here, and offers the first step. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="rounded-card border border-dashed border-soft/50 px-5 py-10 sm:px-8">
      <h2 className="mb-2 text-xl">{title}</h2>
      <div className="max-w-[65ch] space-y-2 text-soft">{children}</div>
      {action && <div className="mt-5">{action}</div>}
    </div>
  );
}
