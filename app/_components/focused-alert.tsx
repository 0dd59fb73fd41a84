"use client";

import { type ReactNode, useEffect, useRef } from "react";

/**
 * An alert that takes the focus when it appears, and again when a later submission leaves it standing. A form
 * that renders again for any other reason leaves the focus where the person is typing.
 */
export function FocusedAlert({
  of,
  className,
  children,
}: {
  of: object;
  className?: string;
  children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const submitted = useRef(true);

  useEffect(() => {
    const note = () => {
      submitted.current = true;
    };
    document.addEventListener("submit", note, true);
    return () => document.removeEventListener("submit", note, true);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new object is a new answer from the server
  useEffect(() => {
    if (!submitted.current) return;
    submitted.current = false;
    box.current?.focus();
  }, [of]);

  return (
    <div ref={box} role="alert" tabIndex={-1} className={className}>
      {children}
    </div>
  );
}
