import { z } from "zod";
import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { instantOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { loadOpenCohorts } from "#lib/cohorts/queries.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { inquiryPeople } from "#lib/inquiries/people.ts";
import { listWords } from "#lib/people/words.ts";
import type { Prisma } from "../../prisma/generated/client.ts";
import { otherSideOf } from "./other-side.ts";
import { threadsOf } from "./policy.ts";
import { senderWords, surenessOf } from "./reading-shown.ts";
import { writerOf } from "./reply.ts";

// A thread that goes on for longer than this is shown by its newest messages.
const mostMessages = 100;
const mostParties = 10;

const messageSelect = {
  id: true,
  direction: true,
  state: true,
  address: true,
  name: true,
  subject: true,
  text: true,
  template: true,
  props: true,
  automatic: true,
  error: true,
  reading: true,
  senderCheck: true,
  createdAt: true,
  attachments: {
    orderBy: { position: "asc" },
    select: { position: true, name: true, type: true, bytes: true },
  },
} satisfies Prisma.MessageSelect;

const threadSelect = {
  id: true,
  subject: true,
  state: true,
  quiet: true,
  snoozedUntil: true,
  mergedIntoId: true,
  assignee: { select: { id: true, name: true } },
  inquiry: {
    select: {
      id: true,
      state: true,
      intent: true,
      people: true,
      seats: true,
      mentions: true,
      confidence: true,
      cohortId: true,
      correctedAt: true,
    },
  },
  messages: { orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: mostMessages, select: messageSelect },
  notes: {
    orderBy: { createdAt: "asc" },
    take: 100,
    select: { id: true, text: true, createdAt: true, byUser: { select: { name: true } } },
  },
  merged: { select: { id: true, subject: true } },
  parties: { select: { partyId: true } },
} satisfies Prisma.ThreadSelect;

/**
 * A thread as it is worked on: its messages in order, what we made of them, notes, and who writes. Of one whose
 * messages are in another one now, only where. Who read it is known (design rule 10).
 */
export async function loadThread(actor: Staff, threadId: string, at = now()) {
  if (!isId(threadId)) return null;
  const thread = await db.thread.findFirst({
    where: { AND: [threadsOf(actor), { id: threadId }] },
    select: threadSelect,
  });
  if (!thread) return null;
  if (thread.mergedIntoId) return { mergedIntoId: thread.mergedIntoId };
  const otherSide = await otherSideOf(db, threadId);
  const [suppressed, writers, parties, cohorts, admins] = await Promise.all([
    db.suppression.findMany({
      where: { address: { in: otherSide.map(({ address }) => address) } },
      select: { address: true, reason: true, words: true },
    }),
    namesOf(thread.messages.map(({ props }) => writerOf(props))),
    partiesAbout(
      otherSide.map(({ address }) => address),
      thread.parties.map(({ partyId }) => partyId),
    ),
    loadOpenCohorts(at),
    db.user.findMany({
      where: { role: "admin" },
      orderBy: { name: "asc" },
      take: 50,
      select: { id: true, name: true },
    }),
  ]);
  await record(db, actor, "thread.seen", threadId);
  const { inquiry, messages, notes, snoozedUntil, parties: _, mergedIntoId: __, ...shown } = thread;
  const until = snoozedUntil && instantOf(snoozedUntil);
  const newest = messages[0]?.id ?? null;
  return {
    ...shown,
    mergedIntoId: null,
    snoozedUntil: until && Temporal.Instant.compare(until, at) > 0 ? until : null,
    answered: messages.some(({ direction }) => direction === "outgoing"),
    inquiry: inquiry && {
      ...inquiry,
      people: inquiryPeople.parse(inquiry.people),
      sureness: surenessOf(inquiry.confidence),
      corrected: inquiry.correctedAt !== null,
    },
    /** The newest message, as the version that an answer is written to. */
    newest,
    /** The newest of theirs: its reading is marked. */
    newestIncoming:
      messages.find(({ direction, automatic }) => direction === "incoming" && !automatic)?.id ?? null,
    messages: messages.map((message) => messageShown(message, writers)).reverse(),
    notes: notes.map(({ createdAt, byUser, ...note }) => ({
      ...note,
      by: byUser?.name ?? "A colleague who has left",
      at: instantOf(createdAt),
    })),
    otherSide: otherSide.map(({ address, name }) => ({
      address,
      name,
      suppressed: suppressed.find((one) => one.address.toLowerCase() === address) ?? null,
    })),
    parties,
    cohorts: cohorts.map(({ id, title, free, partiesWaiting, sessions }) => ({
      id,
      title,
      free,
      partiesWaiting,
      startsLocal: sessions[0]?.startsLocal ?? null,
    })),
    admins,
  };
}

export type ThreadShown = Exclude<
  NonNullable<Awaited<ReturnType<typeof loadThread>>>,
  { mergedIntoId: string }
>;

const answer = z.object({ text: z.string() });

function messageShown(
  { createdAt, props, senderCheck, ...message }: Prisma.MessageGetPayload<{ select: typeof messageSelect }>,
  writers: Map<string, string>,
) {
  const by = writerOf(props);
  const written = message.template === "reply" ? answer.safeParse(props) : null;
  return {
    ...message,
    // As it was written, without what stands around it in a letter.
    text: written?.success ? written.data.text : message.text,
    by: (by && writers.get(by)) || null,
    at: instantOf(createdAt),
    checked: senderWords(senderCheck),
  };
}

async function namesOf(userIds: (string | null)[]): Promise<Map<string, string>> {
  const ids = [...new Set(userIds.filter((id) => id !== null))];
  const users = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}

const partyShown = {
  id: true,
  members: {
    where: { state: { in: ["invited", "confirmed"] } },
    orderBy: { position: "asc" },
    select: { person: { select: { name: true } } },
  },
  enrollments: {
    where: { state: { in: ["applied", "held", "waitlisted", "confirmed", "completed"] } },
    orderBy: { joinedAt: "desc" },
    take: 5,
    select: { id: true, state: true, cohort: { select: { id: true, title: true } } },
  },
  interests: { where: { state: "waiting" }, take: 1, select: { id: true } },
} satisfies Prisma.PartySelect;

/** The parties that a thread is about: those that somebody who writes belongs to, and those that staff said. */
async function partiesAbout(addresses: string[], linked: string[]) {
  const found = await db.party.findMany({
    where: {
      OR: [
        { id: { in: linked } },
        {
          members: {
            some: {
              state: { in: ["invited", "confirmed"] },
              person: { email: { in: addresses }, erasedAt: null },
            },
          },
          OR: [
            {
              enrollments: {
                some: { state: { in: ["applied", "held", "waitlisted", "confirmed", "completed"] } },
              },
            },
            { interests: { some: { state: "waiting" } } },
          ],
        },
      ],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostParties,
    select: partyShown,
  });
  return found.map((party) => ({ ...nameParty(party), linked: linked.includes(party.id) }));
}

function nameParty(party: Prisma.PartyGetPayload<{ select: typeof partyShown }>) {
  const names = party.members.map(({ person }) => person.name);
  return {
    id: party.id,
    names,
    words: listWords(names),
    enrollments: party.enrollments,
    interested: party.interests.length > 0,
  };
}

/** Parties by a part of somebody's name, to say that a thread is about one of them. */
export async function findParties(actor: Staff, q: string) {
  if (threadsOf(actor).id || q.trim().length < 2) return [];
  const contains = q.trim().replaceAll(/[\\%_]/g, "\\$&");
  const found = await db.party.findMany({
    where: {
      members: {
        some: {
          state: { in: ["invited", "confirmed"] },
          person: { name: { contains, mode: "insensitive" }, erasedAt: null },
        },
      },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 8,
    select: partyShown,
  });
  return found.map(nameParty);
}

/** Other threads in which one of these people writes, to make one of two. */
export async function threadsBesides(actor: Staff, threadId: string, addresses: string[]) {
  const found = await db.thread.findMany({
    where: {
      AND: [
        threadsOf(actor),
        { id: { not: threadId }, mergedIntoId: null },
        { messages: { some: { direction: "incoming", address: { in: addresses } } } },
      ],
    },
    orderBy: [{ lastMessageAt: "desc" }, { id: "desc" }],
    take: 6,
    select: { id: true, subject: true, lastMessageAt: true },
  });
  return found.map(({ lastMessageAt, ...thread }) => ({ ...thread, at: instantOf(lastMessageAt) }));
}
