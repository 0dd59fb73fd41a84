import type { Completion } from "#lib/attendance/completion.ts";
import { counted, spanWords } from "#lib/clock/words.ts";
import type { MyMaterial, MySession } from "#lib/materials/my-queries.ts";
import type { EnrollmentState, MaterialKind } from "../../prisma/generated/enums.ts";

/** What has become of an enrolment, to the one it is about. */
export const stateWords = {
  applied: "We are reading what you wrote to us.",
  held: "A place is kept for you.",
  waitlisted: "You are in line for a place.",
  confirmed: "You have a place.",
  completed: "You have been through all of it.",
  declined: "This group was not the right one this time.",
  expired: "The time to say yes ran out.",
  withdrawn: "You are not coming this time.",
  cancelled: "This group does not take place.",
} satisfies Record<EnrollmentState, string>;

export const kindWords = {
  recording: "Recording",
  handout: "Handout",
  link: "Link",
  text: "To read",
} satisfies Record<MaterialKind, string>;

/** "Week 4", "Retreat". */
export function sessionLabel({ week, kind }: Pick<MySession, "week" | "kind">): string {
  if (week !== null) return `Week ${week}`;
  return kind === "retreat" ? "Retreat" : "Before";
}

/** "2 recordings, 1 handout". */
export function materialsWords(materials: Pick<MyMaterial, "kind">[]): string {
  const nouns = {
    recording: "recording",
    handout: "handout",
    link: "link",
    text: "reading",
  } satisfies Record<MaterialKind, string>;
  return Object.entries(nouns)
    .map(([kind, noun]) => [materials.filter((material) => material.kind === kind).length, noun] as const)
    .filter(([count]) => count > 0)
    .map(([count, noun]) => counted(count, noun))
    .join(", ");
}

/** Where somebody stands, to themselves: what is possible from here, and nothing of what was missed. */
export function standingWords(completion: Completion): string {
  if (completion.state === "complete") return "You have completed the group, and your certificate is below.";
  if (completion.state === "cannot")
    return `You can complete it by making up ${counted(completion.short, "meeting")} beside those to come: in another group, by a call, or with the recording. Whether you do or not, you are welcome at every meeting, and everything stays here for you.`;
  const { needed, toCome } = completion;
  const takes = `You can still complete it: ${counted(needed, "more meeting")} ${needed === 1 ? "is" : "are"} enough.`;
  return needed < toCome
    ? `${takes} If you can’t come to one of them, that is all right, and made-up ones count as well.`
    : `${takes} If you can’t come to one of them, you can make it up: in another group, by a call, or with the recording.`;
}

/** "Next, in 2 days": by the days on the wall of the cohort's zone. */
export function nextWords(
  { startsAt, startsLocal }: MySession,
  at: Temporal.Instant,
  timeZone: string,
): string {
  if (Temporal.Instant.compare(startsAt, at) <= 0) return "Now";
  const today = at.toZonedDateTimeISO(timeZone).toPlainDate();
  const days = today.until(startsLocal.toPlainDate()).days;
  if (days === 0) return "Next, today";
  if (days === 1) return "Next, tomorrow";
  return `Next, in ${days < 21 ? counted(days, "day") : spanWords(at, startsAt)}`;
}

/** "PDF, 240 kB". */
export function fileWords({ name, bytes }: { name: string; bytes: number }): string {
  const ending = /\.([a-z0-9]{2,5})$/i.exec(name)?.[1]?.toUpperCase();
  const [amount, unit] =
    bytes < 1_000_000 ? [Math.max(1, bytes / 1000), "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  const size = amount.toLocaleString("en-GB", {
    style: "unit",
    unit,
    maximumFractionDigits: amount < 10 ? 1 : 0,
  });
  return [ending, size].filter(Boolean).join(", ");
}
