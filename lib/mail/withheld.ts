import { db } from "#lib/db/client.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { automaticTemplates, choices, type Template } from "./template.ts";

type Stored = { template: string | null; props: unknown; address: string; threadId: string | null };

/** Why a letter must not go out to its address, in words for staff; null when it may. */
export async function whyWithheld(message: Stored): Promise<string | null> {
  const purpose = choices[message.template as Template] ?? null;
  const [found] = await db.$queryRaw<Found[]>(Prisma.sql`
    SELECT s."reason", s."words", c."given" AS "wanted", t."quiet" FROM (VALUES (1)) AS one
    LEFT JOIN "Suppression" s ON s."address" = ${message.address}::citext
    LEFT JOIN "Thread" t ON t."id" = ${message.threadId}::uuid
    LEFT JOIN LATERAL (
      SELECT c."given" FROM "Consent" c JOIN "Member" m ON m."personId" = c."personId"
      WHERE m."id" = ${memberIn(message.props)}::uuid AND c."purpose" = ${purpose}
      ORDER BY c."at" DESC, c."id" DESC LIMIT 1) AS c ON true`);
  if (found?.reason === "bounced")
    return `Mail to this address came back, so nothing more is sent there. ${found.words}`.trim();
  if (found?.reason) return `They asked for no mail from us. ${found.words}`.trim();
  if (found?.wanted === false) return "They asked for no such mail.";
  if (found?.quiet && automaticTemplates.includes(message.template as Template)) return found.quiet;
  return null;
}

type Found = {
  reason: "bounced" | "asked" | null;
  words: string | null;
  wanted: boolean | null;
  quiet: string | null;
};

/** Whose choice it is to get letters of this kind, by id; null where it is no choice, being about a place of theirs. */
export async function personWhoChooses({
  template,
  props,
}: Pick<Stored, "template" | "props">): Promise<string | null> {
  const memberId = memberIn(props);
  if (!memberId || !choices[template as Template]) return null;
  const member = await db.member.findUnique({ where: { id: memberId }, select: { personId: true } });
  return member?.personId ?? null;
}

function memberIn(props: unknown): string | null {
  const { memberId } = (props ?? {}) as { memberId?: string };
  return memberId ?? null;
}
