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

/** Asked also while something else is missing: whoever fills in a form hears of everything at once. */
export const always = { when: () => true };

/** A sentence for each partner who is coming and not complete. A shared address has its own, beside its own field. */
export function checkPartners({ company, others }: Company, context: z.core.$RefinementCtx) {
  for (const [index, { name, email, shares }] of coming(company, others)) {
    const parsed = completePartner.safeParse({ name, email });
    for (const { path, message } of parsed.error?.issues ?? []) {
      if (shares && path[0] === "email") continue;
      context.addIssue({ code: "custom", path: ["others", index, ...path], message });
    }
  }
}

/** The people of a form with `companyFields`, the one who wrote first. */
export function withPeople<Form extends Company>({ company, name, email, others, ...form }: Form) {
  const partners = coming(company, others).map(([, other]) =>
    completePartner.parse({ name: other.name, email: other.shares ? email : other.email }),
  );
  return { ...form, people: [{ name, email }, ...partners] };
}

export const enrollSchema = z
  .object({
    cohortId: z.uuid("Please choose a group."),
    formToken: z.uuid(),
    /** The signed link from our answer to an e-mail: whoever presses here reads that mailbox. */
    inquiry: z.string().max(100).optional(),
    ...companyFields,
  })
  .superRefine(checkPartners, always)
  .transform(withPeople);

export type Enroll = z.output<typeof enrollSchema>;

/** Which partners come, by their place in the form: one; or the first two, and whoever else is written down. */
function coming(company: Company["company"], others: Partner[] = []): [number, Partner][] {
  const counts = ({ name, email, shares }: Partner) => Boolean(name || email || shares);
  const least = { alone: 0, partner: 1, partners: 2 }[company] ?? 0;
  return Array.from({ length: company === "partners" ? 11 : least }, (_, index): [number, Partner] => [
    index,
    others[index] ?? {},
  ]).filter(([index, other]) => index < least || counts(other));
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
  .superRefine(({ email, shares }, context) => {
    const parsed = completePartner.shape.email.safeParse(email);
    for (const { message } of (!shares && parsed.error?.issues) || [])
      context.addIssue({ code: "custom", path: ["email"], message });
  }, always)
  .transform(({ name, email, shares }) => ({
    name,
    email: shares ? null : completePartner.shape.email.parse(email),
  }));

/** Which member of an enrolment's party is asked once more. */
export const askAgainSchema = z.object({ enrollmentId: z.uuid(), memberId: z.uuid() });
