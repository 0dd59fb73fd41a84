import type { ReactNode } from "react";

type ChartProps = {
  /** What `draw` made, and how large. */
  svg: string;
  width: number;
  height: number;
  /** What it shows, in a sentence. */
  words: string;
  legend?: ReactNode;
  /** The same as a table. */
  children: ReactNode;
};

/** A picture drawn on the server, what its marks mean, and the same as a table behind it. */
export function Chart({ svg, width, height, words, legend, children }: ChartProps) {
  return (
    <figure className="m-0">
      <svg
        role="img"
        aria-label={words}
        viewBox={`0 0 ${width} ${height}`}
        fill="currentColor"
        fontSize={12.5}
        textAnchor="middle"
        className="block h-auto w-full max-w-[34rem] text-soft"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn here, of our own numbers and words, which it escapes
        dangerouslySetInnerHTML={{ __html: svg }}
      />
      {legend && (
        <figcaption className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-soft">{legend}</figcaption>
      )}
      <details className="mt-2">
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm">As a table</summary>
        <div className="mt-2 overflow-x-auto">{children}</div>
      </details>
    </figure>
  );
}

/** One mark of a chart and what it means. */
export function Key({ className, children }: { className: string; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden="true" className={`inline-block size-3 rounded-full ${className}`} />
      {children}
    </span>
  );
}
