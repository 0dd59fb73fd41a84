import type { ReactNode } from "react";

/** A part of what stands beside a thread. */
export function Section({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section id={id} className="mb-6 border-b border-line pb-6 last:border-0">
      <h2 className="mb-3 text-xl">{title}</h2>
      {children}
    </section>
  );
}
