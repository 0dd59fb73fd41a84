import { z } from "zod";

/** Who an e-mail seems to be about, the sender first: what the form begins with, never more than a suggestion. */
export const inquiryPeople = z.array(z.object({ name: z.string(), email: z.string().nullable() }));

export type InquiryPerson = z.output<typeof inquiryPeople>[number];
