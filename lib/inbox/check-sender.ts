import { settings } from "#lib/config/settings.ts";
import { readTrace } from "./trace.ts";

/** What SPF, DKIM and DMARC say of a message's sender, each in the words of the standards, and all in ours for staff. */
export type SenderCheck = { spf: string; dkim: string; dmarc: string; words: string };

export type Arrival = { raw: Buffer; ip?: string; helo?: string; mailFrom?: string };

/** Asks the DNS, as `dns.promises.resolve` does. */
export type Resolver = (name: string, type: string) => Promise<string[][] | string[]>;

const unchecked = "Could not be checked";
const nothingKnown: SenderCheck = { spf: "none", dkim: "none", dmarc: "none", words: unchecked };
const patience = 5_000;

/**
 * Checks who sent a stored message, by what is stored: what our own server saw of it, or what the provider whom we
 * trust found (`TRUSTED_AUTHSERV`). Null when checks are turned off. It never fails, and never takes long.
 */
export async function checkStored(stored: Buffer): Promise<SenderCheck | null> {
  const { SENDER_CHECKS, TRUSTED_AUTHSERV } = settings();
  const { trace, below } = readTrace(stored);
  const provided = trace || !TRUSTED_AUTHSERV ? null : readResults(below, TRUSTED_AUTHSERV);
  if (provided) return provided;
  if (SENDER_CHECKS === "off") return null;
  const signed = headerFields(below).some(({ name }) => name === "dkim-signature");
  return trace || signed ? checkSender({ raw: below, ...trace }) : nothingKnown;
}

/** What a check says of whom a message is shown to be from: of somebody to whom only the answers go, nothing. */
export function aboutSender(
  check: SenderCheck | null,
  { sentFrom }: { sentFrom: string | null },
): SenderCheck | null {
  if (!sentFrom) return check;
  return { ...(check ?? nothingKnown), words: `Sent from ${sentFrom}, and answers go to this address` };
}

/** Checks DKIM and DMARC, and SPF where it is known which server a message came from. */
export async function checkSender(
  { raw, ip, helo, mailFrom }: Arrival,
  resolver?: Resolver,
): Promise<SenderCheck> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<SenderCheck>((answer) => {
    timer = setTimeout(answer, patience, nothingKnown);
  });
  const checking = check({ raw, ip, helo, mailFrom }, resolver).catch(() => nothingKnown);
  return Promise.race([checking, late]).finally(() => clearTimeout(timer));
}

async function check({ raw, ip, helo, mailFrom }: Arrival, resolver?: Resolver): Promise<SenderCheck> {
  // Only where it is needed: it brings much along.
  const { authenticate } = await import("mailauth");
  const found = await authenticate(raw, {
    ...(ip ? { ip, helo: helo ?? "", sender: mailFrom ?? "" } : { sender: "" }),
    disableArc: true,
    disableBimi: true,
    ...(resolver && { resolver }),
  });
  const domain = found.dmarc ? (found.dmarc.status.header?.from ?? null) : null;
  const spf = ip && found.spf ? found.spf.status.result : "none";
  const dkim = found.dkim.results.map(({ signingDomain, status }) => ({
    domain: signingDomain,
    result: status.result,
  }));
  return summary({
    domain,
    // Which server it came from is half of the rule: without that, a rule can be kept, but not broken.
    deniable: Boolean(ip),
    spf: { result: spf, domain: found.spf ? found.spf.domain : "" },
    dkim: dkim.map((each) => ({ result: each.result, domain: each.domain ?? "" })),
    dmarc: found.dmarc ? found.dmarc.status.result : "none",
  });
}

/**
 * What a provider noted in Authentication-Results (RFC 8601), under its own name; null without. It takes out what
 * others wrote under its name, and puts its own on top: the first counts.
 */
function readResults(raw: Buffer, authserv: string): SenderCheck | null {
  const fields = headerFields(raw);
  const named = fields.find(
    ({ name, value }) =>
      name === "authentication-results" && value.split(/[\s;]/)[0]?.toLowerCase() === authserv.toLowerCase(),
  );
  if (!named) return null;
  const parts = named.value
    .replaceAll(/\([^()]*\)/g, " ")
    .split(";")
    .slice(1);
  const results = parts.flatMap((part) => {
    const [, method, result] = /^\s*(spf|dkim|dmarc)\s*=\s*(\w+)/i.exec(part) ?? [];
    const about = /(?:header\.d|header\.i|smtp\.mailfrom|header\.from)\s*=\s*"?(?:[^\s"@]*@)?([\w.-]+)/i.exec(
      part,
    )?.[1];
    return method && result
      ? [{ method: method.toLowerCase(), result: result.toLowerCase(), domain: about?.toLowerCase() ?? "" }]
      : [];
  });
  const of = (method: string) => results.filter((each) => each.method === method);
  const from = fields.filter(({ name }) => name === "from");
  return summary({
    deniable: true,
    domain:
      from.length === 1 ? (/@([\w.-]+)[^@]*$/.exec(from[0]?.value ?? "")?.[1]?.toLowerCase() ?? null) : null,
    spf: of("spf")[0] ?? { result: "none", domain: "" },
    dkim: of("dkim"),
    dmarc: of("dmarc")[0]?.result ?? "none",
  });
}

type Result = { result: string; domain: string };

function summary({
  domain,
  deniable,
  spf,
  dkim,
  dmarc,
}: {
  domain: string | null;
  deniable: boolean;
  spf: Result;
  dkim: Result[];
  dmarc: string;
}): SenderCheck {
  const signed = dkim.find(({ result }) => result === "pass") ?? dkim[0];
  const vouched = [spf, ...dkim].some((each) => each.result === "pass" && isOf(each.domain, domain));
  const denied = deniable && (dmarc === "fail" || (spf.result === "fail" && isOf(spf.domain, domain)));
  const words = (() => {
    if (!domain || !/^[\w.-]{1,253}$/.test(domain)) return unchecked;
    if (dmarc === "pass" || (dmarc !== "fail" && vouched)) return `Checked: really sent by ${domain}`;
    return denied ? `Possibly not from ${domain}` : unchecked;
  })();
  return { spf: spf.result, dkim: signed?.result ?? "none", dmarc, words };
}

/** Whether one domain is the other, or above it: where nobody published a rule (DMARC), this much is enough. */
function isOf(one: string, other: string | null): boolean {
  if (!one || !other) return false;
  return one === other || other.endsWith(`.${one}`);
}

/** The header of a message, each field on one line. */
function headerFields(raw: Buffer): { name: string; value: string }[] {
  const [head = ""] = raw.toString("latin1", 0, 128 * 1024).split(/\r?\n\r?\n/, 1);
  return head
    .replaceAll(/\r?\n(?=[ \t])/g, "")
    .split(/\r?\n/)
    .map((line) => ({
      name: line
        .slice(0, Math.max(line.indexOf(":"), 0))
        .trim()
        .toLowerCase(),
      value: line.slice(line.indexOf(":") + 1).trim(),
    }));
}
