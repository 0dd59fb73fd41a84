import { counted } from "#lib/clock/words.ts";
import type { MaterialKind } from "../../../prisma/generated/enums.ts";
import { sizeWords } from "../../_components/size-words.ts";

export const kindWords = {
  recording: "Recording",
  handout: "Handout",
  link: "Link",
  text: "Text",
} satisfies Record<MaterialKind, string>;

/** "12 minutes, 3.4 MB". */
export function measureWords({ minutes, bytes }: { minutes: number | null; bytes?: number | null }): string {
  return [minutes && counted(minutes, "minute"), bytes && sizeWords(bytes)].filter(Boolean).join(", ");
}
