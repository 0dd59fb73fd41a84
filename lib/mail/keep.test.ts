import { expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { linkToken } from "#lib/links/token.ts";
import { aCohort, alex, aParty } from "#lib/testing/cast.ts";
import { loadMessage } from "./queries.ts";
import { resendMessage } from "./resend.ts";
import { sendMessage } from "./send.ts";

test("without a mail server a message is kept, and an admin reads it with its link", async () => {
  const party = await aParty(await aCohort(), ["Kim"]);
  const { id } = await db.message.findFirstOrThrow({ where: { address: "kim@example.org" } });
  await sendMessage(id);
  const stored = await db.message.findUniqueOrThrow({ where: { id } });
  expect([stored.state, stored.subject]).toEqual(["kept", "Your place is kept until Wednesday 25 November"]);
  const secret = linkToken("member", party.members[0]!.id, 1);
  expect(stored.text).not.toContain(secret);

  const admin = await alex();
  const seen = await loadMessage(admin, id);
  expect(seen?.preview?.text).toContain(`https://kindroom.example/place/${secret}`);
  expect(
    await db.auditEvent.count({ where: { subjectId: id, action: "message.seen", actorId: admin.userId } }),
  ).toBe(1);
  expect(await resendMessage(admin, id)).toEqual({ ok: false, reason: "no_smtp" });
});
