import { Prisma } from "../../prisma/generated/client.ts";
import type { Drafted } from "./drafted.ts";

export type NewInquiry = Drafted & { id: string; address: string };

/**
 * Opens the inquiries of threads, as a piece of the statement that opens these. A thread has one: mail that follows
 * extends it. `inquiries` selects the thread, and its inquiry as JSON.
 */
export function inquiriesInsert(inquiries: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "Inquiry" ("id", "threadId", "address", "intent", "people", "seats", "mentions", "confidence", "cohortId")
    SELECT i."id", g.thread, i."address", i."intent", i."people", i."seats", i."mentions", i."confidence", i."cohortId"
    FROM (${inquiries}) AS g(thread, inquiry), jsonb_to_record(g.inquiry) AS i("id" uuid, "address" citext,
      "intent" "Intent", "people" jsonb, "seats" int, "mentions" text, "confidence" float, "cohortId" uuid)`;
}
