// Runs in the browser too, though nothing in it needs to: so the rows travel to there once more as these few
// words, and not as every element that they are drawn with. It halves the page, and the work to make it.
"use client";

import { ArrowIcon } from "../../_components/icons.tsx";
import { type LinkedMaterial, MaterialLinks } from "../material-links.tsx";

type Row = { id: string; label: string; title: string; words: string; materials: LinkedMaterial[] };

export function SessionRows({ rows }: { rows: Row[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {rows.map((row) => (
        <li key={row.id}>
          {row.materials.length > 0 ? (
            <WithMaterials {...row} />
          ) : (
            <div className={grid}>
              <Words {...row} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

const grid = "grid grid-cols-[4.625rem_1fr_auto] items-center py-3";

function WithMaterials(row: Row) {
  return (
    <details className="group">
      <summary className={`${grid} list-none font-normal text-ink [&::-webkit-details-marker]:hidden`}>
        <Words {...row} />
        <ArrowIcon className="ms-3 rotate-90 text-soft group-open:-rotate-90" />
      </summary>
      <div className="ps-[4.625rem] pb-3">
        <MaterialLinks materials={row.materials} />
      </div>
    </details>
  );
}

function Words({ label, title, words }: Row) {
  return (
    <>
      <span className="text-sm text-soft">{label}</span>
      <span className="min-w-0">
        <span className="block font-semibold">{title}</span>
        <span className="block text-sm text-soft">{words}</span>
      </span>
    </>
  );
}
