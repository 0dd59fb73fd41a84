import { job, type Staff } from "#lib/audit/actor.ts";
import { addStaff } from "#lib/auth/add-staff.ts";
import { now } from "#lib/clock/now.ts";
import { settings } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import { receiveMessage } from "#lib/inbox/receive.ts";
import { keepAnswer } from "#lib/inbox/saved-answers.ts";
import { addProgram } from "#lib/programs/add.ts";
import { beginWithStarters } from "#lib/programs/begin-with-starters.ts";
import { mindfulSelfCompassion } from "#lib/programs/built-in.ts";
import { demoAnswers } from "./demo-answers.ts";
import { demoMail } from "./demo-mail.ts";
import { type Clinic, enrolling, finished, interested, running } from "./demo-stages.ts";

/** Who a visitor of the demo can be; `npm start` prints a sign-in link for each. */
export const demoCast = {
  admin: "alex@willowstreet.example",
  facilitator: "sam@willowstreet.example",
  participant: "noor@example.org",
} as const;

/**
 * A believable clinic, made by the same verbs that the screens use: groups that are enrolling, running and
 * finished, a waitlist, and a mailbox. Nothing in it is real; the addresses are reserved for examples.
 */
export async function fillClinic(at = now()): Promise<void> {
  const staff = (name: string, email: string, role: Staff["role"]) =>
    addStaff(db, job, { name, email, role }, at);
  await staff("Alex Tremblay", demoCast.admin, "admin");
  const clinic: Clinic = {
    programId: await addProgram(db, mindfulSelfCompassion),
    sam: await staff("Sam Lindqvist", demoCast.facilitator, "facilitator"),
    robin: await staff("Robin Okafor", "robin@willowstreet.example", "facilitator"),
    at,
  };
  await beginWithStarters(db, clinic.programId);
  await enrolling(clinic);
  await running(clinic);
  await finished(clinic);
  await interested(clinic);
  for (const answer of demoAnswers) await keepAnswer(db, job, answer, at);
  for (const { raw, hoursAgo } of demoMail(settings().CLINIC_EMAIL, at)) {
    await receiveMessage(raw, at.subtract({ hours: hoursAgo }));
  }
}
