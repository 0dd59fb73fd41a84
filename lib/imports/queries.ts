import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { canTakeList, destinationOf } from "./destination.ts";
import { plan } from "./plan.ts";
import type { ImportInput } from "./schema.ts";
import { readSheet, type SheetRefusal } from "./sheet.ts";

/** The cohorts that an admin may bring a list over to, the newest first, and the programs with an interest list. */
export async function loadDestinations(actor: Staff, at = now()) {
  if (!mayAdminister(actor)) return { cohorts: [], programs: [] };
  const [cohorts, programs] = await Promise.all([
    db.cohort.findMany({
      where: canTakeList(at),
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: 200,
      select: { id: true, title: true },
    }),
    db.program.findMany({
      where: { listed: true },
      orderBy: { title: "asc" },
      take: 50,
      select: { id: true, title: true },
    }),
  ]);
  return { cohorts, programs };
}

/** What would become of every row of a list. Notes that somebody looked: it tells who is in line already. */
export async function previewImport(actor: Staff, input: ImportInput, at = now()) {
  const sheet = readSheet(input.text);
  if (!sheet.ok) return sheet;
  const destination = mayAdminister(actor) ? await destinationOf(db, input.destinationId, at) : null;
  if (!destination) return refuse("not_there") satisfies Outcome<"not_there" | SheetRefusal, never>;
  await record(db, actor, "list.import-previewed", input.destinationId);
  return done({
    kind: destination.kind,
    title: destination.title,
    headings: sheet.value.headings,
    rows: plan(sheet.value, input, destination, at),
  });
}
