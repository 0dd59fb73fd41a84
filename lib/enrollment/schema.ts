import { z } from "zod";

const nameOf = (missing: string) =>
  z.string({ error: missing }).trim().min(1, missing).max(120, "Please use at most 120 characters.");

const wrongAddress = "Please write an e-mail address such as ana@example.org.";
const emailOf = (missing: string) =>
  z.string({ error: missing }).trim().max(254, wrongAddress).pipe(z.email(wrongAddress));

/** A partner as far as the form was filled in; whether it must be depends on who is coming. */
const partner = z.object({
  name: z.string().optional(),
  email: z.string().optional(),
  /** Reads the mailbox of whoever fills in the form. */
  shares: z.boolean().optional(),
});
type Partner = z.output<typeof partner>;

const completePartner = z.object({
  name: nameOf("Please write their name."),
  email: emailOf("Please write their e-mail address, or tick that they share yours."),
});

/** Who comes, as every form asks it: just me, me and my partner, or me and my partners, two of them or more. */
export const companyFields = {
  company: z.enum(["alone", "partner", "partners"], "Please choose who is coming."),
  name: nameOf("Please write your name."),
  email: emailOf("Please write your e-mail address."),
  others: z.array(partner.default({})).max(11).default([]),
};

type Company = z.output<z.ZodObject<typeof companyFields>>;

/** The people of a form with `companyFields`, the one who wrote first; a sentence for each who is not complete. */
export function withPeople<Form extends Company>(
  { company, name, email, others, ...form }: Form,
  context: z.core.$RefinementCtx,
) {
  const people = [{ name, email }];
  for (const index of Array(11).keys()) {
    const other = others[index] ?? {};
    if (!isComing(company, index, other)) continue;
    const parsed = completePartner.safeParse({
      name: other.name,
      email: other.shares ? email : other.email,
    });
    if (parsed.success) people.push(parsed.data);
    else for (const { path, message } of parsed.error.issues) complain(["others", index, ...path], message);
  }
  return { ...form, people };

  function complain(path: PropertyKey[], message: string) {
    context.addIssue({ code: "custom", path, message });
  }
}

export const enrollSchema = z
  .object({
    cohortId: z.uuid("Please choose a group."),
    formToken: z.uuid(),
    /** The signed link from our answer to an e-mail: whoever presses here reads that mailbox. */
    inquiry: z.string().max(100).optional(),
    ...companyFields,
  })
  .transform(withPeople);

export type Enroll = z.output<typeof enrollSchema>;

/** One partner; or the first two, and whoever else is written down. */
function isComing(
  company: "alone" | "partner" | "partners",
  index: number,
  { name, email, shares }: Partner,
): boolean {
  if (company === "alone") return false;
  if (company === "partner") return index === 0;
  return index < 2 || Boolean(name || email || shares);
}

export const enrollmentIdSchema = z.object({ enrollmentId: z.uuid() });

/** An answer to an applicant, with the reviewer's own words. */
export const declineSchema = enrollmentIdSchema.extend({
  words: z.string().trim().max(2000, "Please use at most 2000 characters.").default(""),
});

/** Where a party moves, and whether it joins the line there when there is no room. */
export const transferSchema = enrollmentIdSchema.extend({
  toCohortId: z.uuid("Please choose a group."),
  orLine: z.boolean().default(false),
});
/** A partner who is added later: with an address of their own, or one who reads the mailbox of whoever adds them. */
export const addPartnerSchema = z
  .object({
    name: nameOf("Please write their name."),
    email: z.string().optional(),
    shares: z.boolean().optional(),
  })
  .transform(({ name, email, shares }, context) => {
    if (shares) return { name, email: null };
    const parsed = completePartner.shape.email.safeParse(email);
    if (parsed.success) return { name, email: parsed.data };
    for (const { message } of parsed.error.issues)
      context.addIssue({ code: "custom", path: ["email"], message });
    return z.NEVER;
  });

/** Which member of an enrolment's party is asked once more. */
export const askAgainSchema = z.object({ enrollmentId: z.uuid(), memberId: z.uuid() });
