import type { MyMaterial } from "#lib/materials/my-queries.ts";
import { FileIcon, PlayIcon } from "../_components/icons.tsx";

export type LinkedMaterial = Pick<MyMaterial, "id" | "kind" | "title">;

export function MaterialLinks({ materials }: { materials: LinkedMaterial[] }) {
  return (
    <ul>
      {materials.map(({ id, kind, title }) => (
        <li key={id}>
          <a
            href={`/my/materials/${id}`}
            className="flex min-h-12 items-center gap-2.5 py-1.5 no-underline hover:underline"
          >
            {kind === "recording" ? <PlayIcon /> : <FileIcon />}
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}
