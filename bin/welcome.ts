import { parseArgs } from "node:util";
import { firstAdminAwaited, firstAdminUrl } from "#lib/auth/first-admin.ts";
import { createToken } from "#lib/auth/send-sign-in.ts";
import { now } from "#lib/clock/now.ts";
import { appUrl, settings } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import { signInUrl } from "#lib/links/url.ts";
import { demoCast, fillClinic } from "#lib/testing/demo.ts";
import { providePrograms } from "./provide-programs.ts";
import { step } from "./step.ts";

// What a clinic begins with, and what to say when it is ready. The server starts it as a process of its own, so that
// what only this needs (the demo, a second copy of all verbs) doesn't stay in the server's memory.
const { values: options } = parseArgs({ options: { empty: { type: "boolean", default: false } } });
process.on("disconnect", () => process.exit(1));

await providePrograms();
if (!options.empty) await fillDemo();
const greeting = await greet();
process.send?.(greeting, () => process.exit(0));

/** Fills a demo clinic into a database that has never had anybody in it. */
async function fillDemo(): Promise<void> {
  if ((await db.user.count()) > 0) return;
  await step("Filling the demo clinic", () => fillClinic());
}

/** What to do next. */
async function greet(): Promise<string> {
  const { MAIL_PORT, CLINIC_EMAIL, SMTP_URL, RUN } = settings();
  if (RUN === "worker") return "\n  The worker is ready. Ctrl-C stops.\n";
  const lines = [`\n  Kindroom is ready at ${appUrl()}\n`];
  const firstAdmin = firstAdminUrl();
  if (await firstAdminAwaited(firstAdmin.split("/").at(-1) ?? ""))
    lines.push(`  This clinic has no admin yet. Open this link once to become the first:\n  ${firstAdmin}\n`);
  else if (!options.empty) lines.push(...(await signInLinks()), "");
  if (MAIL_PORT && RUN !== "web") lines.push(`  Mail to ${CLINIC_EMAIL} is taken in on port ${MAIL_PORT}.`);
  if (!SMTP_URL)
    lines.push("  Outgoing mail is kept, not sent: staff read it under Messages (SMTP_URL sends it).");
  return [...lines, "  Ctrl-C stops.\n"].join("\n");
}

/** One link each for the demo's people; nothing in a clinic that is not the demo. */
async function signInLinks(): Promise<string[]> {
  const tomorrow = now().add({ hours: 24 });
  const lines = [];
  for (const [role, email] of Object.entries(demoCast)) {
    if ((await db.user.count({ where: { email } })) + (await db.person.count({ where: { email } })) === 0)
      continue;
    const { id } = await createToken(db, email, tomorrow);
    lines.push(`  Sign in as ${role.padEnd(12)} ${signInUrl(id)}`);
  }
  return lines;
}
