import { type PlotOptions, plot } from "@observablehq/plot";
import { parseHTML } from "linkedom";

const { document } = parseHTML("<!doctype html><html><body></body></html>");

/** What a chart is drawn with: our tokens, so that it is light or dark with the page. */
export const ink = {
  line: "var(--line)",
  soft: "var(--soft)",
  ink: "var(--ink)",
  card: "var(--card)",
  pine: "var(--pine)",
  pineBand: "var(--pine-band)",
  plum: "var(--plum)",
  periwinkle: "var(--periwinkle)",
  apricot: "var(--apricot)",
} as const;

/** Draws a chart on the server: the SVG as text, without a style of its own. */
export function draw(options: PlotOptions): string {
  const svg = plot({ ...options, document: document as unknown as Document, className: "chart" });
  svg.querySelector("style")?.remove();
  // The picture has one name, and its parts none.
  for (const part of svg.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
  for (const name of ["font-family", "font-size", "class"]) svg.removeAttribute(name);
  return svg.innerHTML;
}
