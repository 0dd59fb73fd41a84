import type { SessionKind } from "../../../../prisma/generated/enums.ts";

export const kindWords = {
  orientation: "Orientation",
  weekly: "Session",
  retreat: "Retreat",
} satisfies Record<SessionKind, string>;
