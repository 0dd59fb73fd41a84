import { z } from "zod";
import { isLanguage } from "./languages.ts";

/** A year; nobody means more. */
const mostMinutes = 366 * 1440;

const about = {
  title: z
    .string({ error: "Please give it a title." })
    .trim()
    .min(1, "Please give it a title.")
    .max(160, "Please use at most 160 characters."),
  language: z.string().refine(isLanguage, "Please choose a language.").default("en"),
  minutes: z.coerce
    .number("Please write a number of minutes.")
    .int("Please write whole minutes.")
    .min(1, "Please write at least 1 minute.")
    .max(1440, "Please write at most a day.")
    .optional(),
  transcript: z.string().trim().max(200_000, "Please use at most 200,000 characters.").default(""),
  licence: z.string().trim().max(500, "Please use at most 500 characters.").default(""),
};

/** A file comes with the form, or came before it by an upload, whose id the form has in its place. */
const file = (what: string) => ({ upload: z.union([z.file(), z.uuid()], `Please choose ${what}.`) });

const contents = {
  recording: z.object({ kind: z.literal("recording"), ...file("an audio or video file") }),
  handout: z.object({ kind: z.literal("handout"), ...file("a PDF file") }),
  link: z.object({
    kind: z.literal("link"),
    url: z
      .url({ protocol: /^https?$/, error: "Please write an address such as https://example.org." })
      .max(2000, "Please use at most 2,000 characters."),
  }),
  text: z.object({
    kind: z.literal("text"),
    text: z
      .string({ error: "Please write the text." })
      .trim()
      .min(1, "Please write the text.")
      .max(20_000, "Please use at most 20,000 characters."),
  }),
};

const which = { materialId: z.uuid() };

/** Something new in a material. */
export const addVersionSchema = z.discriminatedUnion("kind", [
  contents.recording.extend(which),
  contents.handout.extend(which),
  contents.link.extend(which),
  contents.text.extend(which),
]);

/** What is said about a material, changed. */
export const editMaterialSchema = z.object({ ...which, ...about });

/** A material for the library. */
export const newMaterialSchema = z.discriminatedUnion("kind", [
  contents.recording.extend(about),
  contents.handout.extend(about),
  contents.link.extend(about),
  contents.text.extend(about),
]);

const amount = z.coerce
  .number("Please write a number.")
  .int("Please write a whole number.")
  .min(0, "Please write 0 or more.")
  .default(0);
const unit = z.enum(["minutes", "hours", "days"]).default("minutes");
const minutesIn = { minutes: 1, hours: 60, days: 1440 };

const rule = {
  rule: z.enum(["beforeSession", "afterSession", "atTime", "byHand"], "Please choose when it appears."),
  offset: amount,
  offsetUnit: unit,
  /** For "at a time": in the cohort's zone. */
  appearsOn: z.iso.date("Please choose a date.").optional(),
  appearsTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, "Please write a time such as 18:30.")
    .optional(),
  forMissed: z.enum(["too", "later", "never"]).default("too"),
  missedOffset: amount,
  missedUnit: unit,
};
const ruleFields = z.object(rule);

/** When a material appears, as stored: whatever belongs to another rule is left out. */
export type ReleaseInput = {
  rule: z.output<typeof ruleFields>["rule"];
  offsetMinutes: number;
  appearsLocal: Temporal.PlainDateTime | null;
  forMissed: z.output<typeof ruleFields>["forMissed"];
  missedOffsetMinutes: number;
};

function ruleFrom(
  given: z.output<typeof ruleFields>,
  context: z.RefinementCtx,
): ReleaseInput | typeof z.NEVER {
  const complain = (path: string, message: string) => {
    context.addIssue({ code: "custom", path: [path], message });
    return z.NEVER;
  };
  const offsetMinutes = /Session$/.test(given.rule) ? given.offset * minutesIn[given.offsetUnit] : 0;
  const missedOffsetMinutes =
    given.forMissed === "later" ? given.missedOffset * minutesIn[given.missedUnit] : 0;
  if (offsetMinutes > mostMinutes) return complain("offset", "Please write at most a year.");
  if (missedOffsetMinutes > mostMinutes) return complain("missedOffset", "Please write at most a year.");
  const kept = { rule: given.rule, offsetMinutes, forMissed: given.forMissed, missedOffsetMinutes };
  if (given.rule !== "atTime") return { ...kept, appearsLocal: null };
  if (!given.appearsOn) complain("appearsOn", "Please choose a date.");
  if (!given.appearsTime) complain("appearsTime", "Please write a time such as 18:30.");
  if (!given.appearsOn || !given.appearsTime) return z.NEVER;
  return {
    ...kept,
    appearsLocal: Temporal.PlainDate.from(given.appearsOn).toPlainDateTime(given.appearsTime),
  };
}

/** Another rule for a release. */
export const changeRuleSchema = z
  .object({ releaseId: z.uuid(), ...rule })
  .transform(({ releaseId, ...given }, context) => ({ releaseId, rule: ruleFrom(given, context) }));

/** What a session of a program begins with. A program has no dates, so nothing appears at one. */
export const defaultSchema = z
  .object({
    programSessionId: z.uuid(),
    materialId: z.uuid("Please choose something from the library."),
    ...rule,
    rule: z.enum(["beforeSession", "afterSession", "byHand"], "Please choose when it appears."),
  })
  .transform(({ programSessionId, materialId, ...given }, context) => ({
    programSessionId,
    materialId,
    rule: ruleFrom(given, context),
  }));

const session = { sessionId: z.uuid("Please choose a session.") };
const added = { ...about, ...rule, ...session, inLibrary: z.stringbool().default(false) };

/** Something for a session of a cohort: from the library, or new. */
export const attachSchema = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("library"),
      materialId: z.uuid("Please choose something from the library."),
      ...rule,
      ...session,
    }),
    contents.recording.extend(added),
    contents.handout.extend(added),
    contents.link.extend(added),
    contents.text.extend(added),
  ])
  .transform((given, context) => {
    const rule = ruleFrom(given, context);
    if (given.kind === "library")
      return { sessionId: given.sessionId, rule, material: { id: given.materialId } };
    const { sessionId, inLibrary, ...material } = given;
    return { sessionId, rule, material: { added: material, inLibrary } };
  });

export const defaultIdSchema = z.object({ defaultId: z.uuid() });
export const releaseIdSchema = z.object({ releaseId: z.uuid() });
export const materialIdSchema = z.object(which);

export type DefaultInput = z.output<typeof defaultSchema>;
export type MaterialAbout = Omit<z.output<typeof editMaterialSchema>, "materialId">;
export type NewMaterial = MaterialAbout & Content;
/** What is in a material. */
export type Content =
  | { kind: "recording" | "handout"; upload: File | string }
  | { kind: "link"; url: string }
  | { kind: "text"; text: string };
