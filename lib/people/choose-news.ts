import { type Actor, type Participant, visitor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { idOfToken, isGenuine } from "#lib/links/token.ts";
import { setConsent } from "./set-consent.ts";

/** The purpose under which news of future groups is sent (`choices` in lib/mail). */
const purpose = "news";

export type Link = { token: string; how: "one-click" | "page" };

/** Whoever holds the link in a letter says whether they want more of its kind. Said again, nothing changes. */
export async function chooseNewsByLink(
  { token, how }: Link,
  wanted: boolean,
  at = now(),
): Promise<Outcome<"unknown_link">> {
  const personId = await personBehind(token);
  if (!personId) return refuse("unknown_link");
  await inTransaction((tx) => choose(tx, visitor, { personId, wanted, how }, at));
  return done();
}

/** Somebody signed in says for a person with their address whether they want news of future groups. */
export async function chooseNews(
  actor: Participant,
  { personId, wanted }: { personId: string; wanted: boolean },
  at = now(),
): Promise<Outcome<"not_there">> {
  return inTransaction(async (tx) => {
    const theirs = await tx.person.count({ where: { id: personId, email: actor.email, erasedAt: null } });
    if (theirs === 0) return refuse("not_there");
    await choose(tx, actor, { personId, wanted, how: "account" }, at);
    return done();
  });
}

/** Whether the person behind a link gets news of future groups; null for a link that we did not make. */
export async function newsBehind(token: string): Promise<{ wanted: boolean } | null> {
  const personId = await personBehind(token);
  if (!personId) return null;
  return { wanted: await wantsNews(db, personId) };
}

/** The people with the address of whoever is signed in, each with whether they get news of future groups. */
export async function loadNewsChoices(actor: Participant) {
  const people = await db.person.findMany({
    where: { email: actor.email, erasedAt: null },
    orderBy: { id: "asc" },
    take: 20,
    select: {
      id: true,
      name: true,
      consents: {
        where: { purpose },
        orderBy: [{ at: "desc" }, { id: "desc" }],
        take: 1,
        select: { given: true },
      },
    },
  });
  return people.map(({ id, name, consents }) => ({ id, name, wanted: consents[0]?.given ?? true }));
}

async function choose(
  tx: Tx,
  actor: Actor,
  { personId, wanted, how }: { personId: string; wanted: boolean; how: string },
  at: Temporal.Instant,
): Promise<void> {
  if ((await wantsNews(tx, personId)) === wanted) return;
  await setConsent(tx, { personId, purpose, given: wanted, how }, at);
  await record(tx, actor, wanted ? "news.wanted" : "news.unwanted", personId);
}

/** Until they say otherwise: it goes only to who asked to be told, on the interest list. */
async function wantsNews(tx: Tx, personId: string): Promise<boolean> {
  const newest = await tx.consent.findFirst({
    where: { personId, purpose },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { given: true },
  });
  return newest?.given ?? true;
}

async function personBehind(token: string): Promise<string | null> {
  const id = idOfToken(token);
  if (!id || !isGenuine(token, "unsubscribe", id)) return null;
  const person = await db.person.findUnique({ where: { id }, select: { erasedAt: true } });
  return person && !person.erasedAt ? id : null;
}
