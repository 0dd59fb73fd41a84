/** What a server says of a message of ours that it could not deliver, or not yet. */
export type Bounce = {
  /** In lower case, as far as the report names one. */
  recipient: string | null;
  /** It will never arrive; otherwise the server goes on trying. */
  permanent: boolean;
  /** As in RFC 3463, such as "5.1.1"; null when nothing says it. */
  status: string | null;
  /** What the other server said. */
  words: string;
  /** Of the message that came back, without angle brackets. */
  originalMessageId: string | null;
};

export type BounceParts = {
  headers: { name: string; value: string }[];
  sender: string;
  subject: string;
  /** The whole text, the machine-readable report among it or in `attachments`. */
  text: string;
  attachments: { type: string; content: string }[];
};

/**
 * Reads a report on the delivery of a message: the machine-readable form (RFC 3464), and the free forms of servers that
 * write none. Null for other mail, and for a report that all is well.
 */
export function readBounce(parts: BounceParts): Bounce | null {
  const { headers, sender, subject } = parts;
  const text = [parts.text, ...parts.attachments.filter(isReport).map(({ content }) => content)]
    .join("\n\n")
    .slice(0, longest)
    .replaceAll("\r", "");
  const field = (name: string) => headers.find((header) => header.name === name)?.value ?? "";
  const report = reportIn(text);
  const failedTo = addressIn(field("x-failed-recipients"));
  const byServer =
    /^(mailer-daemon|postmaster|microsoftexchange\w*|mdaemon)@/i.test(sender) ||
    /^<\s*>$/.test(field("return-path")) ||
    /^multipart\/report\b.*delivery-status/i.test(field("content-type"));
  if (!report && !failedTo && !(byServer && (says.failed.test(subject) || says.failed.test(text))))
    return null;
  if (report && !/^(failed|delayed)$/.test(report.action)) return null;

  const words = wordsOf(report?.diagnostic || diagnosisIn(text));
  const status = report?.status ?? statusIn(words) ?? statusIn(text);
  return {
    recipient: report?.recipient ?? failedTo ?? recipientIn(text),
    permanent: isPermanent({ action: report?.action, status, subject, text }),
    status,
    words: words || subject.slice(0, mostWords),
    originalMessageId:
      originalIn(parts) ?? idIn(field("in-reply-to")) ?? idIn(field("references").split(/\s+/).at(-1) ?? ""),
  };
}

const longest = 200_000;
const mostWords = 300;

/** How servers begin to say that a message did not arrive, or not yet. */
const says = {
  failed:
    /undeliver|could ?n[o']t be delivered|could not be delivered|(not|un)able to deliver|wasn't able to deliver|delivery (to the following|has failed|failed|status notification|incomplete)|mail delivery (failed|failure|system)|returned (mail|to sender)|failure notice|delivery failure|message (not|wasn't) delivered|address not found|warning: (could not send|message)|delayed|non remis|no se (pudo|ha podido) entregar|unzustellbar/i,
  later:
    /\bdelayed\b|delivery (is |has been )?(incomplete|delayed)|will (be retried|(continue to )?(be )?try|keep trying|retry)|still (being )?(trying|retried)|no action is required|not yet been delivered|warning: (could not send|message)|temporary (problem|failure)|you do not need to resend/i,
};

type Report = { recipient: string | null; action: string; status: string | null; diagnostic: string };

/** The fields of the first recipient in a delivery report: each message of ours goes to one. */
function reportIn(text: string): Report | null {
  const field = (name: string) =>
    new RegExp(`^[ \\t]*${name}[ \\t]*:[ \\t]*(.*(?:\\n[ \\t]+\\S.*)*)`, "im")
      .exec(text)?.[1]
      ?.replaceAll(/\s+/g, " ") ?? "";
  const action = /^[a-z]+/.exec(field("Action").trim().toLowerCase())?.[0];
  const final = addressIn(field("Final-Recipient").replace(/^[^;]*;/, ""));
  if (!action || !(final || field("Status"))) return null;
  return {
    // A server on the way may have passed it on to another address: the one that we wrote to is the original.
    recipient: addressIn(field("Original-Recipient").replace(/^[^;]*;/, "")) ?? final,
    action,
    status: statusIn(field("Status")),
    diagnostic: field("Diagnostic-Code").replace(/^[^;]{0,40};\s*/, ""),
  };
}

type Signs = { action: string | undefined; status: string | null; subject: string; text: string };

function isPermanent({ action, status, subject, text }: Signs): boolean {
  if (action) return action === "failed" && !status?.startsWith("4");
  if (says.later.test(subject) || says.later.test(text.slice(0, 2_000))) return false;
  return !status?.startsWith("4");
}

function isReport({ type }: { type: string }): boolean {
  return /^message\/(global-)?delivery-status$/i.test(type);
}

/** Our own Message-ID, in the headers of what came back: as a part of its own, or below the words of the server. */
function originalIn({ attachments, text }: BounceParts): string | null {
  const returned = attachments.filter(({ type }) =>
    /^(message\/(global|rfc822)|text\/rfc822-headers)/i.test(type),
  );
  for (const source of [...returned.map(({ content }) => content), text]) {
    const found = /^[ \t>]*Message-ID[ \t]*:\s*<([^<>\s]{1,900})>/im.exec(source.slice(0, longest));
    if (found?.[1]) return found[1];
  }
  return null;
}

function idIn(header: string): string | null {
  return /<([^<>\s]{1,900})>/.exec(header)?.[1] ?? null;
}

/** The mailbox that the server's words are about: the one that stands alone, in brackets, or after "to". */
function recipientIn(text: string): string | null {
  const above =
    text.slice(0, 20_000).split(/^-{2,}.*(?:copy|original|below this line|returned).*$/im)[0] ?? "";
  const forms = [
    new RegExp(`^[ \\t]*<?(${mailbox})>?:?[ \\t]*$`, "im"),
    new RegExp(`<(${mailbox})>`, "i"),
    new RegExp(
      `(?:delivered to|deliver(?:y)? to|recipients?:?|to)\\s+(?:the following recipients?:?\\s+)?<?(${mailbox})`,
      "i",
    ),
  ];
  for (const form of forms) {
    const found = form.exec(above)?.[1];
    if (found) return found.toLowerCase();
  }
  return addressIn(above);
}

const mailbox = "[\\p{L}\\d.!#$%&'*+/=?^_{|}~-]{1,64}@[\\p{L}\\d.-]{1,190}[\\p{L}\\d]".replaceAll(
  "\\p{L}",
  "a-z\\u00c0-\\uffff",
);

function addressIn(words: string): string | null {
  return new RegExp(mailbox, "i").exec(words)?.[0].toLowerCase() ?? null;
}

function statusIn(words: string): string | null {
  return /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(words)?.[1] ?? null;
}

/** The sentence with the other server's answer, such as "550 5.1.1 User unknown", with the line that it goes on in. */
function diagnosisIn(text: string): string {
  const lines = text.slice(0, 20_000).split("\n");
  const at = lines.findIndex((line) =>
    /(?<![\d.])[45]\d\d[ -](?:#?[45]\.\d|\S)|\b(?:unknown user|user unknown|no such (?:user|mailbox)|mailbox (?:is )?(?:full|unavailable|not found)|address not found|doesn't exist|does not exist|couldn't be found|over quota|unrouteable address|host not found|domain not found)\b/i.test(
      line,
    ),
  );
  if (at < 0) return "";
  const next = lines[at + 1] ?? "";
  return `${lines[at]} ${/^[ \t]+\S/.test(next) ? next : ""}`;
}

function wordsOf(diagnosis: string): string {
  return diagnosis.replaceAll(/\s+/g, " ").trim().slice(0, mostWords);
}
