import type { InterestApartProps } from "#emails/interest-apart.tsx";
import type { InterestJoinedProps } from "#emails/interest-joined.tsx";
import type { InterestLeftProps } from "#emails/interest-left.tsx";
import type { InvitationProps } from "#emails/invitation.tsx";
import { dateOf, instantOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { dayWords, momentWords } from "#lib/clock/words.ts";
import { appUrl } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import { clinic, type Load } from "./load.ts";
import { groupOf, zoneTime } from "./load-party.ts";
import type { Letters } from "./template.ts";

export const loadInterestJoined: Load<Letters["interest-joined"], InterestJoinedProps> = async (
  { memberId, interestId },
  { name },
  secrets,
) => {
  const member = await findMember(memberId);
  const interest = await db.interest.findUnique({
    where: { id: interestId },
    select: { state: true, program: { select: { title: true } } },
  });
  if (!member || interest?.state !== "waiting") return null;
  return {
    name,
    clinic: clinic(),
    program: interest.program.title,
    url: secrets.place(memberId, member.linkVersion),
    writer: member.position > 1 ? member.writer : null,
  };
};

export const loadInterestApart: Load<Letters["interest-apart"], InterestApartProps> = async (
  { memberId, interestId },
  { name },
  secrets,
) => {
  const member = await findMember(memberId);
  const interest = await db.interest.findUnique({ where: { id: interestId }, select: { state: true } });
  if (!member || interest?.state !== "waiting") return null;
  return { name, clinic: clinic(), url: secrets.place(memberId, member.linkVersion) };
};

export const loadInterestLeft: Load<Letters["interest-left"], InterestLeftProps> = async (_, { name }) => ({
  name,
  clinic: clinic(),
  groupsUrl: appUrl(),
});

export const loadInvitation: Load<Letters["invitation"], InvitationProps> = async (
  { memberId, invitationId },
  { name },
  secrets,
) => {
  const member = await findMember(memberId);
  const invitation = await db.invitation.findUnique({
    where: { id: invitationId },
    select: {
      state: true,
      wave: {
        select: {
          replyBy: true,
          cohort: {
            select: {
              title: true,
              timeZone: true,
              place: true,
              sessions: { orderBy: { position: "asc" }, take: 1, select: { startsLocal: true } },
            },
          },
        },
      },
    },
  });
  if (!member || invitation?.state !== "sent" || invitation.wave.replyBy <= dateOf(now())) return null;
  const { replyBy, cohort } = invitation.wave;
  const end = instantOf(replyBy);
  return {
    name,
    clinic: clinic(),
    group: groupOf(cohort),
    url: secrets.place(memberId, member.linkVersion),
    unsubscribeUrl: secrets.unsubscribe(member.personId),
    seats: member.seats,
    replyBy: `${momentWords(end, cohort.timeZone)}, ${zoneTime(cohort.timeZone)}`,
    replyByDay: dayWords(end.toZonedDateTimeISO(cohort.timeZone).toPlainDate()),
  };
};

async function findMember(id: string) {
  const member = await db.member.findUnique({
    where: { id },
    select: {
      personId: true,
      position: true,
      linkVersion: true,
      party: {
        select: {
          members: {
            where: { state: { in: ["invited", "confirmed"] } },
            orderBy: { position: "asc" },
            select: { position: true, person: { select: { name: true } } },
          },
        },
      },
    },
  });
  if (!member) return null;
  const [first] = member.party.members;
  return {
    personId: member.personId,
    position: member.position,
    linkVersion: member.linkVersion,
    seats: member.party.members.length,
    writer: first?.position === 1 ? first.person.name : "",
  };
}
