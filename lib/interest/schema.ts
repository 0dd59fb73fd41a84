import { z } from "zod";
import { always, checkPartners, companyFields, withPeople } from "#lib/enrollment/schema.ts";
import { weekTimes } from "./times.ts";

const wishFields = {
  suits: z.array(z.enum(weekTimes)).default([]),
  format: z.enum(["any", "inPerson", "online"]).default("any"),
};

const wishOf = ({ format }: { format: "any" | "inPerson" | "online" }) => (format === "any" ? null : format);

/** What suits a party, said later behind a member's own link. */
export const wishSchema = z
  .object({ token: z.string().max(100), ...wishFields })
  .transform((form) => ({ ...form, format: wishOf(form) }));

export type Wish = Pick<z.output<typeof wishSchema>, "suits" | "format">;

/** The form with which a party joins the interest list. */
export const interestSchema = z
  .object({
    programId: z.uuid("Please choose a program."),
    formToken: z.uuid(),
    ...companyFields,
    ...wishFields,
    note: z.string().trim().max(1000, "Please use at most 1000 characters.").default(""),
  })
  .superRefine(checkPartners, always)
  .transform(withPeople)
  .transform((form) => ({ ...form, format: wishOf(form) }));

export type JoinInterest = z.output<typeof interestSchema>;

/** How many days people may take to answer an invitation. */
export const replyDays = [2, 3, 5, 7, 10, 14];

/** Who is invited to a cohort, and how long they may take to answer. */
export const waveSchema = z.object({
  cohortId: z.uuid(),
  interestIds: z
    .array(z.uuid(), "Please tick who is invited.")
    .min(1, "Please tick who is invited.")
    .max(200, "Please invite at most 200 parties at once."),
  days: z.coerce
    .number("Please choose how long they may take.")
    .refine((days) => replyDays.includes(days), "Please choose how long they may take."),
});

export type SendWave = z.output<typeof waveSchema>;
