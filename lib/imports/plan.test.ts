import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "./decode.ts";
import { guessFields } from "./fields.ts";
import { placesOf } from "./places.ts";
import { asksDateOrder, type Destination, guessDateOrder, plan } from "./plan.ts";
import { readSheet, type Sheet } from "./sheet.ts";
import { partyWords } from "./words.ts";

const at = Temporal.Instant.from("2026-11-23T15:00:00Z");
const anywhere: Destination = {
  timeZone: "America/Toronto",
  largestParty: 4,
  audience: "anyone",
  there: new Map(),
};

function sheetOf(text: string): Sheet {
  const read = readSheet(text);
  if (!read.ok) throw new Error(read.reason);
  return read.value;
}

function columnsOf(sheet: Sheet) {
  return guessFields(
    sheet.headings,
    sheet.rows.map(({ cells }) => cells),
  );
}

/** Each row in a line: what it becomes, with the guesses. */
function planned(text: string, destination: Partial<Destination> = {}) {
  const sheet = sheetOf(text);
  const columns = columnsOf(sheet);
  const rows = plan(
    sheet,
    { columns, order: guessDateOrder(sheet, columns) },
    { ...anywhere, ...destination },
    at,
  );
  return rows
    .toSorted((a, b) => a.number - b.number)
    .map((row) =>
      row.kind === "party"
        ? [
            `${row.number} ${row.people.map(({ name, email }) => `${name} <${email}>`).join(", ")}: ${partyWords(row)}`,
            ...row.remarks,
          ].join(" | ")
        : `${row.number} ${row.kind}: ${row.sentences.join(" ")}`,
    );
}

const messy = () => {
  const text = decode(readFileSync(join(import.meta.dirname, "fixtures/waitlist.csv")));
  if (!text.ok) throw new Error(text.reason);
  return text.value;
};

test("a messy spreadsheet: every row is a party, or says why not", () => {
  expect(planned(messy())).toEqual([
    "1 skipped: It stands above the headings.",
    "5 skipped: It says the same as row 11.",
    "6 Renée Côté <renee@example.org>: 1 person, waiting since 14 February 2026",
    "7 Mika Laine <mika@example.org>, Dov Laine <mika@example.org>: party of 2, waiting since 20 January 2026 | Letters to Dov Laine go to mika@example.org too: there is no address of their own.",
    "8 Tom Silva <tom@example.org>: 1 person, waiting since 5 March 2026",
    "9 Uma Rao <uma@example.org>: 1 person, waiting since 3 April 2026",
    "10 Ines Duarte <ines@example.org>: 1 person, no date: after everybody with one",
    "11 Noor Haddad <noor@example.org>, Ana Silva <ana@example.org>: party of 2, waiting since 1 February 2026",
    "12 problem: There is no name.",
    "13 problem: “kai.example.org” can't be an e-mail address.",
    "14 problem: “30/02/2026” is not a date such as 3 March 2026.",
    "15 problem: “01/01/2099” is in the future.",
    "16 problem: They are 5, and a party in this group has at most 4.",
    "17 problem: There are 2 addresses, but one name.",
    "18 Quinn <quinn@example.org>, Quinn's partner <quinn@example.org>: party of 2, waiting since 9 February 2026 | One name is not in the list. | Letters to Quinn's partner go to quinn@example.org too: there is no address of their own.",
    "20 skipped: It is a total, and nobody's name.",
  ]);
});

test("a list in the messy sheet's other tongues: tabs, German headings, no title", () => {
  expect(
    planned("Vorname\tNachname\tE-Mail\tAngemeldet\nJörg\tWeiß\tjoerg@example.org\t3. März 2026\n"),
  ).toEqual(["2 Jörg Weiß <joerg@example.org>: 1 person, waiting since 3 March 2026"]);
});

test("without headings the cells say what the columns are", () => {
  expect(planned("Ana Silva,ana@example.org,2026-03-03\nKim Park,kim@example.org,2026-03-04")).toEqual([
    "1 Ana Silva <ana@example.org>: 1 person, waiting since 3 March 2026",
    "2 Kim Park <kim@example.org>: 1 person, waiting since 4 March 2026",
  ]);
});

test("dates that read two ways ask for the whole file, and the others answer when they agree", () => {
  const list = (date: string) =>
    `Name,Email,Date\nAna,ana@example.org,03/04/2026\nKim,kim@example.org,${date}`;
  const order = (text: string) => guessDateOrder(sheetOf(text), columnsOf(sheetOf(text)));
  expect(asksDateOrder(sheetOf(list("")), columnsOf(sheetOf(list(""))))).toBe(true);
  expect(order(list(""))).toBe(null);
  expect(order(list("25/03/2026"))).toBe("day");
  expect(order(list("03/25/2026"))).toBe("month");
  expect(planned(list("3 May 2026"))[0]).toBe(
    "2 problem: “03/04/2026” reads two ways: please say whether the day or the month comes first.",
  );
  expect(planned(list("03/25/2026"))[0]).toContain("4 March 2026");
  expect(planned(list("25/03/2026"))[0]).toContain("3 April 2026");
});

test.each([
  ["Ana & Noor", "a@x.org n@x.org", "", ["Ana <a@x.org>", "Noor <n@x.org>"]],
  ["Ana and Noor Haddad", "a@x.org; n@x.org", "", ["Ana <a@x.org>", "Noor Haddad <n@x.org>"]],
  [
    "Ana / Noor / Sol",
    "a@x.org, n@x.org, s@x.org",
    "3",
    ["Ana <a@x.org>", "Noor <n@x.org>", "Sol <s@x.org>"],
  ],
  ["Ana, Noor", "a@x.org\nn@x.org", "", ["Ana <a@x.org>", "Noor <n@x.org>"]],
  ["Silva, Ana", "Ana <a@x.org>", "", ["Ana Silva <a@x.org>"]],
  ["Ana (she/her)", "mailto:a@x.org", "1 person", ["Ana <a@x.org>"]],
])("%s with %s", (name, email, people, expected) => {
  const rows = plan(
    { headings: ["", "", ""], above: [], rows: [{ number: 1, cells: [name, email, people] }] },
    { columns: ["name", "email", "people"], order: null },
    anywhere,
    at,
  );
  const [row] = rows;
  expect(row?.kind === "party" && row.people.map(({ name, email }) => `${name} <${email}>`)).toEqual(
    expected,
  );
});

test("who is there already is skipped, and who does not suit the group is a problem", () => {
  const list = "Name,Email\nAna,Ana@Example.org\nKim,kim@example.org\nMax & Mo,max@example.org";
  const there = new Map([
    ["ana@example.org", "waiting"],
    ["kim@example.org", "placed"],
  ] as const);
  expect(planned(list, { there, audience: "individuals" })).toEqual([
    "2 skipped: Somebody with this address waits there already.",
    "3 skipped: Somebody with this address has a place there already.",
    "4 problem: This group is for individuals only.",
  ]);
});

test("another party with the same address is a problem of the later one", () => {
  expect(planned("Name,Email,Date\nAna,a@x.org,2026-02-02\nKim,a@x.org,2026-01-01")[0]).toBe(
    "2 problem: Row 3 has the same address, and other people.",
  );
});

test("a quotation mark that nothing closes does not swallow the rest", () => {
  expect(planned('Name,Email\n"Ana,ana@example.org\nKim,kim@example.org').at(-1)).toContain("Kim");
});

describe("encodings", () => {
  const text = "Name;E-mail\nRenée;renee@example.org\n";
  const utf16 = (mark: boolean) => Buffer.from((mark ? "\uFEFF" : "") + text, "utf16le");
  test.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${text}`)],
    ["UTF-16", utf16(true)],
    ["UTF-16 without a mark", utf16(false)],
    ["UTF-16, the other way round", utf16(true).swap16()],
    ["Windows-1252", Buffer.from(text, "latin1")],
  ])("%s", (_, bytes) => expect(decode(bytes)).toEqual({ ok: true, value: text }));

  test("a workbook, something that is no text, and too much of it are told apart", () => {
    expect(decode(Buffer.from("PK\x03\x04 and so on"))).toEqual({ ok: false, reason: "workbook" });
    expect(decode(Buffer.from([1, 2, 0, 0, 3]))).toEqual({ ok: false, reason: "not_text" });
    expect(decode(Buffer.alloc(2 * 1024 * 1024 + 1, "a"))).toEqual({ ok: false, reason: "too_large" });
  });
});

test("a list is empty, or longer than 2,000 rows", () => {
  const rows = (count: number) => `Name,Email\n${"Ana,ana@example.org\n".repeat(count)}`;
  expect(readSheet(" \n;;;\n")).toEqual({ ok: false, reason: "empty" });
  expect(readSheet(rows(0))).toEqual({ ok: false, reason: "empty" });
  expect(readSheet(rows(2001))).toEqual({ ok: false, reason: "too_many_rows" });
  expect(sheetOf(rows(2000)).rows).toHaveLength(2000);
});

test("places follow the dates, then the list, and no two are the same", () => {
  const sheet = sheetOf(
    "Name,Email,Date\nLast,l@x.org,\nB,b@x.org,2026-03-03\nC,c@x.org,2026-03-03\nA,a@x.org,2026-01-01 14:30\nLater,m@x.org,",
  );
  const rows = plan(sheet, { columns: columnsOf(sheet), order: null }, anywhere, at);
  const places = placesOf(
    rows.filter((row) => row.kind === "party"),
    "America/Toronto",
    at,
  );
  expect(places.map(({ party, joinedAt }) => `${party.people[0]?.name} ${joinedAt}`)).toEqual([
    "A 2026-01-01T19:30:00Z",
    "B 2026-03-03T05:00:00Z",
    "C 2026-03-03T05:00:00.001Z",
    "Last 2026-03-03T05:00:00.002Z",
    "Later 2026-03-03T05:00:00.003Z",
  ]);
});

const cell = fc.oneof(
  fc.constantFrom(
    "Ana & Noor",
    "Silva, Ana",
    "a@x.org",
    "b@x.org; c@x.org",
    "03/04/2026",
    "31/12/1999",
    "2",
    "Total",
    "",
  ),
  fc.string({ unit: "binary", maxLength: 30 }),
);
const heading = fc.constantFrom("Name", "Partner", "E-mail", "E-mail 2", "Date", "# people", "Notes", "");
const table = fc
  .record({
    delimiter: fc.constantFrom(",", ";", "\t", "|"),
    headings: fc.array(heading, { maxLength: 8 }),
    rows: fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }),
  })
  .map(({ delimiter, headings, rows }) => [headings, ...rows].map((row) => row.join(delimiter)).join("\n"));

test("whatever the text, every row is a party or has a sentence, and what people are can be stored", () => {
  fc.assert(
    fc.property(
      fc.oneof(table, fc.string({ unit: "binary", maxLength: 400 })),
      fc.boolean(),
      (text, byDay) => {
        const read = readSheet(text);
        if (!read.ok) return;
        const sheet = read.value;
        const order = guessDateOrder(sheet, columnsOf(sheet)) ?? (byDay ? "day" : null);
        const rows = plan(sheet, { columns: columnsOf(sheet), order }, anywhere, at);
        expect(rows.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(
          [...sheet.above, ...sheet.rows].map(({ number }) => number),
        );
        const addresses = new Set<string>();
        for (const row of rows) {
          if (row.kind !== "party") {
            expect(row.sentences.join("")).toMatch(/\S/);
            continue;
          }
          expect(row.people.length).toBeGreaterThan(0);
          expect(row.people.length).toBeLessThanOrEqual(anywhere.largestParty);
          const own = new Set(row.people.map(({ email }) => email.toLowerCase()));
          for (const address of own) {
            expect(addresses).not.toContain(address);
            addresses.add(address);
          }
          for (const { name, email } of row.people) {
            expect(name).toMatch(/\p{L}/u);
            expect(`${name}${email}`.isWellFormed() && !/\p{Cc}/u.test(name)).toBe(true);
            expect(email).toMatch(/^\S+@\S+\.\S+$/);
          }
        }
      },
    ),
    { numRuns: 2000 },
  );
});
