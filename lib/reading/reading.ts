import type { Intent } from "../../prisma/generated/enums.ts";

/** What a message asks, who would come, and the words that say so. It is stored with the message. */
export type Reading = {
  intent: Intent;
  /** Those who take a seat if the message is granted, the sender first if among them. */
  people: ReadPerson[];
  seats: number;
  /** The words for the group or time they prefer, with commas between. */
  mentions: string;
  /** How sure the reading is, 0 to 1. */
  confidence: number;
  /** Where in the new text each finding comes from. */
  evidence: Evidence[];
};

export type ReadPerson = { name: string | null; email: string | null };

export type Evidence = {
  finding: "intent" | "people" | "seats" | "mentions";
  words: string;
  start: number;
  end: number;
};

/** Below this, a draft asks a person. */
export const sureEnough = 0.6;
