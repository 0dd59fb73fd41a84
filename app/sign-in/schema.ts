import { z } from "zod";

const email = z
  .string({ error: "Please write your e-mail address." })
  .trim()
  .pipe(z.email("Please write an e-mail address such as ana@example.org."));

export const askSchema = z.object({ email });

export const codeSchema = z.object({
  email,
  code: z
    .string({ error: "Please write the six digits from the e-mail." })
    .transform((typed) => typed.replaceAll(/\D/g, ""))
    .pipe(z.string().length(6, "The code has six digits.")),
});

export const welcomeSchema = z.object({
  token: z.string().max(100),
  name: z.string({ error: "Please write your name." }).trim().min(1, "Please write your name.").max(120),
  email,
});
