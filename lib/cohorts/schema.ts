import { z } from "zod";
import type { Rhythm } from "./plan.ts";

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

const atMost = (characters: string) => `Please use at most ${characters} characters.`;

const skipWords = "Please write dates to skip as 2027-02-15, one a line.";

const local = (message: string) =>
  z
    .string()
    .trim()
    .transform((text, context) => {
      try {
        return Temporal.PlainDateTime.from(text);
      } catch {
        context.addIssue({ code: "custom", message });
        return z.NEVER;
      }
    })
    .optional();
const hours = (least: number, most: number) => {
  const message = `Please write a number of hours from ${least} to ${most}.`;
  return whole(message).min(least, message).max(most, message);
};

// What can be said of a cohort when it is planned, and changed at any time after.

const named = {
  title: z
    .string({ error: "Please give the group a name." })
    .trim()
    .min(1, "Please give the group a name.")
    .max(120, atMost("120")),
  description: z.string().trim().max(2000, atMost("2,000")).default(""),
};

const settings = {
  place: z.string().trim().max(300, atMost("300")).default(""),
  joinUrl: z
    .url("Please write a link such as https://meet.example.org/room.")
    .max(500, atMost("500"))
    .optional(),
  fee: z.coerce
    .number("Please write an amount such as 420.")
    .min(0, "Please write an amount such as 420.")
    .max(100_000, "Please write an amount below 100,000.")
    .optional(),
  feeNote: z.string().trim().max(200, atMost("200")).default(""),
  capacity: whole("Please write how many people the room holds.")
    .min(1, "A group needs at least one place.")
    .max(200, "At most 200 places."),
  largestParty: whole("Please write a number.").min(1, "At least one.").max(12, "At most 12.").default(4),
  audience: z.enum(["anyone", "partners", "individuals"]).default("anyone"),
  /** So many of its sessions make somebody complete. */
  completeFrom: whole("Please write a number.").min(1, "At least one.").max(60, "At most 60.").default(7),
};

const yesOrNo = (usual: "yes" | "no") =>
  z
    .enum(["yes", "no"], "Please choose one.")
    .default(usual)
    .transform((answer) => answer === "yes");

/** How its places are given: each has a usual value, so that nobody has to think of it. */
const giving = {
  smallest: whole("Please write a number.").min(1, "At least one.").max(200, "At most 200.").default(1),
  policy: z.enum(["fit", "inOrder"], "Please choose one.").default("fit"),
  offerHours: hours(1, 336).default(48),
  reminderHours: hours(1, 336).default(24),
  cutoffHours: hours(0, 2160).default(24),
  savingHours: hours(0, 2160).default(48),
  declineKeeps: yesOrNo("yes"),
  reviews: yesOrNo("no"),
  /** On the wall of the cohort's zone. */
  opensAt: local("Please write a day and a time such as 2027-01-04, 09:00."),
  closesAt: local("Please write a day and a time such as 2027-01-10, 18:00."),
};

type Giving = z.output<z.ZodObject<typeof giving>>;

/** What can't be true together, each at the field where it is mended. */
function agree(input: Giving & { capacity: number }, context: z.core.$RefinementCtx) {
  const complain = (field: keyof Giving, message: string) =>
    context.addIssue({ code: "custom", path: [field], message });
  if (input.smallest > input.capacity)
    complain("smallest", `The room holds ${input.capacity}, so it can't need more people than that.`);
  if (input.savingHours < input.cutoffHours)
    complain(
      "savingHours",
      "Places are saved no longer than they are offered: please write as many hours as above, or more.",
    );
  if (input.reminderHours >= input.offerHours)
    complain("reminderHours", "Please write fewer hours than there are for an answer.");
  if (input.opensAt && input.closesAt && Temporal.PlainDateTime.compare(input.opensAt, input.closesAt) >= 0)
    complain("closesAt", "Enrolment ends after it opens: please write a later time.");
}

export const cohortSchema = z
  .object({
    // In the order in which the form asks, so that what is missing is listed in it too.
    programId: z.uuid("Please choose a program."),
    ...named,
    firstOn: date("Please choose the date of the first session."),
    startsAt: time("Please write a time such as 18:30."),
    timeZone: z
      .string({ error: "Please choose a time zone." })
      .refine(isZone, "Please choose a time zone such as America/Toronto."),
    rhythm: z.enum(["weekly", "fortnightly", "twiceWeekly"], "Please choose one.").default("weekly"),
    /** The second weekday of a group that meets twice a week: 1 for Monday to 7. */
    alsoOn: z.coerce.number("Please choose a weekday.").int().min(1).max(7).optional(),
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
    /** Ticked in the list of the dates: holidays on which it doesn't meet. */
    skipDays: z.array(date(skipWords)).default([]),
    /** Every session as it was shown and edited, on the wall of the cohort's zone. */
    dates: z.array(local("Please write a day and a time such as 2027-01-12, 18:30.")).default([]),
    retreatOn: date("Please write a date such as 2027-02-20.").optional(),
    retreatStartsAt: time("Please write a time such as 10:00.").optional(),
    format: z.enum(["inPerson", "online", "hybrid"], "Please choose how the group meets."),
    /** Admins choose; a facilitator who creates a cohort facilitates it. */
    facilitatorIds: z.array(z.uuid()).default([]),
    ...settings,
    ...giving,
  })
  .superRefine(agree)
  .superRefine(inOrder)
  .superRefine(twoWeekdays);

export const editSchema = z
  .object({ cohortId: z.uuid(), ...named, ...settings, ...giving })
  .superRefine(agree);

export const chairsSchema = z.object({
  cohortId: z.uuid(),
  capacity: whole("Please write a number.")
    .min(1, "A group needs at least one place.")
    .max(200, "At most 200 places."),
});

export const cohortIdSchema = z.object({ cohortId: z.uuid() });

export const cancelSchema = cohortIdSchema.extend({
  reason: z
    .string({ error: "Please write a sentence that everyone will read." })
    .trim()
    .min(3, "Please write a sentence that everyone will read.")
    .max(1000, "Please use at most 1000 characters."),
});

/** A group that meets twice a week has two weekdays. */
function twoWeekdays(
  { rhythm, alsoOn, firstOn }: { rhythm: string; alsoOn?: number; firstOn: Temporal.PlainDate },
  context: z.core.$RefinementCtx,
) {
  if (rhythm !== "twiceWeekly") return;
  const complain = (message: string) => context.addIssue({ code: "custom", path: ["alsoOn"], message });
  if (alsoOn === undefined) complain("Please choose the second weekday.");
  else if (alsoOn === firstOn.dayOfWeek)
    complain("The first session is on this weekday: please choose another.");
}

/** Sessions follow one another; each that comes too early is told so at its own date. */
function inOrder(
  { dates }: { dates: (Temporal.PlainDateTime | undefined)[] },
  context: z.core.$RefinementCtx,
) {
  dates.forEach((date, index) => {
    const before = dates[index - 1];
    if (!date)
      context.addIssue({ code: "custom", path: ["dates", index], message: "Please write a day and a time." });
    else if (before && Temporal.PlainDateTime.compare(before, date) >= 0)
      context.addIssue({
        code: "custom",
        path: ["dates", index],
        message: "This is not after the session before it.",
      });
  });
}

export type GivingName = keyof Giving;

/** What is not said of how places are given is as usual. */
export type CohortInput = Omit<
  z.output<typeof cohortSchema>,
  keyof Giving | "skipDays" | "dates" | "completeFrom" | "rhythm"
> &
  Partial<Giving> & {
    completeFrom?: number;
    rhythm?: Rhythm;
    skipDays?: Temporal.PlainDate[];
    dates?: (Temporal.PlainDateTime | undefined)[];
  };

export type EditInput = z.output<typeof editSchema>;

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
