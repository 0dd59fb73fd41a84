import type { Figures } from "./figures.ts";

const width = 760;
const height = 470;
const frame = { left: 70, right: width - 30, top: 58, bottom: height - 62 };
const shares = [0.5, 0.6, 0.7, 0.8, 0.9, 1];

type Point = { x: number; y: number };

/**
 * Each rule as a point: to the right couples fare as well as singles, further down fewer chairs are empty. Drawn on a
 * ground of its own, in the product's colours, light and dark.
 */
export function plot(byRule: Figures[], sweeps: Figures[][]): string {
  const [strict] = byRule;
  if (!strict) throw new Error("No rule to draw");
  const most = Math.ceil(strict.empty * 10 + 0.5) / 10;
  const across = (share: number) => frame.left + ((share - 0.5) / 0.5) * (frame.right - frame.left);
  const down = (empty: number) => frame.bottom - (empty / most) * (frame.bottom - frame.top);
  const at = (figures: Figures): Point => ({
    x: across(figures.couples.chance / figures.singles.chance),
    y: down(figures.empty),
  });
  const aim = { x: across(0.75), y: down(strict.empty * 0.75) };
  const heights = Array.from({ length: Math.floor(most / 0.2) + 1 }, (_, step) => step * 0.2);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title about">
  <title id="title">Empty chairs and a couple’s chance, under each rule of the waitlist</title>
  <desc id="about">${byRule.map((figures) => `${figures.rule}: ${figures.empty.toFixed(2)} seats empty, a couple’s chance is ${(figures.couples.chance / figures.singles.chance).toFixed(2)} of a single’s.`).join(" ")}</desc>
  <style>
    text { font: 14px Figtree, system-ui, sans-serif; fill: #15302a }
    .ground { fill: #ffffff; stroke: #d9e2dd } .grid { stroke: #d9e2dd } .soft { fill: #4f655f; font-size: 13px }
    .aim { fill: #1e5c4d; opacity: .1 } .sweep { fill: none; stroke: #5a66b8; stroke-width: 2 }
    .rule { fill: #5a66b8 } .default { fill: #6a3a67 } .strong { font-weight: 600 }
    @media (prefers-color-scheme: dark) {
      text { fill: #e8f1ec } .ground { fill: #152722; stroke: #26403a } .grid { stroke: #26403a } .soft { fill: #a3b8b0 }
      .aim { fill: #7fcbb3; opacity: .16 } .sweep { stroke: #a9b2f2 } .rule { fill: #a9b2f2 } .default { fill: #dcaed8 }
    }
  </style>
  <rect class="ground" x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="18"/>
  <text class="strong" x="${frame.left}" y="32">Seats empty when the first session begins</text>
  ${heights.map((empty) => `<path class="grid" d="M${frame.left} ${fixed(down(empty))}H${frame.right}"/><text class="soft" x="${frame.left - 10}" y="${fixed(down(empty) + 5)}" text-anchor="end">${empty.toFixed(1)}</text>`).join("\n  ")}
  ${shares.map((share) => `<text class="soft" x="${fixed(across(share))}" y="${frame.bottom + 22}" text-anchor="middle">${share.toFixed(1)}</text>`).join("\n  ")}
  <text class="strong" x="${frame.right}" y="${height - 16}" text-anchor="end">A couple’s chance of a seat, as a share of a single’s</text>
  <rect class="aim" x="${fixed(aim.x)}" y="${fixed(aim.y)}" width="${fixed(frame.right - aim.x)}" height="${fixed(frame.bottom - aim.y)}"/>
  <text class="soft" x="${frame.right - 10}" y="${frame.bottom - 12}" text-anchor="end">both aims</text>
  ${sweeps.map((sweep) => `<path class="sweep" d="M${sweep.map((figures) => `${fixed(at(figures).x)} ${fixed(at(figures).y)}`).join("L")}"/>`).join("\n  ")}
  ${sweeps
    .flat()
    .map((figures) => dot(at(figures), "rule", 2.5))
    .join("")}
  ${byRule.map((figures) => named(figures, at(figures))).join("\n  ")}
</svg>
`;
}

function named({ rule }: Figures, point: Point): string {
  const isDefault = rule === "fit";
  const offset = labels[rule] ?? { x: 0, y: -12, anchor: "middle" };
  const label = `<text${isDefault ? ' class="strong"' : ""} x="${fixed(point.x + offset.x)}" y="${fixed(point.y + offset.y)}" text-anchor="${offset.anchor}">${isDefault ? "fit, the default" : rule}</text>`;
  return dot(point, isDefault ? "default" : "rule", isDefault ? 7 : 5) + label;
}

/** Where a point's name stands beside it, so that no two meet. */
const labels: Record<string, { x: number; y: number; anchor: string }> = {
  fit: { x: 4, y: 26, anchor: "start" },
  "in order": { x: -8, y: -14, anchor: "end" },
  "in order, never let go": { x: 0, y: -14, anchor: "end" },
  "fit, nothing saved": { x: 0, y: 26, anchor: "middle" },
  "fit, saved after two passes": { x: 0, y: -16, anchor: "middle" },
  oracle: { x: 12, y: 5, anchor: "start" },
};

function dot({ x, y }: Point, name: string, radius: number): string {
  return `<circle class="${name}" cx="${fixed(x)}" cy="${fixed(y)}" r="${radius}"/>`;
}

function fixed(figure: number): string {
  return figure.toFixed(1);
}
