import type { AttendanceStatus, Format, MadeUpBy } from "../../prisma/generated/enums.ts";
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

/** How a session was made up. */
export const madeUpWords = {
  session: "in another group",
  call: "by a call",
  recording: "with the recording",
} satisfies Record<MadeUpBy, string>;

type Said = { status: AttendanceStatus | null; madeUpBy: MadeUpBy | null; online: boolean | null };

/** A mark in full: "here, online", "made up by a call". Where everyone comes the same way, it is not said. */
export function markWords({ status, madeUpBy, online }: Said, format: Format): string {
  if (!status) return "";
  const how = status === "madeUp" && madeUpBy ? ` ${madeUpWords[madeUpBy]}` : "";
  const came = status === "present" || status === "late" || status === "leftEarly";
  const way = format === "hybrid" && came ? (online ? ", online" : ", in person") : "";
  return `${statusWords[status]}${how}${way}`;
}

/** Where somebody stands, and how they can still get there. */
export function completionWords(completion: Completion): string {
  if (completion.state === "complete") return "Complete";
  if (completion.state === "can") return `${completion.needed} more of the ${completion.toCome} to come`;
  return `${completion.short} to make up`;
}
