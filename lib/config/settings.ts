import { z } from "zod";

const port = z.coerce.number().int().min(0).max(65535);

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/**
 * Every setting, with its default. They come from the environment, are checked once at the start, and
 * are listed in the README. `bin/start.ts` fills in what it provides itself (DATABASE_URL, SECRET).
 */
const settingsSchema = z.object({
  PORT: port.default(3000),
  APP_URL: z.url("must be an address such as https://groups.clinic.example").optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgresql:// address" }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  DATA_DIR: z.string().default(".data"),
  LARGEST_FILE_MB: z.coerce.number().int().min(1).max(2000).default(1024),
  S3_BUCKET: z.string().optional(),
  S3_ENDPOINT: z
    .url({ protocol: /^https?$/, error: "must be an address such as https://s3.example.com" })
    .optional(),
  S3_REGION: z.string().default("us-east-1"),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  CLINIC_NAME: z.string().min(1).default("Willow Street Psychotherapy"),
  CLINIC_EMAIL: z.email("must be the groups' e-mail address").default("groups@clinic.example.org"),
  CLINIC_ZONE: z
    .string()
    .refine(isZone, "must be a time zone such as America/Toronto")
    .default("America/Toronto"),
  CLINIC_REGION: z
    .string()
    .regex(
      /^[A-Z]{2}(-[A-Z0-9]{1,3}){0,2}$/,
      "must be a country, and a province if there is one, such as CA-ON",
    )
    .default("CA-ON"),
  WAKING_HOURS: z
    .string()
    .regex(/^([01]?\d|2[0-3])-([01]?\d|2[0-4])$/, "must be hours such as 9-20")
    .transform((text) => {
      const [from = 0, to = 24] = text.split("-").map(Number);
      return { from, to };
    })
    .refine(({ from, to }) => from < to, "must begin before it ends, such as 9-20")
    .prefault("9-20"),
  WAKING_DAYS: z
    .string()
    .transform((text) => text.split(",").map((day) => weekdays.indexOf(day.trim().toLowerCase()) + 1))
    .refine((days) => days.every((day) => day > 0), "must be days such as mon,tue,wed,thu,fri,sat")
    .prefault("mon,tue,wed,thu,fri,sat"),
  CRISIS_LINE: z.string().default("If you are in crisis, call or text 9-8-8 at any hour."),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be an smtp:// or smtps:// address" }).optional(),
  MAIL_PORT: port.default(2525),
  MAIL_HOST: z.string().default("127.0.0.1"),
  MAIL_CERT: z.string().optional(),
  MAIL_KEY: z.string().optional(),
  MAIL_INLET_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  IMAP_URL: z
    .url({ protocol: /^imaps?$/, error: "must be an imap:// or imaps:// address" })
    .refine(isMailbox, "must name a user and a password, as in imaps://user:password@host/folder")
    .optional(),
  IMAP_DONE: z.string().default(""),
  SENDER_CHECKS: z.enum(["on", "off"], "must be on or off").default("on"),
  TRUSTED_AUTHSERV: z.string().optional(),
  RUN: z.enum(["all", "web", "worker"], "must be all, web or worker").default("all"),
  CLOCK_FILE: z.string().optional(),
});

export type Settings = z.output<typeof settingsSchema>;

/** A setting that can't be used; its message is one sentence for the person who starts the program. */
export class BadSetting extends Error {}

/** Reads settings from `environment`. @throws BadSetting */
export function parseSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = settingsSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new BadSetting(`The setting ${String(first?.path[0])} ${first?.message ?? "can't be read"}.`);
}

let current: Settings | undefined;

/** The settings of this process. @throws BadSetting */
export function settings(): Settings {
  current ??= parseSettings(process.env);
  return current;
}

/** Where people reach this clinic, without a slash at the end. */
export function appUrl(): string {
  return (settings().APP_URL ?? `http://localhost:${settings().PORT}`).replace(/\/$/, "");
}

/** The most bytes that a file may have. */
export function largestFile(): number {
  return settings().LARGEST_FILE_MB * 1024 * 1024;
}

/** Whether Next is building: no database is there, and nothing rendered now is ever served. */
export function isBuilding(): boolean {
  return process.env.NEXT_PHASE === "phase-production-build";
}

function isMailbox(url: string): boolean {
  try {
    const { username, password, pathname } = new URL(url);
    decodeURIComponent(pathname);
    return [username, password].every((part) => decodeURIComponent(part) !== "");
  } catch {
    return false;
  }
}

function isZone(name: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
