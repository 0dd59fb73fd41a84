// Makes a group of Sam's whose first evening has just begun, with a text for its people that waits to be released, and
// prints the evening's id. Its arguments: a title, and the names of the people, those of a party joined by "+".
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { attachMaterial } from "#lib/library/attach.ts";
import { aCohort, aParty, member, sam } from "#lib/testing/cast.ts";

const [title = "", ...parties] = process.argv.slice(2);
const began = now().subtract({ hours: 1 }).toZonedDateTimeISO("America/Toronto").round("minute");
const cohortId = await aCohort({
  title,
  format: "hybrid",
  firstOn: began.toPlainDate(),
  startsAt: began.toPlainTime(),
});
const before = now().subtract({ hours: 24 * 30 });
for (const names of parties) {
  const { id, members } = await aParty(cohortId, names.split("+"), before);
  for (const each of members) await confirm(member(each.id), id, before);
}
const { id: sessionId } = await db.session.findFirstOrThrow({ where: { cohortId, position: 1 } });
const outcome = await attachMaterial(await sam(), {
  sessionId,
  rule: { rule: "byHand", offsetMinutes: 0, appearsLocal: null, forMissed: "too", missedOffsetMinutes: 0 },
  material: {
    added: { kind: "text", title: "A pause", text: "Breathe.", language: "en", transcript: "", licence: "" },
    inLibrary: false,
  },
});
if (!outcome.ok) throw new Error(outcome.reason);
console.log(sessionId);
await db.$disconnect();
