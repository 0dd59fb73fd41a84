import { writeFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { addStaff } from "#lib/auth/add-staff.ts";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { aCohort, alex, aParty, member, monday, robin, sam } from "#lib/testing/cast.ts";
import { makeCertificates, makeMyCertificate } from "./certificate.ts";
import { mark } from "./mark.ts";
import { exportTaught, loadTaught, printTaught } from "./taught.ts";

const after = Temporal.Instant.from("2027-05-01T12:00:00Z");

async function aFinishedGroup(names: string[]) {
  const actor = await sam();
  const cohortId = await aCohort();
  const party = await aParty(cohortId, names);
  for (const { id } of party.members) await confirm(member(id), party.id, monday);
  const sessions = await db.session.findMany({ where: { cohortId }, orderBy: { position: "asc" } });
  const [first, second] = party.members as [(typeof party.members)[0], (typeof party.members)[0]];
  for (const { id } of sessions.slice(0, 7))
    await mark(actor, { sessionId: id, personId: first.personId, status: "present" });
  await mark(actor, { sessionId: sessions[0]!.id, personId: second.personId, status: "present" });
  return { actor, cohortId, first, second };
}

async function pagesOf(pdf: Buffer) {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const page = await document.getPage(index + 1);
      const { items } = await page.getTextContent();
      const [, , width, height] = page.view as [number, number, number, number];
      return { text: items.map((item) => ("str" in item ? item.str : "")).join(" "), width, height };
    }),
  );
}

test("who completed has a certificate, read back with their name as it is written", async () => {
  const { actor, cohortId } = await aFinishedGroup(["Zoë Żeromska", "Noor"]);
  const made = await makeCertificates(actor, cohortId, undefined, after);
  if (process.env.LOOK) writeFileSync(process.env.LOOK, made!.pdf);
  const pages = await pagesOf(made!.pdf);
  expect(pages).toHaveLength(1);
  const { text, width, height } = pages[0]!;
  expect(text.replaceAll(/\s+/g, "")).toContain("ZoëŻeromska");
  expect(text).toContain("Mindful Self-Compassion");
  expect(text).toContain("Sam Lindqvist");
  expect(text).toMatch(/from Tuesday 12 January 2027 to/);
  // The clinic of the tests is in Ontario: Letter, on its side.
  expect([width, height]).toEqual([792, 612]);
  expect(await makeCertificates(await robin(), cohortId, undefined, after)).toBe(null);
});

test("a participant has their own, and nobody else's", async () => {
  const { first, second } = await aFinishedGroup(["Ana", "Noor"]);
  const as = (email: string) => ({ kind: "participant" as const, userId: crypto.randomUUID(), email });
  const ana = as("ana@example.org");
  const pages = await pagesOf((await makeMyCertificate(ana, first.id, after))!.pdf);
  expect(pages.map(({ text }) => text.includes("Ana"))).toEqual([true]);
  expect(await makeMyCertificate(as("noor@example.org"), first.id, after)).toBe(null);
  expect(await makeMyCertificate(as("noor@example.org"), second.id, after)).toBe(null);
});

test("a facilitator's record has each session that is over; an admin sees anybody's, a colleague does not", async () => {
  const tove = await addStaff(
    db,
    { kind: "job" },
    { name: "Tove Lind", email: "tove@willowstreet.example", role: "facilitator" },
  );
  await aCohort({ title: "Tove’s group" }, tove);
  expect((await loadTaught(tove, undefined, monday))?.sessions).toEqual([]);
  const at = Temporal.Instant.from("2027-01-20T12:00:00Z");
  const taught = await loadTaught(tove, undefined, at);
  expect(taught?.sessions.map(({ group, role, title }) => [group, role, title])).toEqual([
    ["Tove’s group", "Facilitator", "Practicing mindfulness"],
    ["Tove’s group", "Facilitator", "Discovering mindful self-compassion"],
  ]);
  expect((await exportTaught(await alex(), tove.userId, at))?.csv.split("\r\n")).toHaveLength(3);
  const [page] = await pagesOf((await printTaught(tove, undefined, at))!.pdf);
  expect(page?.text).toContain("2 sessions");
  expect(page?.text).toContain("Practicing mindfulness, Tove’s group");
  expect(await loadTaught(await robin(), tove.userId, at)).toBe(null);
});
