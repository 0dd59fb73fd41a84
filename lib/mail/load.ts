import type { AcknowledgementProps } from "#emails/acknowledgement.tsx";
import type { ReplyProps } from "#emails/reply.tsx";
import type { SignInProps } from "#emails/sign-in.tsx";
import type { StaffWelcomeProps } from "#emails/staff-welcome.tsx";
import { instantOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { timeWords, zoneWords } from "#lib/clock/words.ts";
import { appUrl, settings } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import type { Secrets } from "./secrets.ts";
import type { Letters } from "./template.ts";

/** What a letter shows, read when it is rendered. Null when it has been overtaken: it would no longer be true. */
export type Load<Ids, Props> = (ids: Ids, to: { name: string }, secrets: Secrets) => Promise<Props | null>;

export const loadAcknowledgement: Load<Letters["acknowledgement"], AcknowledgementProps> = async (
  ids,
  { name },
  secrets,
) => {
  const common = { name, clinic: clinic(), sure: ids.sure ?? true };
  if (ids.answer === "person") return { ...common, answer: "person", url: appUrl() };
  if (ids.answer === "page") {
    const member = await db.member.findUnique({
      where: { id: ids.memberId },
      select: { id: true, linkVersion: true },
    });
    return member && { ...common, answer: "page", url: secrets.place(member.id, member.linkVersion) };
  }
  const inquiry = await db.inquiry.findUnique({
    where: { id: ids.inquiryId },
    select: { state: true, linkVersion: true },
  });
  if (inquiry?.state !== "open") return null;
  return { ...common, answer: ids.answer ?? "form", url: secrets.join(ids.inquiryId, inquiry.linkVersion) };
};

export const loadSignIn: Load<Letters["sign-in"], SignInProps> = async ({ tokenId }, { name }, secrets) => {
  const token = await db.signInToken.findUnique({
    where: { id: tokenId },
    select: { usedAt: true, expiresAt: true },
  });
  if (!token || token.usedAt) return null;
  const until = instantOf(token.expiresAt);
  if (Temporal.Instant.compare(until, now()) <= 0) return null;
  const { CLINIC_ZONE } = settings();
  const local = until.toZonedDateTimeISO(CLINIC_ZONE).toPlainTime();
  return {
    name,
    clinic: clinic(),
    url: secrets.signIn(tokenId),
    code: secrets.code(tokenId),
    until: `${timeWords(local)}, ${zoneWords(CLINIC_ZONE)} time`,
  };
};

export const loadStaffWelcome: Load<Letters["staff-welcome"], StaffWelcomeProps> = async (
  { userId },
  { name },
) => {
  const user = await db.user.findUnique({ where: { id: userId }, select: { email: true, role: true } });
  if (!user?.role) return null;
  return { name, clinic: clinic(), address: user.email, signInUrl: `${appUrl()}/sign-in` };
};

export const loadReply: Load<Letters["reply"], ReplyProps> = async (
  { text, about, inquiryId },
  _,
  secrets,
) => {
  const inquiry =
    inquiryId && text.includes("{link}")
      ? await db.inquiry.findUnique({ where: { id: inquiryId }, select: { id: true, linkVersion: true } })
      : null;
  const said = inquiry ? text.replaceAll("{link}", secrets.join(inquiry.id, inquiry.linkVersion)) : text;
  return { clinic: clinic(), about: about || "your message", text: said };
};

/** The clinic, as every letter names it. */
export function clinic() {
  const { CLINIC_NAME, CRISIS_LINE } = settings();
  return { name: CLINIC_NAME, crisisLine: CRISIS_LINE };
}
