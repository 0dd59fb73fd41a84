import { expect, test } from "vitest";
import { parseSettings } from "./settings.ts";

test.each([
  "imaps://groups:secret@mail.example.org",
  "imap://groups%40example.org:p%40ss%2Fword@[::1]:1143/Groups/New",
])("%s is a mailbox", (IMAP_URL) => {
  expect(parseSettings({ IMAP_URL }).IMAP_URL).toBe(IMAP_URL);
});

test.each([
  ["https://groups:secret@mail.example.org", "must be an imap:// or imaps:// address"],
  ["imaps://mail.example.org", "must name a user and a password"],
  ["imaps://groups@mail.example.org", "must name a user and a password"],
  ["imaps://groups:50%@mail.example.org", "must name a user and a password"],
])("%s is refused, without repeating it", (IMAP_URL, words) => {
  const parse = () => parseSettings({ IMAP_URL });
  expect(parse).toThrow(`The setting IMAP_URL ${words}`);
  expect(parse).not.toThrow("groups:");
});
