import { readFileSync } from "node:fs";

/** A message as it came over the wire, from `lib/reading/fixtures/single`. */
export function fixture(name: string): Buffer {
  return readFileSync(new URL(`../reading/fixtures/single/${name}.eml`, import.meta.url));
}

/** A plain message to the groups' mailbox; `headers` adds to it or says otherwise. */
export function aMail(
  headers: Record<string, string> = {},
  text = "Hello, is there room on Tuesdays?",
): Buffer {
  const all = {
    From: "Ana Moreau <ana@example.org>",
    To: "groups@clinic.example.org",
    Subject: "The Tuesday group",
    Date: "Mon, 23 Nov 2026 10:00:00 -0500",
    "Message-ID": `<${crypto.randomUUID()}@example.org>`,
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from([...lines, "", text, ""].join("\r\n"));
}
