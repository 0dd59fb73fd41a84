import type { MyMaterial } from "#lib/materials/my-queries.ts";
import { FileIcon, PlayIcon } from "../../_components/icons.tsx";
import { kindWords } from "../words.ts";

export function ThisWeek({ material }: { material: MyMaterial }) {
  const Icon = material.kind === "recording" ? PlayIcon : FileIcon;
  return (
    <section aria-labelledby="this-week">
      <h2 id="this-week" className="mb-2 text-xl">
        This week’s practice
      </h2>
      <a
        href={`/my/materials/${material.id}`}
        className="group flex items-center gap-4 rounded-card border border-line bg-card p-4 text-ink no-underline hover:border-plum hover:text-ink sm:px-5"
      >
        <span className="grid size-13 flex-none place-content-center rounded-full bg-plum text-on-plum group-hover:bg-plum-strong">
          <Icon />
        </span>
        <span className="min-w-0">
          <span className="block font-semibold">{material.title}</span>
          <span className="block text-sm text-soft">{kindWords[material.kind]}</span>
        </span>
      </a>
    </section>
  );
}
