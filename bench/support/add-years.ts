// Runs as a program of its own: the settings of a process, and so its database, are read once.
import { db } from "#lib/db/client.ts";
import { addYears } from "#lib/testing/demo-large.ts";

await addYears();
await db.$disconnect();
