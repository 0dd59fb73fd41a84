import type { MemberActor, Participant } from "#lib/audit/actor.ts";
import { membershipsOf } from "#lib/auth/policy.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { type Outcome, refuse } from "#lib/db/outcome.ts";
import { loadPlaces, type Place } from "./queries.ts";
import { withdraw } from "./withdraw.ts";

/** The place that somebody signed in would leave, and how many others they have or wait for. */
export async function loadLeaving(
  actor: Participant,
  memberId: string,
  at = now(),
): Promise<{ place: Place; elsewhere: number } | null> {
  const member = await ownMember(actor, memberId);
  const places = member ? await loadPlaces(member, at) : [];
  const place = places.find(({ state }) => state === "confirmed");
  return place ? { place, elsewhere: places.length - 1 } : null;
}

/** Somebody signed in leaves their group, as they could by their own link. */
export async function leaveGroup(
  actor: Participant,
  memberId: string,
  at = now(),
): Promise<Outcome<"not_live">> {
  const member = await ownMember(actor, memberId);
  const enrollment =
    member &&
    (await db.enrollment.findFirst({
      where: { state: "confirmed", party: { members: { some: { id: memberId } } } },
      select: { id: true },
    }));
  return member && enrollment ? withdraw(member, enrollment.id, at) : refuse("not_live");
}

async function ownMember(actor: Participant, memberId: string): Promise<MemberActor | null> {
  if (!isId(memberId)) return null;
  const own = await db.member.count({ where: { AND: [{ id: memberId }, membershipsOf(actor)] } });
  return own > 0 ? { kind: "member", memberId } : null;
}
