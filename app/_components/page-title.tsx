import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type PageTitleProps = {
  over?: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  /** The large one of the public pages. */
  large?: boolean;
};

export function PageTitle({ over, title, lead, actions, large }: PageTitleProps) {
  return (
    <div
      className={classNames(
        large ? "mb-10" : "mb-6",
        "flex flex-wrap items-center justify-between gap-x-8 gap-y-4",
      )}
    >
      <div className="min-w-0 max-w-[44rem]">
        {over && <p className="mb-1 text-sm text-soft">{over}</p>}
        <h1 className={large ? "text-4xl sm:text-5xl [&_em]:block" : "text-3xl sm:text-4xl"}>{title}</h1>
        {lead && (
          <div className={classNames("max-w-[40rem] text-lg text-soft", large ? "mt-5" : "mt-2")}>{lead}</div>
        )}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-3">{actions}</div>}
    </div>
  );
}
