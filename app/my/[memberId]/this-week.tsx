import { counted } from "#lib/clock/words.ts";
import type { MyMaterial } from "#lib/materials/my-queries.ts";
import { FileIcon, PlayIcon } from "../../_components/icons.tsx";
import { Reading } from "../../_components/reading.tsx";
import { kindWords } from "../words.ts";
import { Heard } from "./heard.tsx";

type ThisWeekProps = {
  /** What appeared last. */
  material?: MyMaterial;
  /** What the last session left to practice, in its words. */
  practice?: string;
};

export function ThisWeek({ material, practice }: ThisWeekProps) {
  return (
    <section aria-labelledby="this-week">
      <h2 id="this-week" className="mb-2 text-xl">
        This week’s practice
      </h2>
      {practice && (
        <div className="mb-3">
          <Reading text={practice} size="plain" />
        </div>
      )}
      {material && <Newest material={material} />}
    </section>
  );
}

function Newest({ material }: { material: MyMaterial }) {
  const { id, kind, title, minutes } = material;
  const Icon = kind === "recording" ? PlayIcon : FileIcon;
  return (
    <a
      href={`/my/materials/${id}`}
      className="group flex items-center gap-4 rounded-card border border-line bg-card p-4 text-ink no-underline hover:border-plum hover:text-ink sm:px-5"
    >
      <span className="grid size-13 flex-none place-content-center rounded-full bg-plum text-on-plum group-hover:bg-plum-strong">
        <Icon />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">{title}</span>
        <span className="block text-sm text-soft">
          {[kindWords[kind], minutes && counted(minutes, "minute")].filter(Boolean).join(", ")}
        </span>
        {kind === "recording" && <Heard id={id} />}
      </span>
    </a>
  );
}
