import { z } from "zod";
import { asMaterial, findStarter } from "./starters.ts";

const upload = (message: string) => z.file({ error: message });
const date = z.iso.date("Please choose a date.").optional();
const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, "Please write a time such as 18:30.")
  .optional();

const where = {
  sessionId: z.uuid("Please choose a session."),
  release: z.enum(["afterSession", "atTime", "byHand"], "Please choose when it appears."),
  /** For "at a time": in the cohort's zone. */
  releaseOn: date,
  releaseTime: time,
};

const common = {
  ...where,
  title: z
    .string({ error: "Please give it a title." })
    .trim()
    .min(1, "Please give it a title.")
    .max(160, "Please use at most 160 characters."),
};

/** One of our own, chosen: it becomes a text with its title. */
const fromLibrary = z
  .object({ ...where, kind: z.literal("library"), starter: z.string().optional() })
  .transform(({ starter: slug = "", ...material }, context) => {
    const starter = findStarter(slug);
    if (starter) return { ...material, kind: "text" as const, ...asMaterial(starter) };
    context.addIssue({ code: "custom", path: ["starter"], message: "Please choose a practice." });
    return z.NEVER;
  });

/** A recording, a handout or a text, written or from the library, and when participants see it. */
export const materialSchema = z
  .discriminatedUnion("kind", [
    z.object({ ...common, kind: z.literal("recording"), upload: upload("Please choose an audio file.") }),
    z.object({ ...common, kind: z.literal("handout"), upload: upload("Please choose a PDF file.") }),
    z.object({
      ...common,
      kind: z.literal("text"),
      text: z
        .string({ error: "Please write the text." })
        .trim()
        .min(1, "Please write the text.")
        .max(20_000, "Please use at most 20,000 characters."),
    }),
    fromLibrary,
  ])
  .transform(({ releaseOn, releaseTime, ...material }, context) => {
    if (material.release !== "atTime") return { ...material, releaseLocal: null };
    if (!releaseOn)
      context.addIssue({ code: "custom", path: ["releaseOn"], message: "Please choose a date." });
    if (!releaseTime)
      context.addIssue({
        code: "custom",
        path: ["releaseTime"],
        message: "Please write a time such as 18:30.",
      });
    if (!releaseOn || !releaseTime) return z.NEVER;
    return { ...material, releaseLocal: Temporal.PlainDate.from(releaseOn).toPlainDateTime(releaseTime) };
  });

export const materialIdSchema = z.object({ materialId: z.uuid() });

export type MaterialInput = z.output<typeof materialSchema>;
