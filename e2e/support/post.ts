import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ClinicAddresses } from "./addresses.ts";
import { type MailServer, startMailServer } from "./mail-server.ts";

/**
 * Takes what a clinic sends: each message becomes a file named by when it came. The first message to an
 * address that begins with "refused" is not taken, the next is.
 */
export function keepMail({ mailFolder, mailOutPort }: ClinicAddresses): Promise<MailServer> {
  let count = 0;
  const refused = new Set<string>();
  const take = (raw: Buffer) => {
    count += 1;
    writeFileSync(join(mailFolder, `${String(count).padStart(6, "0")}.eml`), raw);
  };
  const refuses = (address: string) => {
    if (!address.startsWith("refused") || refused.has(address)) return false;
    refused.add(address);
    return true;
  };
  return startMailServer(take, mailOutPort, refuses);
}
