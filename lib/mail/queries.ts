import { z } from "zod";
import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { instantOf } from "#lib/clock/convert.ts";
import { settings } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import type { Direction, MessageState } from "../../prisma/generated/enums.ts";
import { readRawStart } from "./open-raw.ts";
import { type Rendered, renderMessage, renderSample, templates } from "./render.ts";
import type { Template } from "./template.ts";

const pageSize = 30;

/** So much of an original is shown: its headers and its text, before long attachments. */
const originalBytes = 64 * 1024;

export type MessageFilter = { page: number; direction?: Direction; state?: MessageState };

/** The list of messages for an admin, newest first, and how many wait for somebody to look at them. */
export async function loadMessages(actor: Staff, { page, direction, state }: MessageFilter) {
  const [found, failed, bounced] = await Promise.all([
    db.message.findMany({
      where: { direction, state },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * pageSize,
      take: pageSize + 1,
      select: {
        id: true,
        direction: true,
        state: true,
        address: true,
        name: true,
        subject: true,
        template: true,
        attempts: true,
        error: true,
        createdAt: true,
      },
    }),
    db.message.count({ where: { state: "failed" } }),
    db.message.count({ where: { state: "bounced" } }),
  ]);
  const suppressed = await suppressedAmong(
    found.flatMap(({ direction, address }) => (direction === "outgoing" ? [address] : [])),
  );
  await record(db, actor, "messages.seen", null);
  const messages = found.slice(0, pageSize).map(({ createdAt, template, ...message }) => ({
    ...message,
    template: template as Template | null,
    at: instantOf(createdAt),
    suppressed: message.direction === "outgoing" && suppressed.has(message.address.toLowerCase()),
  }));
  return {
    messages,
    failed,
    bounced,
    hasNext: found.length > pageSize,
    mailGoesOut: Boolean(settings().SMTP_URL),
  };
}

/** Those of these addresses that get no mail now, in lower case. */
async function suppressedAmong(addresses: string[]): Promise<Set<string>> {
  const found = await db.suppression.findMany({
    where: { address: { in: addresses } },
    select: { address: true },
  });
  return new Set(found.map(({ address }) => address.toLowerCase()));
}

/**
 * One message as an admin may read it, or null; that they looked is noted. While mail goes out, links and
 * codes are its reader's alone. While it is kept, nobody else can get at them, so they are shown.
 */
export async function loadMessage(actor: Staff, id: string) {
  if (!z.uuid().safeParse(id).success) return null;
  const message = await db.message.findUnique({
    where: { id },
    select: {
      id: true,
      direction: true,
      state: true,
      address: true,
      name: true,
      subject: true,
      text: true,
      template: true,
      props: true,
      attempts: true,
      error: true,
      automatic: true,
      createdAt: true,
      sentAt: true,
    },
  });
  if (!message) return null;
  await record(db, actor, "message.seen", id);
  const { props, createdAt, sentAt, ...shown } = message;
  const mailGoesOut = Boolean(settings().SMTP_URL);
  const suppressed = message.direction === "outgoing" && (await suppressedAmong([message.address])).size > 0;
  const secret = mailGoesOut && message.template === "sign-in";
  return {
    ...shown,
    template: message.template as Template | null,
    at: instantOf(createdAt),
    sentAt: sentAt && instantOf(sentAt),
    text: secret ? "" : message.text,
    /** A sign-in letter is for its reader alone. */
    secret,
    suppressed,
    mailGoesOut,
    original: await readRawStart(db, id, originalBytes),
    preview: secret ? null : await previewOf(message, mailGoesOut),
  };
}

/** How a letter looks that has not gone out; of one that has, its text says what it said. */
async function previewOf(
  message: {
    direction: Direction;
    state: MessageState;
    template: string | null;
    name: string;
    props: unknown;
  },
  redact: boolean,
): Promise<Rendered | null> {
  if (message.direction === "incoming" || message.state === "sent" || message.state === "bounced")
    return null;
  return renderMessage(message, { redact });
}

/** Every letter of ours, by its subject. */
export function loadSamples() {
  return Promise.all(
    templates.map(async (template) => ({ template, subject: (await renderSample(template)).subject })),
  );
}

/** One letter of ours as it looks with the people of its sample, or null when there is none of that name. */
export async function loadSample(name: string) {
  const template = templates.find((each) => each === name);
  return template ? { template, ...(await renderSample(template)) } : null;
}
