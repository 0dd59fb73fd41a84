import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { type EnrollRefusal, placeParty, whyNotPlaced } from "#lib/enrollment/place-party.ts";
import { writeCorrection } from "#lib/inquiries/correct.ts";
import { lockInquiry } from "#lib/inquiries/lock.ts";
import { markEnrolled } from "#lib/inquiries/mark-enrolled.ts";
import { setInquiryOpen } from "#lib/inquiries/set-state.ts";
import { joinInterestIn } from "#lib/interest/join.ts";
import { changeThread, lockThread } from "#lib/mail/change-thread.ts";
import { lockCohort } from "#lib/seats/lock.ts";
import type { EnrollmentState } from "../../prisma/generated/enums.ts";
import { asksForPlace, type Draft } from "./draft-schema.ts";

export type DraftRefusal = "not_there" | "not_open_now";

/** What must be known of everybody before they can be asked: each says yes by their own letter (design rule 3). */
export type Incomplete =
  | { ok: false; reason: "nobody" }
  | { ok: false; reason: "unnamed"; count: number }
  | { ok: false; reason: "too_many_named"; people: number; seats: number }
  | { ok: false; reason: "nameless"; address: string }
  | { ok: false; reason: "no_address"; name: string };

/** Writes down what a message asks for, as somebody of the staff reads it. Nothing else happens. */
export async function correctInquiry(
  actor: Staff,
  draft: Draft,
  at = now(),
): Promise<Outcome<DraftRefusal | "no_group", { inquiryId: string }>> {
  if (!mayAdminister(actor)) return refuse("not_there");
  return inTransaction((tx) => correctIn(tx, actor, draft, at));
}

async function correctIn(
  tx: Tx,
  actor: Staff,
  draft: Draft,
  at: Temporal.Instant,
): Promise<Outcome<DraftRefusal | "no_group", { inquiryId: string }>> {
  // A cohort is always locked first: whoever presses the link in our answer at this moment does so too.
  if (draft.cohortId) await lockCohort(tx, draft.cohortId);
  const thread = await lockThread(tx, draft.threadId);
  const inquiry = thread && (await lockInquiry(tx, draft.threadId));
  if (!inquiry) return refuse("not_there");
  if (inquiry.state !== "open") return refuse("not_open_now");
  if (draft.cohortId && (await tx.cohort.count({ where: { id: draft.cohortId } })) === 0)
    return refuse("no_group");
  await writeCorrection(tx, inquiry.id, draft, at);
  await record(tx, actor, "inquiry.corrected", inquiry.id);
  return done({ inquiryId: inquiry.id });
}

/**
 * Keeps places for those of a draft, or puts them in line, and asks each of them for their own yes. Pressed
 * twice, or by two at once, it enrols once: the inquiry is an enrolment from then on.
 */
export async function acceptDraft(
  actor: Staff,
  draft: Draft,
  at = now(),
): Promise<
  | Outcome<
      DraftRefusal | "no_group" | "no_place_asked" | EnrollRefusal,
      { enrollmentId: string; state: EnrollmentState }
    >
  | Incomplete
> {
  if (!mayAdminister(actor)) return refuse("not_there");
  if (!asksForPlace(draft.intent)) return refuse("no_place_asked");
  const { cohortId } = draft;
  if (!cohortId) return refuse("no_group");
  const incomplete = lackOf(draft);
  if (incomplete) return incomplete;
  return inTransaction(async (tx) => {
    const corrected = await correctIn(tx, actor, draft, at);
    if (!corrected.ok) return corrected;
    const placement = {
      enrollmentId: crypto.randomUUID(),
      partyId: crypto.randomUUID(),
      cohortId,
      formToken: crypto.randomUUID(),
      members: draft.people.map((person) => ({
        id: crypto.randomUUID(),
        personId: crypto.randomUUID(),
        ...person,
      })),
    };
    const state = await placeParty(tx, actor, placement, at);
    // What was corrected stays, so that nothing typed is lost.
    if (!state) {
      const { reason } = await whyNotPlaced(tx, { cohortId, people: draft.people.length }, at);
      return refuse(reason === "closed" ? "not_open" : reason);
    }
    const { enrollmentId } = placement;
    await markEnrolled(tx, corrected.value.inquiryId);
    await changeThread(tx, draft.threadId, { state: "waitingForThem", snoozedUntil: null });
    await tx.threadParty.create({ data: { threadId: draft.threadId, partyId: placement.partyId } });
    await record(tx, actor, "inquiry.accepted", corrected.value.inquiryId, { enrollmentId });
    return done({ enrollmentId, state });
  });
}

/**
 * Puts those of a draft on the interest list, and writes to each of them. The inquiry's own id is the form's:
 * pressed twice, they are on it once; and while another accepts it, they are on it or enrolled, never both.
 */
export async function listDraft(
  actor: Staff,
  draft: Draft,
  at = now(),
): Promise<Outcome<DraftRefusal | "no_group" | "no_program", { interestId: string }> | Incomplete> {
  if (!mayAdminister(actor)) return refuse("not_there");
  const incomplete = lackOf(draft);
  if (incomplete) return incomplete;
  return inTransaction(async (tx) => {
    const corrected = await correctIn(tx, actor, draft, at);
    if (!corrected.ok) return corrected;
    const { inquiryId } = corrected.value;
    const program = await tx.program.findFirst({
      where: draft.cohortId ? { cohorts: { some: { id: draft.cohortId } } } : { listed: true },
      orderBy: { id: "asc" },
      select: { id: true },
    });
    if (!program) return refuse("no_program");
    const people = draft.people.map(({ name, email }) => ({ name, email: email ?? "" }));
    const wish = { programId: program.id, formToken: inquiryId, people, suits: [], format: null, note: "" };
    const joined = await joinInterestIn(tx, actor, wish, at);
    if (!joined.ok) return joined;
    await changeThread(tx, draft.threadId, { state: "waitingForThem", snoozedUntil: null });
    await setInquiryOpen(tx, draft.threadId, false);
    await record(tx, actor, "inquiry.listed", inquiryId, joined.value);
    return joined;
  });
}

/** What is still missing before everybody of a draft can be asked, or null. */
export function lackOf({ people, seats }: Pick<Draft, "people" | "seats">): Incomplete | null {
  if (people.length === 0) return { ok: false, reason: "nobody" };
  for (const { name, email } of people) {
    if (!name) return { ok: false, reason: "nameless", address: email ?? "" };
    if (!email) return { ok: false, reason: "no_address", name };
  }
  if (seats > people.length) return { ok: false, reason: "unnamed", count: seats - people.length };
  if (seats < people.length) return { ok: false, reason: "too_many_named", people: people.length, seats };
  return null;
}
