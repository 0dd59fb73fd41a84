import type { SendMailOptions } from "nodemailer";
import { settings } from "#lib/config/settings.ts";
import { threadAddress } from "#lib/links/thread-address.ts";
import { unsubscribeUrl } from "#lib/links/url.ts";
import type { Rendered } from "./render.ts";
import { automaticTemplates, type Template } from "./template.ts";

export type Outgoing = {
  template: string | null;
  messageId: string | null;
  inReplyTo: string | null;
  threadId: string | null;
  address: string;
  name: string;
};

export type Surroundings = {
  /** Every message before this one, the oldest first; the last is the one that it answers. */
  references?: string[];
  /** Whose choice it is to get no more of this kind, where there is one. */
  unsubscribes?: string | null;
  attachments?: SendMailOptions["attachments"];
};

/** A letter as it goes to the mail server: who, what, and the fields by which other programs know what it is. */
export function compose(
  { template, messageId, inReplyTo, threadId, address, name }: Outgoing,
  { subject, html, text }: Rendered,
  { references = [], unsubscribes = null, attachments = [] }: Surroundings = {},
): SendMailOptions {
  const { CLINIC_NAME, CLINIC_EMAIL } = settings();
  return {
    messageId: `<${messageId}>`,
    from: { name: CLINIC_NAME, address: CLINIC_EMAIL },
    to: { name, address },
    ...(threadId && { replyTo: { name: CLINIC_NAME, address: threadAddress(threadId) } }),
    ...(isSendable(inReplyTo) && { inReplyTo: `<${inReplyTo}>` }),
    ...(references.length > 0 && { references: references.filter(isSendable).map((id) => `<${id}>`) }),
    headers: { ...automatic(template), ...(unsubscribes ? oneClick(unsubscribes) : {}) },
    subject,
    html,
    text,
    attachments,
  };
}

/** An id goes back out only in the form that the standard has for it. */
function isSendable(id: string | null): id is string {
  return id !== null && /^[\x21-\x7e]{1,900}$/.test(id);
}

/** RFC 3834: other machines don't answer what a machine wrote. */
function automatic(template: string | null): Record<string, string> {
  if (template === "acknowledgement") return { "Auto-Submitted": "auto-replied" };
  return automaticTemplates.includes(template as Template) ? { "Auto-Submitted": "auto-generated" } : {};
}

/** RFC 8058: the reader's own mail program has a button for it. */
function oneClick(personId: string): Record<string, string> {
  return {
    "List-Unsubscribe": `<${unsubscribeUrl(personId, "one-click")}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}
