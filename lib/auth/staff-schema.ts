import { z } from "zod";
import { Role } from "../../prisma/generated/enums.ts";

export const staffSchema = z.object({
  name: z
    .string({ error: "Please write a name." })
    .trim()
    .min(1, "Please write a name.")
    .max(120, "Please use at most 120 characters."),
  email: z
    .string({ error: "Please write an e-mail address." })
    .trim()
    .max(254, "Please use at most 254 characters.")
    .pipe(z.email("Please write an e-mail address such as sam@clinic.example.")),
  role: z.enum(Role, "Please choose what they may do."),
});

export const staffIdSchema = z.object({ userId: z.uuid() });

export type StaffInput = z.output<typeof staffSchema>;
