import { expect, test } from "vitest";
import { aMail, fixture } from "#lib/testing/incoming.ts";
import { readMail } from "./read-mail.ts";

async function read(raw: Buffer) {
  const outcome = await readMail(raw);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

test("the sender comes first, then who got a copy", async () => {
  const { people, mentions } = (await read(fixture("couple-in-copy"))).reading;
  expect(people).toEqual([
    { name: "Marguerite Delacroix-Owens", email: "margo.do@example.org" },
    { name: "Ines Delacroix-Owens", email: "ines.do@example.org" },
  ]);
  expect(mentions).toBe("evenings");
});

test("an address in the text is a person", async () => {
  expect((await read(fixture("address-in-text"))).reading.people).toEqual([
    { name: "tavita leota", email: "tavita.leota@example.com" },
    { name: "Dag", email: "d.brandvold@example.net" },
  ]);
});

test("HTML alone is read as text, and Reply-To is the sender", async () => {
  const {
    text,
    reading: { people },
  } = await read(fixture("html-only"));
  expect(people).toEqual([
    { name: "Sabine Quillon", email: "sabine.quillon@example.net" },
    { name: "Lior Benamou", email: "lior.b@example.net" },
  ]);
  expect(text).not.toContain("<");
});

test.each([
  ["mixed", ["text/html", "application/pdf"]],
  ["related", ["text/html", "image/png"]],
  ["alternative", ["text/html"]],
])("HTML without text beside it is read as text in a multipart/%s too", async (kind, types) => {
  const parts = types.map((type) =>
    type === "text/html"
      ? `--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>My wife Ines and I would love to join, <b>two seats</b> please.</p>\r\n`
      : `--b\r\nContent-Type: ${type}; name=file\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n`,
  );
  const { text, reading, attachments } = await read(
    aMail({ "Content-Type": `multipart/${kind}; boundary=b` }, `${parts.join("")}--b--\r\n`),
  );
  expect(text).toBe("My wife Ines and I would love to join, two seats please.");
  expect([reading.intent, reading.seats, attachments.length]).toEqual(["enrol", 2, types.length - 1]);
});

test("a reply's text is what is new in it", async () => {
  const { text, inReplyTo } = await read(fixture("reply-with-quote"));
  expect(text).toBe(
    "That's right, it's me, and yes, I want the seat Bettina asked for. You can use this address for anything about the group.\n\nOdalys",
  );
  expect(inReplyTo).toBe("e2b7c9d0-10aa@clinic.example.org");
});

test("damaged headers are no reason to give up", async () => {
  const { sender, subject } = await read(fixture("damaged"));
  expect(sender).toEqual({ name: "Kelvin - Growth", email: "kelvin@growth.example.net" });
  expect(subject).toBe("Re: your website first page");
});

test.each([
  ["My partner Noor Haddad <Noor@example.org> and I", "Noor Haddad"],
  ["I come with Noor (noor@example.org).", "Noor"],
  ["This is Noor, noor@example.org", "Noor"],
  ["my partner noor@example.org", null],
  ["Her address: noor@example.org", null],
  ["Write to Noor. E-mail noor@example.org", "Noor"],
])("%s", async (text, name) => {
  expect((await read(aMail({}, `${text} would like to join. We are two people.`))).reading.people).toEqual([
    { name: "Ana Moreau", email: "ana@example.org" },
    { name, email: "noor@example.org" },
  ]);
});

test("our own address, an office's and the sender's again are nobody new", async () => {
  const copies = { Cc: "groups+x@clinic.example.org, info@clinic.example.org" };
  const {
    reading: { people },
  } = await read(
    aMail(copies, "Please sign me up.\nAna\nAna@Example.org\nsent to groups@clinic.example.org"),
  );
  expect(people).toEqual([{ name: "Ana Moreau", email: "ana@example.org" }]);
});

test.each([
  ["Tuesdays after 5 are best", "tuesdays after 5"],
  ["the Thursday evening group, or the online one", "thursday evening group, online one"],
  ["le mardi soir", "mardi soir"],
  ["el sábado por la mañana", "sábado por la mañana"],
  ["We are sunny and mondaine", ""],
])("what they say of a time in “%s”", async (text, words) => {
  const mail = await read(aMail({ Subject: "Hello" }, `Please sign me up: ${text}.`));
  expect(mail.reading.mentions).toBe(words);
});

test("what the database would refuse is taken out", async () => {
  const { reading, text } = await read(
    aMail(
      { From: '"A\0na" <ana@example.org>', "Content-Type": "text/plain; charset=utf-16le" },
      "\0\0\ud800",
    ),
  );
  expect(JSON.stringify([reading, text])).not.toMatch(/\\u0000|\\ud8/);
});

test.each([
  ["nothing", Buffer.alloc(0)],
  ["bytes", Buffer.from([0, 255, 10, 10, 7])],
  ["a sender without an address", aMail({ From: "Ana" })],
])("%s can't be answered", async (_, raw) => {
  expect(await readMail(raw)).toEqual({ ok: false, reason: "no_sender" });
});

test.each([
  ["one word", "a"],
  ["capitals", "A"],
  ["lines", "\n"],
  ["names in lines", "Ana\n"],
  ["names in a row", "Ana Moreau "],
  ["names and names", "Ana and "],
  ["a family without end", "my wife and "],
  ["addresses", "Ana <ana@example.org>, "],
  ["half addresses", "a@"],
  ["letters of another script", "林"],
  ["a form without end", "Name: Ana\n"],
  ["headers", "From: a\n"],
  ["quotes", "On Tuesday, Ana wrote "],
  ["days", "tuesday "],
  ["wishes", "I would like to "],
  ["questions", "could you?"],
  ["numbers", "two seats "],
  ["closings", "many thanks "],
])("%s, again and again, take no time to read", async (_, words) => {
  const raw = aMail({}, words.repeat(Math.ceil(20_000 / words.length)));
  await readMail(raw);
  const before = process.cpuUsage();
  await readMail(raw);
  // The processor's time, which a busy machine doesn't change: an expression that goes astray takes minutes.
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(400);
});
