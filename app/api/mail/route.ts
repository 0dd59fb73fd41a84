import { settings } from "#lib/config/settings.ts";
import { receivePosted } from "#lib/inbox/http-inlet.ts";

const refusals = {
  unsigned: [401, "The signature doesn't fit this message, or it is more than five minutes old."],
  too_large: [413, "This message is larger than 25 MB. Please send less at once."],
  unavailable: [503, "We can't keep this message just now. Please post it again later."],
} as const;

/** Takes a message as it is, in MIME, from a mail provider that signs it: see the README. */
export async function POST({ headers, body }: Request): Promise<Response> {
  const { MAIL_INLET_SECRET: secret } = settings();
  if (!secret) return new Response(null, { status: 404 });
  const outcome = await receivePosted({ secret, headers, body });
  if (outcome.ok) return new Response(null, { status: 202 });
  const [status, words] = refusals[outcome.reason];
  return new Response(`${words}\n`, { status, headers: status === 503 ? { "Retry-After": "60" } : {} });
}
