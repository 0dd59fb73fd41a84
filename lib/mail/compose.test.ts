import { type ParsedMail, simpleParser } from "mailparser";
import { createTransport } from "nodemailer";
import { SMTPServer } from "smtp-server";
import { afterAll, describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { threadAddress } from "#lib/links/thread-address.ts";
import { chainTo } from "./chain.ts";
import { compose, type Outgoing } from "./compose.ts";
import { renderSample, templates } from "./render.ts";
import { automaticTemplates, choices, type Template } from "./template.ts";

let raw = Buffer.alloc(0);
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData(stream, _session, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      raw = Buffer.concat(chunks);
      done();
    });
  },
});
await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
const address = server.server.address();
const transport = createTransport({
  url: `smtp://127.0.0.1:${typeof address === "object" ? address?.port : 0}`,
});
afterAll(() => new Promise<void>((closed) => server.close(closed)));

/** A letter as it arrives at a mail server. */
async function sent(
  template: Template,
  changes: Partial<Outgoing> = {},
  around: Parameters<typeof compose>[2] = {},
) {
  const message: Outgoing = {
    template,
    messageId: "0192-our-own@clinic.example.org",
    inReplyTo: null,
    threadId: null,
    address: "ana@example.org",
    name: "Ana Moreau",
    ...changes,
  };
  const unsubscribes = choices[template] ? crypto.randomUUID() : null;
  await transport.sendMail(compose(message, await renderSample(template), { unsubscribes, ...around }));
  const mail = await simpleParser(raw);
  const [head = ""] = raw.toString("latin1").split("\r\n\r\n");
  return { mail, head, text: raw.toString("latin1") };
}

const count = (mail: ParsedMail, name: string) => mail.headerLines.filter(({ key }) => key === name).length;

describe.each(templates)("%s, as it arrives,", (template) => {
  test("has the form that the standards ask for", async () => {
    const { mail, head, text } = await sent(template);
    for (const name of ["from", "to", "date", "message-id", "subject", "mime-version"])
      expect([name, count(mail, name)]).toEqual([name, 1]);
    expect(mail.from?.value).toEqual([
      { name: "Willow Street Psychotherapy", address: "groups@clinic.example.org" },
    ]);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(Math.max(...text.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(998);
    expect(head).toMatch(/^[\t\x20-\x7e\r\n]*$/);
    expect(mail.subject).toMatch(/^[^\r\n<>]{3,120}$/);
    expect(head).toMatch(/^Content-Type: multipart\/alternative;/m);
    const parts = [...text.matchAll(/^Content-Type: (text\/\w+); charset=(\S+)/gm)].map(
      ([, type, charset]) => [type, charset],
    );
    expect(parts).toEqual([
      ["text/plain", "utf-8"],
      ["text/html", "utf-8"],
    ]);
    expect(mail.text?.trim().length).toBeGreaterThan(80);
    const html = (mail.html || "").replaceAll(/<style[\s\S]*?<\/style>|<[^>]+>/g, " ");
    for (const word of (mail.text ?? "").match(/\p{L}{6,}/gu)?.slice(0, 20) ?? [])
      if (!/https?:/.test(word)) expect((mail.html || "") + html).toContain(word);
  });

  test("can be unsubscribed from with one click where it is about no place of theirs, and nowhere else", async () => {
    const { head } = await sent(template);
    const due = template in choices;
    expect(
      /^List-Unsubscribe: <https:\/\/kindroom\.example\/api\/unsubscribe\/[\w-]+>\r?$/m.test(
        head.replaceAll(/\r\n[ \t]+/g, " "),
      ),
    ).toBe(due);
    expect(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m.test(head)).toBe(due);
  });

  test("says that a machine wrote it when one did", async () => {
    const { mail } = await sent(template);
    expect(mail.headers.has("auto-submitted")).toBe(automaticTemplates.includes(template));
  });
});

test("a name and an id from outside bring no header of their own", async () => {
  const { mail, head } = await sent(
    "acknowledgement",
    {
      name: 'Ana"\r\nBcc: eve@example.net\r\n <x@y>',
      inReplyTo: "a\r\nBcc: eve@example.net",
    },
    { references: ["ok@example.org", "b c\r\nX-Bad: 1", "ü@example.org"] },
  );
  expect(count(mail, "bcc")).toBe(0);
  expect(head).not.toMatch(/^(X-Bad|Bcc)/m);
  expect(mail.references).toBe("<ok@example.org>");
});

test("what belongs to a thread is answered to the thread's own address, under the whole chain", async () => {
  const { id: threadId } = await db.thread.create({ data: { subject: "", lastMessageAt: new Date(0) } });
  const chain = ["one@example.org", "two@clinic.example.org", "three@example.org"];
  for (const [index, messageId] of chain.entries())
    await db.message.create({
      data: {
        direction: "outgoing",
        state: "sent",
        template: "acknowledgement",
        props: {},
        address: "ana@example.org",
        messageId,
        inReplyTo: chain[index - 1] ?? "before@example.org",
        threadId,
      },
    });
  const references = await chainTo("three@example.org", threadId);
  expect(references).toEqual(["before@example.org", ...chain]);
  const { mail } = await sent(
    "acknowledgement",
    { threadId, inReplyTo: "three@example.org" },
    { references },
  );
  expect(mail.replyTo?.value[0]?.address).toBe(threadAddress(threadId));
  expect(mail.inReplyTo).toBe("<three@example.org>");
  expect(mail.references).toEqual(references.map((id) => `<${id}>`));
});

test("Message-IDs that lead in a circle lead to an end", async () => {
  const { id: threadId } = await db.thread.create({ data: { subject: "", lastMessageAt: new Date(0) } });
  for (const [messageId, inReplyTo] of [
    ["a@x", "b@x"],
    ["b@x", "a@x"],
    ["b@x", "a@x"],
  ])
    await db.message.create({
      data: {
        direction: "outgoing",
        state: "sent",
        template: "acknowledgement",
        props: {},
        address: "ana@example.org",
        messageId,
        inReplyTo,
        threadId,
      },
    });
  expect((await chainTo("a@x", threadId)).sort()).toEqual(["a@x", "b@x"]);
});
