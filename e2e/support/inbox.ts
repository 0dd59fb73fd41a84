import { expect, type Page } from "@playwright/test";
import { createTransport } from "nodemailer";
import { sharedClinic } from "./addresses.ts";

type Mail = { from: string; subject: string; text?: string; html?: string; cc?: string };

/** Somebody writes to the groups' address. */
export async function write(mail: Mail): Promise<void> {
  const post = createTransport({ host: "127.0.0.1", port: sharedClinic.mailInPort, ignoreTLS: true });
  await post.sendMail({ to: "groups@clinic.example.org", ...mail });
}

/** Waits until a thread is in the inbox, and opens it. */
export async function openThread(
  page: Page,
  subject: string,
  list = `/staff/inbox?q="${subject}"`,
): Promise<void> {
  const link = page.getByRole("link", { name: subject }).first();
  await expect(async () => {
    await page.goto(list);
    await expect(link).toBeVisible({ timeout: 500 });
  }).toPass();
  await link.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(subject);
}
