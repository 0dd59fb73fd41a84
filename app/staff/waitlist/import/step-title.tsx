"use client";

import { type ReactNode, useEffect, useRef } from "react";

type StepTitleProps = {
  /** Which of the three it is; none once they are behind. */
  number?: number;
  children: ReactNode;
  /** Another thing on the page asks for the focus. */
  quiet?: boolean;
};

/** Where a new step begins: the focus goes there, for those who don't see that the page has changed. */
export function StepTitle({ number, children, quiet }: StepTitleProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!quiet) title.current?.focus();
  }, [quiet]);
  return (
    <h2 ref={title} tabIndex={-1} className="mb-4 text-2xl outline-none">
      {number && <span className="block font-sans text-sm text-soft">Step {number} of 3</span>}
      {children}
    </h2>
  );
}
