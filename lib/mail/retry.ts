/** What nodemailer says of a failure: the server's answer where it gave one. */
export type MailFailure = { responseCode?: number; response?: string; code?: string };

/** Our own password or a refused connection can be mended; an answer of 5xx to the letter itself is final. */
export function isWorthRetry({ responseCode, code }: MailFailure): boolean {
  if (code === "EAUTH") return true;
  if (code === "EENVELOPE" && responseCode === undefined) return false;
  return responseCode === undefined || responseCode < 500;
}

/** What went wrong, for an admin. */
export function failureWords({ response, code }: MailFailure): string {
  if (response) return `The mail server answered: ${response}`;
  if (code === "EENVELOPE") return "This address can't be written to.";
  if (code) return `The mail server could not be reached (${code}).`;
  return "Something went wrong on our side before it could be sent.";
}

export function asMailFailure(error: unknown): MailFailure {
  return error instanceof Error ? (error as MailFailure) : {};
}
