import { z } from "zod";

const whole = (message: string) => z.coerce.number({ error: message }).int(message);
const date = (message: string) =>
  z
    .string({ error: message })
    .trim()
    .regex(/^\d{4}-\d{2}-\d{2}$/, message)
    .transform(asDate(message));
const time = (message: string) =>
  z
    .string({ error: message })
    .trim()
    .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, message)
    .transform((text) => Temporal.PlainTime.from(text));

const skipWords = "Please write dates to skip as 2027-02-15, one a line.";

export const cohortSchema = z.object({
  programId: z.uuid("Please choose a program."),
  title: z
    .string({ error: "Please give the group a name." })
    .trim()
    .min(1, "Please give the group a name.")
    .max(120),
  description: z.string().trim().max(2000).default(""),
  firstOn: date("Please choose the date of the first session."),
  startsAt: time("Please write a time such as 18:30."),
  timeZone: z
    .string({ error: "Please choose a time zone." })
    .refine(isZone, "Please choose a time zone such as America/Toronto."),
  // One sentence at the field, however many of its lines are no dates.
  skip: z
    .string()
    .default("")
    .transform((text, context) => {
      const dates = z.array(date(skipWords)).safeParse(text.split(/[\s,;]+/).filter(Boolean));
      if (dates.success) return dates.data;
      context.addIssue({ code: "custom", message: skipWords });
      return z.NEVER;
    }),
  retreatOn: date("Please write a date such as 2027-02-20.").optional(),
  retreatStartsAt: time("Please write a time such as 10:00.").optional(),
  format: z.enum(["inPerson", "online", "hybrid"], "Please choose how the group meets."),
  place: z.string().trim().max(300).default(""),
  joinUrl: z.url("Please write a link such as https://meet.example.org/room.").max(500).optional(),
  fee: z.coerce
    .number("Please write an amount such as 420.")
    .min(0, "Please write an amount such as 420.")
    .max(100_000, "Please write an amount below 100,000.")
    .optional(),
  feeNote: z.string().trim().max(200).default(""),
  capacity: whole("Please write how many people the room holds.")
    .min(1, "A group needs at least one place.")
    .max(200, "At most 200 places."),
  largestParty: whole("Please write a number.").min(1, "At least one.").max(12, "At most 12.").default(4),
  audience: z.enum(["anyone", "partners", "individuals"]).default("anyone"),
  /** Admins choose; a facilitator who creates a cohort facilitates it. */
  facilitatorIds: z.array(z.uuid()).default([]),
});

export const chairsSchema = z.object({
  cohortId: z.uuid(),
  capacity: whole("Please write a number.")
    .min(1, "A group needs at least one place.")
    .max(200, "At most 200 places."),
});

export const cohortIdSchema = z.object({ cohortId: z.uuid() });

export type CohortInput = z.output<typeof cohortSchema>;

function asDate(message: string) {
  return (text: string, context: z.core.$RefinementCtx) => {
    try {
      return Temporal.PlainDate.from(text);
    } catch {
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    }
  };
}

function isZone(name: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
