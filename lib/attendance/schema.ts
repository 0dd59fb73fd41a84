import { z } from "zod";
import { AttendanceStatus } from "../../prisma/generated/enums.ts";

const whom = { sessionId: z.uuid(), personId: z.uuid() };

/** One tap: "none" takes a mark back. */
export const markSchema = z.object({
  ...whom,
  status: z
    .enum([...Object.values(AttendanceStatus), "none"])
    .transform((status) => (status === "none" ? null : status)),
});

export const noteSchema = z.object({
  ...whom,
  note: z.string().trim().max(2000, "Please keep the note under 2,000 characters.").default(""),
});

export const everyoneSchema = z.object({ sessionId: z.uuid() });
