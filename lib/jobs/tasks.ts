import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { sendDue } from "#lib/announcements/send.ts";
import { letChairsGo } from "#lib/attendance/let-chairs-go.ts";
import { sendSignIn } from "#lib/auth/send-sign-in.ts";
import { expireHolds } from "#lib/enrollment/expire.ts";
import { forgetStranded } from "#lib/enrollment/forget-stranded.ts";
import { forgetTakenOut } from "#lib/enrollment/forget-taken-out.ts";
import { remindHolders } from "#lib/enrollment/remind.ts";
import { dropOrphans } from "#lib/files/drop-orphans.ts";
import { sweepUploads } from "#lib/files/sweep-uploads.ts";
import { readReceived } from "#lib/inbox/read-received.ts";
import { endFulfilled, lapseInvitations } from "#lib/interest/lapse.ts";
import { failStranded } from "#lib/mail/fail-stranded.ts";
import { sendMessage } from "#lib/mail/send.ts";
import { tellOfReleases } from "#lib/materials/tell.ts";
import { remindOfSessions } from "#lib/reminders/remind.ts";
import { tendWaitlists } from "#lib/waitlist/tend.ts";
import { freeAbandonedJobs } from "./registry.ts";

const subject = z.object({ id: z.uuid() });
const subjects = z.array(subject);
const mailbox = z.object({ email: z.string() });

/** Every job, and the one verb that it calls. */
export const tasks: TaskList = {
  // A promise for each: those that fail are tried again, without the others.
  "send-messages": (payload, { job }) =>
    subjects.parse(payload).map(({ id }) => sendMessage(id, { lastTry: job.attempts >= job.max_attempts })),
  "read-received": () => readReceived(),
  "request-sign-in": (payload) => sendSignIn(mailbox.parse(payload).email),
  "forget-taken-out": (payload) => forgetTakenOut(subject.parse(payload).id),
  "forget-stranded": async () => void (await forgetStranded()),
  "expire-holds": async () => void (await expireHolds()),
  "remind-holders": async () => void (await remindHolders()),
  "tend-waitlists": async () => void (await tendWaitlists()),
  "let-chairs-go": async () => void (await letChairsGo()),
  "lapse-invitations": async () => void (await lapseInvitations()),
  "end-fulfilled-interest": async () => void (await endFulfilled()),
  "free-abandoned-jobs": () => freeAbandonedJobs(),
  "drop-orphaned-files": async () => void (await dropOrphans()),
  "sweep-uploads": async () => void (await sweepUploads()),
  "tell-of-releases": async () => void (await tellOfReleases()),
  "fail-stranded-mail": () => failStranded(),
  "send-announcements": async () => void (await sendDue()),
  "remind-of-sessions": async () => void (await remindOfSessions()),
};
