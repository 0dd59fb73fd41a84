import { z } from "zod";
import { fields } from "./fields.ts";

/** So many characters a list may have, as a file or pasted. */
export const mostText = 2 * 1024 * 1024;

/** A list that was read, and what its columns are: all that is needed to bring it over. */
export const importSchema = z.object({
  /** A cohort, or a program whose interest list it goes to. */
  destinationId: z.uuid("Please choose where it goes."),
  /** Of one reading of one list: the same one sent twice is brought over once. */
  importToken: z.uuid(),
  text: z.string().max(mostText),
  columns: z.array(z.enum(fields)).max(60),
  order: z.enum(["day", "month"]).nullable(),
});

export type ImportInput = z.output<typeof importSchema>;
