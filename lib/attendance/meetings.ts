import { instantOf } from "#lib/clock/convert.ts";
import type { Prisma } from "../../prisma/generated/client.ts";
import { takingPart } from "./enrolled.ts";

/** What says of everybody who takes part in a cohort whether they came. */
export const meetingsSelect = {
  sessions: {
    orderBy: [{ startsAt: "asc" }, { position: "asc" }],
    select: {
      id: true,
      kind: true,
      startsLocal: true,
      endsAt: true,
      cancelledAt: true,
      attendance: { select: { personId: true, status: true } },
    },
  },
  enrollments: {
    where: takingPart.enrollment,
    orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
    select: {
      party: {
        select: {
          members: {
            where: takingPart.member,
            orderBy: { position: "asc" },
            select: { person: { select: { id: true, name: true } } },
          },
        },
      },
    },
  },
} satisfies Prisma.CohortSelect;

type Read = Prisma.CohortGetPayload<{ select: typeof meetingsSelect }>;

/** Everybody who takes part, with the meetings in the order of time and whether they came to each. */
export function meetingsOfEach({ sessions, enrollments }: Read, at: Temporal.Instant) {
  return enrollments
    .flatMap(({ party }) => party.members)
    .map(({ person }) => ({
      person,
      meetings: sessions.map(({ id, kind, endsAt, cancelledAt, attendance }) => ({
        id,
        kind,
        cancelled: cancelledAt !== null,
        over: Temporal.Instant.compare(instantOf(endsAt), at) <= 0,
        status: attendance.find(({ personId }) => personId === person.id)?.status ?? null,
      })),
    }));
}
