import { z } from "zod";
import { AttendanceStatus, MadeUpBy } from "../../prisma/generated/enums.ts";

const whom = { sessionId: z.uuid(), personId: z.uuid() };

const words = z.string().trim().max(2000, "Please keep the note under 2,000 characters.");

/** What a button says: a status, "madeUp call" with how, or "none" to take a mark back. */
const pressed = z.string().transform((value, context) => {
  const [status = "", madeUpBy] = value.split(" ");
  const parsed = z
    .object({
      status: z.enum([...Object.values(AttendanceStatus), "none"]),
      madeUpBy: z.enum(MadeUpBy).optional(),
    })
    .safeParse({ status, madeUpBy });
  if (!parsed.success || (madeUpBy && status !== "madeUp")) {
    context.addIssue({ code: "custom", message: "This mark is not known." });
    return z.NEVER;
  }
  return {
    status: parsed.data.status === "none" ? null : parsed.data.status,
    madeUpBy: parsed.data.madeUpBy ?? null,
  };
});

/** One press without JavaScript. */
export const markSchema = z.object({ ...whom, status: pressed });

export const waySchema = z.object({
  ...whom,
  online: z.enum(["yes", "no"]).transform((way) => way === "yes"),
});

export const noteSchema = z.object({ ...whom, note: words.default("") });

export const everyoneSchema = z.object({ sessionId: z.uuid() });

const tap = { id: z.uuid(), personId: z.uuid(), at: z.int().min(0).max(8_640_000_000_000_000) };

/** Taps that a browser kept until it had a line. `at` is in milliseconds, by our clock as far as it knows it. */
export const tapsSchema = z.object({
  taps: z
    .array(
      z.discriminatedUnion("kind", [
        z
          .object({
            ...tap,
            kind: z.literal("status"),
            status: z.enum(AttendanceStatus).nullable(),
            madeUpBy: z.enum(MadeUpBy).nullable(),
          })
          .refine(({ status, madeUpBy }) => !madeUpBy || status === "madeUp"),
        z.object({ ...tap, kind: z.literal("everyone"), status: z.literal("present") }),
        z.object({ ...tap, kind: z.literal("way"), online: z.boolean() }),
        z.object({ ...tap, kind: z.literal("note"), note: words }),
      ]),
    )
    .max(1000),
});

/** A tap as it is sent. */
export type SentTap = z.infer<typeof tapsSchema>["taps"][number];
