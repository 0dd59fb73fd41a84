import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type CardProps = {
  title?: ReactNode;
  titleAs?: "h2" | "h3";
  children: ReactNode;
  tight?: boolean;
  className?: string;
};

export function Card({ title, titleAs: Title = "h2", children, tight, className }: CardProps) {
  return (
    <section
      className={classNames(
        "min-w-0 rounded-card border border-line bg-card",
        tight ? "p-4" : "p-5 sm:p-6",
        className,
      )}
    >
      {title && <Title className="mb-2 text-xl">{title}</Title>}
      {children}
    </section>
  );
}
