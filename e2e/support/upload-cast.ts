import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { aCohort, aParty, member, robin, sam } from "#lib/testing/cast.ts";
import { signedIn } from "./cookie.ts";

// Runs as a program of its own, with the settings of the clinic that it fills: Ana takes part in Sam's cohort, Kim in Robin's.
const at = now();
const firstOn = at.toZonedDateTimeISO("America/Toronto").toPlainDate().add({ days: 60 });
const cohortId = await aCohort({ firstOn }, await sam());
const others = await aCohort({ firstOn, title: "Summer mornings" }, await robin());
for (const [cohort, name] of [
  [cohortId, "Ana"],
  [others, "Kim"],
] as const) {
  const party = await aParty(cohort, [name], at);
  await confirm(member(party.members[0]?.id ?? ""), party.id, at);
}
const session = await db.session.findFirstOrThrow({ where: { cohortId, position: 1 } });
const cookies = {
  sam: await signedIn("sam@willowstreet.example"),
  ana: await signedIn("ana@example.org"),
  kim: await signedIn("kim@example.org"),
};
process.stdout.write(JSON.stringify({ cohortId, sessionId: session.id, cookies }));
await db.$disconnect();
