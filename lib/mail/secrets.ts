import { appUrl } from "#lib/config/settings.ts";
import { sixDigits } from "#lib/links/token.ts";
import { joinUrl, placeUrl, signInUrl, unsubscribeUrl } from "#lib/links/url.ts";

/** What in a letter only its reader may have: the links that are theirs alone, and the code. */
export type Secrets = {
  place(memberId: string, version: number): string;
  join(inquiryId: string, version: number): string;
  unsubscribe(personId: string): string;
  signIn(tokenId: string): string;
  code(tokenId: string): string;
};

/** For the letter itself. */
export const told: Secrets = {
  place: placeUrl,
  join: joinUrl,
  unsubscribe: (personId) => unsubscribeUrl(personId),
  signIn: signInUrl,
  code: (tokenId) => sixDigits("sign-in", tokenId),
};

/** For whoever else reads what a letter said. */
export const withheld: Secrets = {
  place: () => `${appUrl()}/place/…`,
  join: () => `${appUrl()}/join/…`,
  unsubscribe: () => `${appUrl()}/unsubscribe/…`,
  signIn: () => `${appUrl()}/sign-in/…`,
  code: () => "••••••",
};
