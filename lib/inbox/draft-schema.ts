import { z } from "zod";

const intents = [
  "enrol",
  "question",
  "change",
  "withdraw",
  "partnerReply",
  "referral",
  "automatic",
  "unrelated",
] as const;

/** Whether those who wrote can be asked for their yes to a place: whoever gives one up never is. */
export function asksForPlace(intent: (typeof intents)[number]): boolean {
  return intent === "enrol" || intent === "referral";
}

/** As many as a form takes; no party is larger. */
const mostPeople = 12;

const wrongAddress = "Please write an e-mail address such as ana@example.org.";

const person = z.object({
  name: z.string().trim().max(120, "Please use at most 120 characters.").default(""),
  email: z
    .union([z.literal(""), z.string().trim().max(254, wrongAddress).pipe(z.email(wrongAddress))], {
      error: wrongAddress,
    })
    .default(""),
});

/** What staff say that a message asks for. Lines left empty are nobody. */
export const draftSchema = z
  .object({
    threadId: z.uuid(),
    intent: z.enum(intents, "Please choose what they ask for."),
    seats: z.coerce
      .number("Please write how many places they ask for.")
      .int("Please write a whole number.")
      .min(0, "Please write how many places they ask for.")
      .max(mostPeople, `Please write at most ${mostPeople}.`),
    cohortId: z
      .union([z.literal(""), z.uuid()])
      .default("")
      .transform((id) => id || null),
    people: z.array(person.prefault({})).max(mostPeople).default([]),
  })
  .transform(({ people, ...draft }) => ({
    ...draft,
    people: people
      .filter(({ name, email }) => name || email)
      .map(({ name, email }) => ({ name, email: email.toLowerCase() || null })),
  }));

export type Draft = z.output<typeof draftSchema>;
