import type { MemberActor } from "#lib/audit/actor.ts";
import { db } from "#lib/db/client.ts";
import { idOfToken, isGenuine } from "#lib/links/token.ts";

/** The member whose own link this is, or null for a link that we did not make, or have ended. */
export async function memberBehind(token: string): Promise<MemberActor | null> {
  const id = idOfToken(token);
  if (!id) return null;
  const member = await db.member.findUnique({ where: { id }, select: { linkVersion: true } });
  if (!member || !isGenuine(token, "member", id, member.linkVersion)) return null;
  return { kind: "member", memberId: id };
}
