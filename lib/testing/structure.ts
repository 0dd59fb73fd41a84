import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

export type SourceFile = { path: string; text: string };

/** The modules of `lib/`, from what everything may lean on to what leans on everything: an arrow points up this list. */
export const order = [
  "config",
  "clock",
  "links",
  "db",
  "audit",
  "files",
  "mail",
  "auth",
  "reading",
  "library",
  "programs",
  "people",
  "inquiries",
  "seats",
  "attendance",
  "waitlist",
  "enrollment",
  "cohorts",
  "interest",
  "imports",
  "materials",
  "reflections",
  "questions",
  "announcements",
  "reminders",
  "inbox",
  "privacy",
  "invariants",
  "jobs",
  "testing",
];

/** The one module that writes each table. */
export const writers: Record<string, string> = {
  AuditEvent: "audit",
  Message: "mail",
  Thread: "mail",
  Attachment: "mail",
  Suppression: "mail",
  ThreadNote: "inbox",
  ThreadParty: "inbox",
  SavedAnswer: "inbox",
  MailboxPlace: "inbox",
  User: "auth",
  SignIn: "auth",
  SignInToken: "auth",
  File: "files",
  Program: "programs",
  ProgramSession: "programs",
  Person: "people",
  Party: "people",
  Member: "people",
  Consent: "people",
  Inquiry: "inquiries",
  Enrollment: "seats",
  Acceptance: "seats",
  WaitlistDecision: "waitlist",
  Interest: "interest",
  Wave: "interest",
  Invitation: "interest",
  Cohort: "cohorts",
  CohortFacilitator: "cohorts",
  Session: "cohorts",
  AttendanceMark: "attendance",
  Material: "library",
  MaterialVersion: "library",
  Release: "library",
  DefaultMaterial: "programs",
  ReleaseNotice: "materials",
  Attendance: "attendance",
  MakeUp: "attendance",
  Reflection: "reflections",
  Question: "questions",
  Announcement: "announcements",
  AnnouncementLetter: "announcements",
  Reminder: "reminders",
};

/** The product's own sources, tests left out. */
export function sources(root: string): SourceFile[] {
  return ["app", "lib", "emails", "bin", "instrumentation.ts"]
    .flatMap((start) => filesBelow(join(root, start)))
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => ({ path: relative(root, file), text: readFileSync(file, "utf8") }));
}

/** Every breach of the layout, each with its mend. */
export function breaches(files: SourceFile[]): string[] {
  return [
    ...files.flatMap(arrowsAgainstTheOrder),
    ...cycles(files),
    ...files.flatMap(writesOfOthersTables),
    ...files.flatMap(hiddenInputs),
  ];
}

function arrowsAgainstTheOrder(file: SourceFile): string[] {
  const from = placeOf(file.path);
  return importsOf(file).flatMap((target) => {
    const to = placeOf(target);
    const arrow = `${file.path} imports ${target}`;
    if (to.top === "app" && from.top !== "app")
      return [`${arrow}: only app/ may. Move what both need into lib/.`];
    if (from.top === "app" && /^lib\/db\/(client|transaction)\.ts$/.test(target))
      return [`${arrow}: screens don't reach the database. Add a query or a verb to its noun in lib/.`];
    if (from.top === "emails" && to.top !== "emails")
      return [`${arrow}: a message gets everything as props. Load it in lib/mail.`];
    if (
      to.top === "emails" &&
      from.top !== "emails" &&
      from.module !== "mail" &&
      !file.path.startsWith("app/staff/mails")
    )
      return [`${arrow}: only lib/mail renders messages. Queue one with queueMail.`];
    if (to.module === "testing" && from.module !== "testing" && from.top !== "bin")
      return [`${arrow}: lib/testing is for tests and seeds. Move what the product needs to its noun.`];
    if (from.top !== "lib" || to.top !== "lib" || from.module === to.module) return [];
    if (!order.includes(from.module) || !order.includes(to.module))
      return [
        `${arrow}: one of them has no place in the order. Add the new noun to \`order\` in lib/testing/structure.ts.`,
      ];
    if (order.indexOf(to.module) < order.indexOf(from.module)) return [];
    return [
      `${arrow}: ${to.module} stands below ${from.module}. Read the table directly, or move the verb to ${to.module}.`,
    ];
  });
}

/** Files that import each other in a circle, once each. */
function cycles(files: SourceFile[]): string[] {
  const graph = new Map(files.map((file) => [file.path, importsOf(file)]));
  const state = new Map<string, "open" | "done">();
  const found: string[] = [];
  const walk = (path: string, trail: string[]) => {
    if (state.get(path) === "done") return;
    if (state.get(path) === "open") {
      const circle = [...trail.slice(trail.indexOf(path)), path].join(" → ");
      found.push(`${circle}: a circle. Move what both need into a file of its own.`);
      return;
    }
    state.set(path, "open");
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
    state.set(path, "done");
  };
  for (const path of graph.keys()) walk(path, []);
  return found;
}

function writesOfOthersTables({ path, text }: SourceFile): string[] {
  const { top, module } = placeOf(path);
  if (top === "bin" && path.startsWith("bin/database/")) return [];
  return Object.entries(writers).flatMap(([table, writer]) => {
    if (top === "lib" && module === writer) return [];
    const model = table[0]?.toLowerCase() + table.slice(1);
    const byClient = new RegExp(`\\.${model}\\.(create|update|upsert|delete)`);
    const bySql = new RegExp(`(INSERT INTO|UPDATE|DELETE FROM)\\s+"${table}"`);
    if (!byClient.test(text) && !bySql.test(text)) return [];
    return [
      `${path} writes ${table}, which lib/${writer} alone writes. Call one of its verbs, or add one there.`,
    ];
  });
}

function hiddenInputs({ path, text }: SourceFile): string[] {
  const { top, module } = placeOf(path);
  if (top === "bin" || module === "testing") return [];
  const found: string[] = [];
  if (module !== "config" && /process\.env(?!\.NEXT_RUNTIME)/.test(text))
    found.push(
      `${path} reads process.env. Add the setting to lib/config/settings.ts, and read it with settings().`,
    );
  if (module !== "clock" && /Date\.now\(\)|new Date\(\)|Temporal\.Now\.instant/.test(text))
    found.push(`${path} reads the wall clock. Take the instant as an argument whose default is now().`);
  return found;
}

function importsOf({ path, text }: SourceFile): string[] {
  const targets = [...text.matchAll(/(?:from|import)\s*\(?\s*"([#.][^"]+)"/g)].map(
    ([, target]) => target as string,
  );
  return targets
    .map((target) =>
      target.startsWith("#") ? target.slice(1) : relative(resolve(), resolve(dirname(path), target)),
    )
    .filter((target) => /\.(ts|tsx|mjs)$/.test(target) && !target.startsWith("prisma/"));
}

function placeOf(path: string): { top: string; module: string } {
  const [top = "", module = ""] = path.split("/");
  return { top, module };
}

function filesBelow(path: string): string[] {
  if (/\.(ts|tsx|mjs)$/.test(path)) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)],
  );
}
