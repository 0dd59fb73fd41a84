import { type Actor, incomingMail } from "#lib/audit/actor.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { done, type Outcome } from "#lib/db/outcome.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { inquiryBehind, type OwnedInquiry } from "#lib/inquiries/behind.ts";
import { markEnrolled } from "#lib/inquiries/mark-enrolled.ts";
import { type Placement, place } from "#lib/seats/place.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { confirmIn } from "./confirm.ts";
import { type Closed, type EnrollRefusal, placeParty, throughLine, whyNotPlaced } from "./place-party.ts";
import type { Enroll } from "./schema.ts";

/**
 * Keeps seats for a party until everyone in it has said yes, or puts it in line when there is no room for
 * all of them. Everybody says yes through their own link, also whoever filled in the form; only when they
 * came by the link in our answer to their e-mail is the press on the button their yes.
 *
 * The same form sent twice enrols once: the second answer is the first one's.
 */
export async function enroll(
  actor: Actor,
  input: Enroll,
  at = now(),
): Promise<Outcome<EnrollRefusal, { enrollmentId: string }> | Closed> {
  const placement = placementOf(input);
  const inquiry = input.inquiry ? await inquiryBehind(input.inquiry) : null;
  try {
    const enrolled = inquiry
      ? await inTransaction((tx) => fromMail(tx, inquiry, placement, at))
      : await fromWeb(actor, placement, at);
    return enrolled ? done({ enrollmentId: placement.enrollmentId }) : await answerAgain(input, at);
  } catch (error) {
    if (!isSameForm(error)) throw error;
    return answerAgain(input, at);
  }
}

function placementOf({ cohortId, formToken, people }: Enroll): Placement {
  return {
    enrollmentId: crypto.randomUUID(),
    partyId: crypto.randomUUID(),
    cohortId,
    formToken,
    members: people.map(({ name, email }) => ({
      id: crypto.randomUUID(),
      personId: crypto.randomUUID(),
      name,
      email: email ?? null,
    })),
  };
}

async function fromWeb(actor: Actor, placement: Placement, at: Temporal.Instant): Promise<boolean> {
  const placed = await place(db, actor, placement, at);
  if (!placed.lineDecides) return placed.state !== null;
  return inTransaction((tx) => throughLine(tx, actor, placement, at));
}

async function fromMail(
  tx: Tx,
  inquiry: OwnedInquiry,
  placement: Placement,
  at: Temporal.Instant,
): Promise<boolean> {
  const state = await placeParty(tx, incomingMail, placement, at);
  if (!state) return false;
  await markEnrolled(tx, inquiry.id);
  const [first] = placement.members;
  const ownMailbox = first?.email?.toLowerCase() === inquiry.address.toLowerCase();
  if (first && ownMailbox)
    await confirmIn(tx, { kind: "member", memberId: first.id }, placement.enrollmentId, at);
  return true;
}

/** The form was sent before, or the cohort can't take it: the row that exists answers, or the cohort says why not. */
async function answerAgain(
  input: Enroll,
  at: Temporal.Instant,
): Promise<Outcome<EnrollRefusal, { enrollmentId: string }> | Closed> {
  const earlier = await db.enrollment.findUnique({
    where: { formToken: input.formToken },
    select: { id: true },
  });
  if (earlier) return done({ enrollmentId: earlier.id });
  return whyNotPlaced(db, { cohortId: input.cohortId, people: input.people.length }, at);
}

/** PostgreSQL refused a second row with the form's token: its unique key is the only one that can collide here. */
function isSameForm(error: unknown): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError && JSON.stringify(error.meta).includes("23505")
  );
}
