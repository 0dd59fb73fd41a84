import { firstAdminAwaited, firstAdminUrl } from "#lib/auth/first-admin.ts";
import { createToken } from "#lib/auth/send-sign-in.ts";
import { now } from "#lib/clock/now.ts";
import { appUrl, settings } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { signInUrl } from "#lib/links/url.ts";
import { addProgram } from "#lib/programs/add.ts";
import { beginWithStarters } from "#lib/programs/begin-with-starters.ts";
import { mindfulSelfCompassion, withOrientation } from "#lib/programs/built-in.ts";
import { demoCast, fillClinic } from "#lib/testing/demo.ts";
import { step } from "./step.ts";

/** A clinic begins with the program that the groups are named for; from then on its programs are its own. */
export async function providePrograms(): Promise<void> {
  if ((await db.program.count()) > 0) return;
  await inTransaction(async (tx) => {
    for (const outline of [mindfulSelfCompassion, withOrientation])
      await beginWithStarters(tx, await addProgram(tx, outline));
  });
}

/** Fills a demo clinic into a database that has never had anybody in it. */
export async function fillDemo(): Promise<void> {
  if ((await db.user.count()) > 0) return;
  await step("Filling the demo clinic", () => fillClinic());
}

/** Says what to do next. */
export async function greet({ empty }: { empty: boolean }): Promise<void> {
  const { MAIL_PORT, CLINIC_EMAIL, SMTP_URL, RUN } = settings();
  if (RUN === "worker") return console.log("\n  The worker is ready. Ctrl-C stops.\n");
  console.log(`\n  Kindroom is ready at ${appUrl()}\n`);
  const firstAdmin = firstAdminUrl();
  if (await firstAdminAwaited(firstAdmin.split("/").at(-1) ?? "")) {
    console.log(
      `  This clinic has no admin yet. Open this link once to become the first:\n  ${firstAdmin}\n`,
    );
  } else if (!empty) await signInLinks();
  if (MAIL_PORT && RUN !== "web") console.log(`  Mail to ${CLINIC_EMAIL} is taken in on port ${MAIL_PORT}.`);
  if (!SMTP_URL)
    console.log("  Outgoing mail is kept, not sent: staff read it under Messages (SMTP_URL sends it).");
  console.log("  Ctrl-C stops.\n");
}

/** One link each for the demo's people; nothing in a clinic that is not the demo. */
async function signInLinks(): Promise<void> {
  const tomorrow = now().add({ hours: 24 });
  for (const [role, email] of Object.entries(demoCast)) {
    if ((await db.user.count({ where: { email } })) + (await db.person.count({ where: { email } })) === 0)
      continue;
    const { id } = await createToken(db, email, tomorrow);
    console.log(`  Sign in as ${role.padEnd(12)} ${signInUrl(id)}`);
  }
  console.log("");
}
