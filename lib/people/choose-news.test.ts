import { beforeAll, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { linkToken } from "#lib/links/token.ts";
import { whyWithheld } from "#lib/mail/withheld.ts";
import { aCohort, aParty } from "#lib/testing/cast.ts";
import { GET, POST } from "../../app/api/unsubscribe/[token]/route.ts";
import { chooseNews, loadNewsChoices, newsBehind } from "./choose-news.ts";

let personId: string;
let memberId: string;
let token: string;

beforeAll(async () => {
  const [ana] = (await aParty(await aCohort(), ["Ana"])).members;
  personId = ana!.personId;
  memberId = ana!.id;
  token = linkToken("unsubscribe", personId);
});

const letter = (template: string) => ({
  template,
  props: { memberId },
  address: "ana@example.org",
  threadId: null,
});
const click = (body: string, to = token) =>
  POST(
    new Request(`https://kindroom.example/api/unsubscribe/${to}`, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body,
    }),
    { params: Promise.resolve({ token: to }) },
  );

test("one click stops the news, and nothing that is about a place", async () => {
  expect(await whyWithheld(letter("invitation"))).toBeNull();
  expect((await click("List-Unsubscribe=One-Click")).status).toBe(200);
  expect((await click("List-Unsubscribe=One-Click")).status).toBe(200);
  expect(await whyWithheld(letter("invitation"))).toBe("They asked for no such mail.");
  expect(await whyWithheld(letter("please-confirm"))).toBeNull();
  const said = await db.consent.findMany({
    where: { personId, purpose: "news" },
    select: { given: true, how: true },
  });
  expect(said).toEqual([{ given: false, how: "one-click" }]);
});

test("what is said later counts, and what was said before is kept", async () => {
  const actor = { kind: "participant" as const, userId: crypto.randomUUID(), email: "ANA@example.org" };
  expect(await loadNewsChoices(actor)).toEqual([{ id: personId, name: "Ana", wanted: false }]);
  expect(await chooseNews(actor, { personId, wanted: true })).toEqual({ ok: true, value: undefined });
  expect(await whyWithheld(letter("invitation"))).toBeNull();
  expect(await db.consent.count({ where: { personId, purpose: "news" } })).toBe(2);
});

test("opening the address, and posting anything else, changes nothing", async () => {
  const opened = await GET(new Request("https://kindroom.example/"), { params: Promise.resolve({ token }) });
  expect([opened.status, opened.headers.get("Location")]).toEqual([303, `/unsubscribe/${token}`]);
  expect((await click("")).status).toBe(400);
  expect((await click("List-Unsubscribe=No")).status).toBe(400);
  expect((await click("List-Unsubscribe=One-Click", linkToken("member", personId))).status).toBe(404);
  expect(await newsBehind(token)).toEqual({ wanted: true });
});

test("nobody chooses for somebody else", async () => {
  const actor = { kind: "participant" as const, userId: crypto.randomUUID(), email: "noor@example.org" };
  expect(await chooseNews(actor, { personId, wanted: false })).toEqual({ ok: false, reason: "not_there" });
});
