import { expect, test } from "vitest";
import { parseAddress } from "./address.ts";

test("an address is read with whatever stands in it", () => {
  expect(parseAddress("imap://groups%40example.org:p%40ss%2Fword@[::1]:1143/Groups/New")).toEqual({
    host: "::1",
    port: 1143,
    secure: false,
    user: "groups@example.org",
    password: "p@ss/word",
    folder: ["Groups", "New"],
    name: "groups@example.org@[::1]/Groups/New",
  });
  expect(parseAddress("imaps://groups:secret@mail.example.org")).toMatchObject({
    port: 993,
    secure: true,
    folder: ["INBOX"],
    name: "groups@mail.example.org/INBOX",
  });
});
