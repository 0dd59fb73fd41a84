import type { ReactNode } from "react";
import { classNames } from "../../_components/class-names.ts";

type ColumnsProps = { list: ReactNode; children: ReactNode; beside?: ReactNode; reading?: boolean };

/** The list left and what is read right of it; on a phone one of the two, each a page of its own. */
export function Columns({ list, children, beside, reading }: ColumnsProps) {
  return (
    <div
      className={classNames(
        "mx-auto lg:grid lg:min-h-[calc(100dvh-4.125rem)] lg:grid-cols-[21rem_minmax(0,1fr)]",
        beside !== undefined && "xl:grid-cols-[21rem_minmax(0,1fr)_22rem]",
      )}
    >
      <div
        className={classNames(
          "border-line px-5 pt-6 pb-12 lg:row-span-2 lg:border-e lg:px-0 xl:row-span-1",
          reading && "max-lg:hidden",
        )}
      >
        {list}
      </div>
      <div className={classNames("px-5 pt-6 pb-8 sm:px-10 lg:px-9", !reading && "max-lg:hidden")}>
        {children}
      </div>
      {beside !== undefined && (
        <div className="border-line px-5 pt-2 pb-12 sm:px-10 lg:px-9 xl:border-s xl:px-8 xl:pt-7">
          {beside}
        </div>
      )}
    </div>
  );
}
