import { appUrl } from "#lib/config/settings.ts";
import { linkToken } from "./token.ts";

/** A member's own link: their party's status, and their answers. */
export function placeUrl(memberId: string, version: number): string {
  return `${appUrl()}/place/${linkToken("member", memberId, version)}`;
}

/** The link in an acknowledgement: the enrolment form, filled in from what the e-mail said. */
export function joinUrl(inquiryId: string, version: number): string {
  return `${appUrl()}/join/${linkToken("inquiry", inquiryId, version)}`;
}

/** Where somebody says that they want no more news: a page, or what their mail program calls with one click. */
export function unsubscribeUrl(personId: string, way: "page" | "one-click" = "page"): string {
  return `${appUrl()}${way === "page" ? "" : "/api"}/unsubscribe/${linkToken("unsubscribe", personId)}`;
}

export function signInUrl(tokenId: string): string {
  return `${appUrl()}/sign-in/${linkToken("sign-in", tokenId)}`;
}
