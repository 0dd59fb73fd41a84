// Makes an open cohort in which every seat is taken by somebody alone, and prints its id and their own links' tokens.
// Its arguments: a title, and how many seats.
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { linkToken } from "#lib/links/token.ts";
import { aCohort, aParty, member } from "#lib/testing/cast.ts";

const [title = "", seats = "1"] = process.argv.slice(2);
const firstOn = now().toZonedDateTimeISO("America/Toronto").toPlainDate().add({ weeks: 12 });
const cohortId = await aCohort({ title, capacity: Number(seats), firstOn });
const inside: string[] = [];
for (let index = 0; index < Number(seats); index += 1) {
  const { id, members } = await aParty(cohortId, [`Inside ${index} ${title}`], now());
  const [one] = members;
  if (!one) throw new Error("nobody is inside");
  await confirm(member(one.id), id);
  inside.push(linkToken("member", one.id));
}
console.log(JSON.stringify({ cohortId, inside }));
await db.$disconnect();
