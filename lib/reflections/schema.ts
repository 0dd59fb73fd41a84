import { z } from "zod";

const member = { memberId: z.uuid() };

const text = z
  .string({ error: "Please write something first." })
  .trim()
  .min(1, "Please write something first.")
  .max(20_000, "Please use at most 20,000 characters, or write a second one.");

/** What it is about, if anything: "session:…", "material:…". */
const about = z
  .string()
  .regex(/^(session|material):[0-9a-f-]{36}$/)
  .optional()
  .transform((about) => {
    const [kind, id = ""] = about?.split(":") ?? [];
    return { sessionId: kind === "session" ? id : null, materialId: kind === "material" ? id : null };
  });

export const writeReflectionSchema = z.object({ ...member, text, about });
export const changeReflectionSchema = z.object({ ...member, reflectionId: z.uuid(), text });
export const reflectionIdSchema = z.object({ ...member, reflectionId: z.uuid() });

export type WriteReflection = z.output<typeof writeReflectionSchema>;
export type ChangeReflection = z.output<typeof changeReflectionSchema>;
export type ReflectionId = z.output<typeof reflectionIdSchema>;
