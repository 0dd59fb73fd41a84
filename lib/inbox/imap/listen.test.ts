import { spawn } from "node:child_process";
import { once } from "node:events";
import { createTransport } from "nodemailer";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "#lib/db/client.ts";
import { type Dovecot, startDovecot, whyNoDovecot } from "#lib/testing/dovecot.ts";
import { aMail, fixture } from "#lib/testing/incoming.ts";
import { readMessage } from "../read-message.ts";
import { readReceived } from "../read-received.ts";
import { startSmtpListener } from "../smtp-listener.ts";
import { mailboxIsRead } from "./in-turn.ts";
import { listenToMailbox } from "./listen.ts";

if (whyNoDovecot) console.warn(whyNoDovecot);

describe.skipIf(whyNoDovecot)(`a real mailbox${whyNoDovecot ? `: ${whyNoDovecot}` : ""}`, () => {
  let dovecot: Dovecot;
  /** Of each test alone. */
  let user: string;
  let listeners: { stop(): Promise<void> }[] = [];

  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  afterAll(() => dovecot?.remove());
  beforeEach(async () => {
    user = crypto.randomUUID();
    await db.message.deleteMany();
  });
  afterEach(async () => {
    await Promise.all(listeners.map((listener) => listener.stop()));
    listeners = [];
    vi.restoreAllMocks();
  });

  function listen({ path = "", done = "" } = {}) {
    const listener = listenToMailbox({ url: dovecot.url(user, path), done });
    listeners.push(listener);
    return listener;
  }

  const append = (raw: Buffer, folder = "INBOX", flags: string[] = []) =>
    dovecot.as(user, (client) => client.append(folder, raw, flags));

  const folders = (path: string) =>
    dovecot.as(user, async (client) => {
      await client.mailboxOpen(path);
      if (client.mailbox && client.mailbox.exists === 0) return [];
      const found = await client.fetchAll("1:*", { flags: true, envelope: true });
      return found.map(({ flags, envelope }) => ({
        subject: envelope?.subject,
        seen: flags?.has("\\Seen"),
      }));
    });

  const kept = async () =>
    (await db.message.findMany({ orderBy: { id: "asc" }, select: { raw: true } }))
      .map(({ raw }) => /^Subject: (.*?)\r?$/m.exec(Buffer.from(raw!).toString()))
      .map((found) => found?.[1]);

  const place = () => db.mailboxPlace.findFirst({ where: { mailbox: { startsWith: user } } });

  /** Until all of this is kept, and noted as kept. */
  const keeps = (subjects: string[]) =>
    vi.waitFor(async () => expect(await kept()).toEqual(subjects), { timeout: 15_000, interval: 20 });
  const isAt = (uid: number, timeout = 15_000) =>
    vi.waitFor(async () => expect((await place())?.lastUid).toBe(BigInt(uid)), { timeout, interval: 20 });

  test("what waits is taken in as it is, and what comes then wakes it up", async () => {
    const [first, second] = [fixture("couple-in-copy"), aMail({ Subject: "second" })];
    await append(first);
    listen();
    await isAt(1);
    await vi.waitFor(async () => expect(await mailboxIsRead()).toBe(true), 10_000);
    await append(second);
    // Far sooner than the library itself would begin to listen.
    await isAt(2, 7_000);
    const stored = await db.message.findMany({ orderBy: { id: "asc" }, select: { raw: true, state: true } });
    expect(stored.map(({ raw }) => Buffer.from(raw!).toString())).toEqual(
      [first, second].map((raw) => raw.toString().replaceAll(/\r?\n/g, "\r\n")),
    );
    expect(new Set(stored.map(({ state }) => state))).toEqual(new Set(["received"]));
  });

  test("kept mail is marked as read, and what is taken once is not taken again", async () => {
    await append(aMail({ Subject: "first" }));
    const listener = listen();
    await isAt(1);
    await listener.stop();
    // It would be stored again if it were fetched again.
    await db.message.deleteMany();
    await append(aMail({ Subject: "while we were away" }));
    listen();
    await keeps(["while we were away"]);
    await isAt(2);
    expect(await folders("INBOX")).toEqual([
      { subject: "first", seen: true },
      { subject: "while we were away", seen: true },
    ]);
  });

  test("mail that somebody has read in the mailbox is taken in all the same", async () => {
    await append(aMail({ Subject: "opened before" }), "INBOX", ["\\Seen"]);
    listen();
    await keeps(["opened before"]);
  });

  test("old letters of a mailbox that is new to us are taken in, and answered by nobody but a person", async () => {
    const days = (count: number) => new Date(Date.now() - count * 24 * 60 * 60 * 1000);
    const [old, recent, future] = ["old", "recent", "future"].map((name) => `${name}.${user}@example.org`);
    await dovecot.as(user, async (client) => {
      await client.append("INBOX", aMail({ From: String(old) }), [], days(40));
      await client.append("INBOX", aMail({ From: String(recent) }), [], days(1));
      await client.append("INBOX", aMail({ From: String(future) }), [], days(-40));
    });
    listen();
    await isAt(3);
    await readReceived();
    const answered = await db.message.findMany({
      where: { direction: "outgoing" },
      select: { address: true },
    });
    expect(answered.map(({ address }) => address).toSorted()).toEqual([future, recent].toSorted());
    const messages = await db.message.findMany({
      where: { direction: "incoming" },
      orderBy: { createdAt: "asc" },
      select: { address: true, createdAt: true, thread: { select: { state: true, inquiry: true } } },
    });
    expect(messages.map(({ address }) => address)).toEqual([old, recent, future]);
    expect(messages.map(({ thread }) => [thread?.state, thread?.inquiry?.state])).toEqual(
      Array(3).fill(["new", "open"]),
    );
    expect(messages.filter(({ createdAt }) => createdAt > new Date())).toEqual([]);
    await db.inquiry.deleteMany();
  });

  test("kept mail is moved to the folder of the setting, which is made, and only once it is kept", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    await append(aMail({ Subject: "one" }));
    await db.$executeRaw`ALTER TABLE "Message" RENAME TO "Away"`;
    listen({ done: "Kindroom/Taken in" });
    await vi.waitFor(() => expect(console.error).toHaveBeenCalled(), 10_000);
    expect(await folders("INBOX")).toEqual([{ subject: "one", seen: false }]);
    await db.$executeRaw`ALTER TABLE "Away" RENAME TO "Message"`;
    await isAt(1);
    await append(aMail({ Subject: "two" }));
    await isAt(2);
    expect(await folders("INBOX")).toEqual([]);
    expect((await folders("Kindroom/Taken in")).map(({ subject }) => subject)).toEqual(["one", "two"]);
    expect(await kept()).toEqual(["one", "two"]);
  });

  test("a folder that mail can't leave is no circle", async () => {
    listen({ done: "INBOX" });
    await append(aMail({ Subject: "one" }));
    await isAt(1);
    await append(aMail({ Subject: "two" }));
    await isAt(2);
    expect(await folders("INBOX")).toEqual([
      { subject: "one", seen: true },
      { subject: "two", seen: true },
    ]);
  });

  test("what can't be moved stays, and the rest comes in", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    for (const Subject of ["one", "two"]) await append(aMail({ Subject }));
    listen({ done: "a//b" });
    await isAt(2);
    expect(said.mock.calls).toEqual([
      ["Mail can't be moved to the folder of IMAP_DONE. It stays where it is."],
    ]);
    expect(await kept()).toEqual(["one", "two"]);
  });

  test("when the server restarts it comes back, and what came meanwhile is taken in", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    await append(aMail({ Subject: "before" }));
    listen();
    await isAt(1);
    await dovecot.stop();
    await dovecot.drop(user, aMail({ Subject: "meanwhile" }));
    await dovecot.start();
    await keeps(["before", "meanwhile"]);
    await isAt(2);
    await append(aMail({ Subject: "after" }));
    await keeps(["before", "meanwhile", "after"]);
  });

  test("a folder whose numbers begin anew is read from the beginning, and nothing is kept twice", async () => {
    const [first, second] = [aMail({ Subject: "first" }), aMail({ Subject: "second" })];
    const fill = (messages: Buffer[]) =>
      dovecot.as(user, async (client) => {
        await client.mailboxCreate("Groups");
        for (const raw of messages) await client.append("Groups", raw);
      });
    await fill([first, second]);
    const listener = listen({ path: "Groups" });
    await isAt(2);
    const before = await place();
    await listener.stop();
    await dovecot.as(user, (client) => client.mailboxDelete("Groups"));
    await fill([second, aMail({ Subject: "third" })]);
    listen({ path: "Groups" });
    await keeps(["first", "second", "third"]);
    await isAt(2);
    expect((await place())?.uidValidity).not.toBe(before?.uidValidity);
  });

  test("the same message by IMAP and by SMTP is one", async () => {
    const raw = fixture("twice-by-groups");
    const smtp = await startSmtpListener({
      host: "127.0.0.1",
      port: 0,
      clinicEmail: "groups@clinic.example.org",
    });
    listeners.push({ stop: smtp.close });
    await createTransport({ host: "127.0.0.1", port: smtp.port, ignoreTLS: true }).sendMail({
      raw,
      envelope: { from: "ana@example.org", to: "groups@clinic.example.org" },
    });
    await append(fixture("twice-by-info"));
    listen();
    await isAt(1);
    expect(await db.message.count()).toBe(1);
    expect((await folders("INBOX")).map(({ seen }) => seen)).toEqual([true]);
  });

  test("a message that is too large stays there, is noted for staff once, and holds nothing up", async () => {
    const large = aMail({ Subject: "All our photos" }, `${"x".repeat(70)}\r\n`.repeat(370_000));
    await append(large);
    await append(aMail({ Subject: "small" }));
    const listener = listen();
    await isAt(2);
    const words = "This message is larger than 25 MB, so it was left in the mailbox. Please read it there.";
    const [note, other] = await db.message.findMany({ orderBy: { id: "asc" }, include: { thread: true } });
    expect(note).toMatchObject({ state: "unreadable", error: words, thread: { state: "new" } });
    expect(Buffer.from(note!.raw!).toString()).toMatch(/All our photos[\s\S]*Message-ID: </);
    expect(note!.raw!.length).toBeLessThan(2_000);
    expect(other?.state).toBe("received");
    expect((await folders("INBOX")).map(({ seen }) => seen)).toEqual([false, true]);
    // Nobody takes the note for a letter, whoever reads it again.
    await db.message.update({ where: { id: note!.id }, data: { state: "received" } });
    await readMessage(note!.id);
    expect(await db.message.findUnique({ where: { id: note!.id }, select: { state: true } })).toEqual({
      state: "unreadable",
    });
    await listener.stop();
    await db.mailboxPlace.deleteMany();
    listen();
    await isAt(2);
    expect(await db.message.count()).toBe(2);
  });

  test("a message that can't be kept is left there for staff, and the others go on", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    await db.$executeRaw`ALTER TABLE "Message" ADD CONSTRAINT "poison" CHECK (position('poison'::bytea in "raw") = 0)`;
    await append(aMail({ Subject: "bad" }, "poison"));
    await append(aMail({ Subject: "good" }));
    listen();
    await isAt(2);
    await db.$executeRaw`ALTER TABLE "Message" DROP CONSTRAINT "poison"`;
    const [note, other] = await db.message.findMany({
      orderBy: { id: "asc" },
      select: { state: true, error: true },
    });
    expect(note).toEqual({
      state: "unreadable",
      error: "The mailbox could not hand this message over, so it was left there. Please read it there.",
    });
    expect(other).toEqual({ state: "received", error: null });
    expect((await folders("INBOX")).map(({ seen }) => seen)).toEqual([false, true]);
  });

  test("whoever loses the database, and with it the turn, takes it again", async () => {
    listen();
    await append(aMail({ Subject: "before" }));
    await isAt(1);
    await db.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND classid = 7253`;
    await append(aMail({ Subject: "after" }));
    await keeps(["before", "after"]);
    await vi.waitFor(async () => expect(await mailboxIsRead()).toBe(true), 15_000);
  });

  test("it is known to all processes whether the mailbox is read", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    // Before it ends, it gives whoever it still serves ten seconds.
    const isRead = (expected: boolean) =>
      vi.waitFor(async () => expect(await mailboxIsRead()).toBe(expected), { timeout: 30_000, interval: 20 });
    const listener = listen();
    await isRead(true);
    await dovecot.stop();
    await isRead(false);
    await dovecot.start();
    await isRead(true);
    await listener.stop();
    await isRead(false);
  }, 90_000);

  test("one process reads at a time, and when it is killed another takes over", async () => {
    const program = `
      const { listenToMailbox } = await import("#lib/inbox/imap/listen.ts");
      listenToMailbox({ url: process.argv[1], done: "" });`;
    const other = spawn(process.execPath, ["--input-type=module", "--eval", program, dovecot.url(user)], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    try {
      await append(aMail({ Subject: "first" }));
      await isAt(1);
      listen();
      const turns = () => db.$queryRaw<{ granted: boolean }[]>`
        SELECT granted FROM pg_locks WHERE locktype = 'advisory' AND classid = 7253
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) ORDER BY granted`;
      await vi.waitFor(
        async () => expect(await turns()).toEqual([{ granted: false }, { granted: true }]),
        10_000,
      );
    } finally {
      other.kill("SIGKILL");
      await once(other, "exit");
    }
    await append(aMail({ Subject: "second" }));
    await keeps(["first", "second"]);
  });

  test("a password goes over a network encrypted, or not at all", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    const url = dovecot.url(user).replace("@127.0.0.1:", "@127.0.0.2:");
    listeners.push(listenToMailbox({ url, done: "" }));
    await vi.waitFor(() => expect(said).toHaveBeenCalled(), 10_000);
    expect(said.mock.calls).toEqual([["The mailbox of IMAP_URL can't be read just now. It is tried again."]]);
    expect(await mailboxIsRead()).toBe(false);
  });

  test("a password that is wrong is said once, without it", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    const url = dovecot.url(user).replace(encodeURIComponent("p@ss/word"), "guessed");
    listeners.push(listenToMailbox({ url, done: "" }));
    await vi.waitFor(() => expect(said).toHaveBeenCalled(), 10_000);
    expect(said.mock.calls).toEqual([
      ["The mailbox refuses the user or the password of IMAP_URL. It is tried again."],
    ]);
  });
});
