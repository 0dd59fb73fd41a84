import type { Role } from "../../prisma/generated/enums.ts";

/** Who acts. Every verb takes one, and every event names one. */
export type Actor = Visitor | MemberActor | Participant | Staff | Machine;

/** Somebody on the public pages. */
export type Visitor = { kind: "visitor" };
/** Somebody who came by a member's own link. */
export type MemberActor = { kind: "member"; memberId: string };
/** Somebody signed in who takes part; they reach what belongs to persons with their address. */
export type Participant = { kind: "participant"; userId: string; email: string };
export type Staff = { kind: "staff"; userId: string; role: Role; name: string; email: string };
/** A job, or a message that came in. */
export type Machine = { kind: "job" } | { kind: "mail" };

export const visitor: Visitor = { kind: "visitor" };
export const job: Machine = { kind: "job" };
export const incomingMail: Machine = { kind: "mail" };
