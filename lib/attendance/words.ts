import type { AttendanceStatus } from "../../prisma/generated/enums.ts";
import type { Completion } from "./completion.ts";

/** How a mark is said. */
export const statusWords = {
  present: "here",
  late: "late",
  leftEarly: "left early",
  absent: "away",
  excused: "said ahead",
  madeUp: "made up",
} satisfies Record<AttendanceStatus, string>;

/** Where somebody stands, and how they can still get there. */
export function completionWords(completion: Completion): string {
  if (completion.state === "complete") return "Complete";
  if (completion.state === "can") return `${completion.needed} more of the ${completion.toCome} to come`;
  return `${completion.short} to make up`;
}
