import type { Page } from "@playwright/test";
import { sharedClinic } from "./addresses.ts";
import { letter, linkIn, mailTo } from "./mail.ts";

/** Who is in the demo (lib/testing/demo.ts). */
export const cast = {
  admin: "alex@willowstreet.example",
  facilitator: "sam@willowstreet.example",
  participant: "noor@example.org",
} as const;

/** Signs in as a person does: an address, a message, a press. */
export async function signInAs(page: Page, email: string, clinic = sharedClinic): Promise<void> {
  await page.goto(linkIn(await askForLink(page, email, clinic), /\/sign-in\//));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/(staff|my)/);
}

/** Asks for a message to sign in with, and waits for it. */
export async function askForLink(page: Page, email: string, clinic = sharedClinic) {
  const before = (await mailTo(email, clinic)).length;
  await page.goto("/sign-in");
  await page.getByLabel("Your e-mail address").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await page.getByText("Look in your mailbox").waitFor();
  return await letter(email, /link to sign in/, clinic, before);
}
