import { afterEach, expect, test, vi } from "vitest";
import { db } from "#lib/db/client.ts";
import { aMail } from "#lib/testing/incoming.ts";
import { childrenOf } from "#lib/testing/processes.ts";
import { endReader, readApart } from "./read-apart.ts";
import { readReceived } from "./read-received.ts";
import { receiveMessage } from "./receive.ts";

afterEach(endReader);

const children = () => childrenOf(process.pid);

/** The process that reads, halted where it is. */
async function haltedReader(): Promise<number> {
  await readApart([aMail({ From: "First <first@example.org>" })]);
  const [pid = 0] = children();
  process.kill(pid, "SIGSTOP");
  return pid;
}

test("when the process that reads is ended, what it read is read again, each message alone", async () => {
  const pid = await haltedReader();
  for (const name of ["ana", "noor"]) await receiveMessage(aMail({ From: `${name} <${name}@example.org>` }));
  const reading = readReceived();
  await vi.waitFor(async () => expect(await db.message.count({ where: { attempts: 1 } })).toBe(2), 20_000);
  process.kill(pid, "SIGKILL");
  await reading;
  expect(
    await db.message.findMany({
      where: { direction: "incoming" },
      orderBy: { address: "asc" },
      select: { address: true, state: true, attempts: true },
    }),
  ).toEqual([
    { address: "ana@example.org", state: "read", attempts: 2 },
    { address: "noor@example.org", state: "read", attempts: 2 },
  ]);
}, 60_000);

test("what never comes to an end is given up, and another process reads on", async () => {
  const pid = await haltedReader();
  await expect(readApart([aMail()], 200)).rejects.toThrow();
  process.kill(pid, "SIGCONT");
  const [read] = await readApart([aMail({ From: "Ana <ana@example.org>" })]);
  expect(read).toMatchObject({ ok: true, value: { sender: { email: "ana@example.org" } } });
  await vi.waitFor(() => expect(children()).not.toContain(pid), 20_000);
}, 60_000);
