import type { Intent } from "../../prisma/generated/enums.ts";
import type { InquiryPerson } from "./people.ts";

/** What was read in a message: what its draft begins with, or goes on with. */
export type Drafted = {
  intent: Intent;
  people: InquiryPerson[];
  seats: number;
  /** The words about a group or time, as written. */
  mentions: string;
  confidence: number;
  /** The open cohort that they fit, if it is one. */
  cohortId: string | null;
};
