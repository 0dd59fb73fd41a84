import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { type ParsedMail, simpleParser } from "mailparser";
import { sharedClinic } from "./addresses.ts";

const parsed = new Map<string, Promise<ParsedMail>>();

/** Every message that went to an address so far, oldest first. */
export async function mailTo(address: string, { mailFolder } = sharedClinic): Promise<ParsedMail[]> {
  const files = readdirSync(mailFolder).sort();
  const messages = await Promise.all(
    files.map((name) => {
      const file = join(mailFolder, name);
      const known = parsed.get(file) ?? simpleParser(readFileSync(file));
      parsed.set(file, known);
      return known;
    }),
  );
  return messages.filter(({ to }) =>
    [to].flat().some((list) => list?.value.some((one) => one.address === address)),
  );
}

/** Waits for the newest message to an address whose subject or text has `words`, past the first `after` that it got. */
export async function letter(
  address: string,
  words: RegExp,
  clinic = sharedClinic,
  after = 0,
): Promise<ParsedMail> {
  let found: ParsedMail | undefined;
  await expect
    .poll(
      async () => {
        found = (await mailTo(address, clinic))
          .slice(after)
          .findLast(({ subject, text }) => words.test(`${subject}\n${text}`));
        return Boolean(found);
      },
      { message: `a message to ${address} about ${words}`, timeout: 20_000 },
    )
    .toBe(true);
  return found as ParsedMail;
}

/** The first link of ours in a message, as a path. */
export function linkIn(message: ParsedMail, path: RegExp): string {
  const link = message.text?.match(/https?:\/\/localhost:\d+\/[^\s)\]>]+/g)?.find((url) => path.test(url));
  if (!link) throw new Error(`no link ${path} in the message:\n${message.text}`);
  return new URL(link).pathname;
}
