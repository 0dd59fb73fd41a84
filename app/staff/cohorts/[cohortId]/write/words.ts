import type { Progress } from "#lib/announcements/queries.ts";
import { dayWords, momentWords } from "#lib/clock/words.ts";
import type { AnnouncementState, AnnouncementTo } from "../../../../../prisma/generated/enums.ts";

type Whom = { to: AnnouncementTo; session: { title: string } | null; person: { name: string } | null };

/** Whom an announcement is for. */
export function whomWords({ to, session, person }: Whom): string {
  if (to === "person") return `To ${person?.name ?? "one person"}`;
  return to === "missed"
    ? `To those who missed ${session ? `“${session.title}”` : "a session"}`
    : "To everyone in the group";
}

type Standing = {
  state: AnnouncementState;
  sendAt: Temporal.Instant | null;
  sentAt: Temporal.Instant | null;
  progress: Progress;
};

/** How far an announcement has come, and what its pill looks like. */
export function standingOf({ state, sendAt, sentAt, progress }: Standing, timeZone: string) {
  if (state === "draft") return { tone: "plain" as const, words: "Not sent yet" };
  if (!sentAt)
    return {
      tone: "periwinkle" as const,
      words: sendAt ? `Goes out ${momentWords(sendAt, timeZone)}` : "Waits",
    };
  const { all, sent, waiting, failed, kept } = progress;
  if (failed > 0) return { tone: "apricot" as const, words: `${sent} of ${all} sent, ${failed} not` };
  if (waiting > 0) return { tone: "periwinkle" as const, words: `${sent} of ${all} sent` };
  const day = dayWords(sentAt.toZonedDateTimeISO(timeZone).toPlainDate());
  return kept > 0
    ? { tone: "plain" as const, words: `${kept} of ${all} kept here, ${day}` }
    : { tone: "pine" as const, words: `Sent to ${all}, ${day}` };
}
