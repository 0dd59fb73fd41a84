// Prints the id of a new open cohort that begins in seven weeks, made as a facilitator makes it. Its argument: how many seats.
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { aCohort } from "#lib/testing/cast.ts";

const firstOn = now().toZonedDateTimeISO("America/Toronto").toPlainDate().add({ weeks: 7 });
console.log(await aCohort({ capacity: Number(process.argv[2]), firstOn }));
await db.$disconnect();
