import { z } from "zod";
import { Intent } from "../../prisma/generated/enums.ts";

/** What a message asks, who would come, and the words that say so. It is stored with the message. */
export const reading = z.object({
  intent: z.enum(Intent),
  /** Those who take a seat if the message is granted, the sender first if among them. */
  people: z.array(z.object({ name: z.string().nullable(), email: z.string().nullable() })),
  seats: z.number().int().min(0),
  /** The words for the group or time they prefer, with commas between. */
  mentions: z.string(),
  /** How sure the reading is, 0 to 1. */
  confidence: z.number().min(0).max(1),
  /** Where in the new text each finding comes from. */
  evidence: z.array(
    z.object({
      finding: z.enum(["intent", "people", "seats", "mentions"]),
      words: z.string(),
      start: z.number().int().min(0),
      end: z.number().int().min(0),
    }),
  ),
});

export type Reading = z.output<typeof reading>;
export type Evidence = Reading["evidence"][number];
export type Finding = Evidence["finding"];
export type ReadPerson = Reading["people"][number];

/** Below this, a draft asks a person. */
export const sureEnough = 0.6;
