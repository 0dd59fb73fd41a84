import { setTimeout } from "node:timers/promises";
import { simpleParser } from "mailparser";
import { startInlet } from "../lib/testing/inlet.ts";
import { ownDatabase } from "./support/database.ts";
import { lettersInTurn } from "./support/letters.ts";
import { compare, perSecond } from "./support/rounds.ts";
import { startSender } from "./support/sender.ts";

// Messages a second from a real SMTP client until what each of them asks is drafted in the database: kept, parsed,
// read, put into a thread, its inquiry opened, its answer queued. Beside mailparser alone, which parses the same messages
// one after the other and forgets them. The inlet is a process of its own, with the worker of the product in it.
const messages = 240;

await using _ = await ownDatabase(10);
const { db } = await import("#lib/db/client.ts");
const inlet = await startInlet();
const nextLetters = lettersInTurn();

const inbox = (connections: number) => async () => {
  const letters = nextLetters(messages);
  const senders = await Promise.all(Array.from({ length: connections }, () => startSender(inlet.port)));
  const waiting = [...letters];
  const began = performance.now();
  await Promise.all(
    senders.map(async (sender) => {
      for (let letter = waiting.shift(); letter; letter = waiting.shift()) await sender.send(letter);
    }),
  );
  while ((await db.message.count({ where: { state: "received" } })) > 0) await setTimeout(20);
  const figure = messages / ((performance.now() - began) / 1000);
  for (const sender of senders) sender[Symbol.dispose]();
  await everythingIsDrafted();
  return figure;
};

const mailparser = async () => {
  const letters = nextLetters(messages);
  return perSecond(messages, 1, (index) => simpleParser(letters[index]?.raw ?? ""));
};

for (const connections of [1, 4])
  await compare(
    `SMTP to drafted inquiry, ${connections} ${connections === 1 ? "connection" : "connections"}`,
    { name: "inbox", round: inbox(connections) },
    { name: "mailparser", round: mailparser },
    0.25,
  );

await inlet.kill();
await db.$disconnect();

/** @throws if a message of the round is missing, could not be read, or asks for something that is not drafted */
async function everythingIsDrafted(): Promise<void> {
  const [taken] = await db.$queryRaw<{ came: number; read: number; filed: number; drafted: number }[]>`
    SELECT count(*)::int AS "came", count(*) FILTER (WHERE m."state" = 'read')::int AS "read",
      count(*) FILTER (WHERE m."state" = 'filed')::int AS "filed", count(i)::int AS "drafted"
    FROM "Message" m LEFT JOIN "Inquiry" i ON i."threadId" = m."threadId" WHERE m."direction" = 'incoming'`;
  const isWhole = taken?.came === messages && taken.read + taken.filed === messages;
  if (!isWhole || taken.read !== taken.drafted || taken.read < messages / 2)
    throw new Error(`Of ${messages} messages, this was taken in: ${JSON.stringify(taken)}`);
  // Rendering and sending the answers is another matter, and not measured here.
  await db.$executeRaw`DELETE FROM graphile_worker._private_jobs WHERE locked_at IS NULL`;
  await db.$executeRaw`TRUNCATE "Message", "Thread", "Inquiry" CASCADE`;
}
