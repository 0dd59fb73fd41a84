import { db } from "#lib/db/client.ts";
import { idOfToken, isGenuine } from "#lib/links/token.ts";
import { type InquiryPerson, inquiryPeople } from "./people.ts";

export type OwnedInquiry = {
  id: string;
  /** The mailbox that our answer, and so the link, went to. */
  address: string;
  people: InquiryPerson[];
  /** The words about a group or time, as written. */
  mentions: string;
  /** Whether somebody has enrolled by this link already. */
  enrolled: boolean;
};

/** The inquiry behind a link in our answer to an e-mail, or null for a link that we did not make. */
export async function inquiryBehind(token: string): Promise<OwnedInquiry | null> {
  const id = idOfToken(token);
  if (!id) return null;
  const inquiry = await db.inquiry.findUnique({
    where: { id },
    select: { id: true, people: true, linkVersion: true, address: true, mentions: true, state: true },
  });
  if (!inquiry || !isGenuine(token, "inquiry", id, inquiry.linkVersion)) return null;
  const { address, people, mentions, state } = inquiry;
  return { id, address, people: inquiryPeople.parse(people), mentions, enrolled: state === "enrolled" };
}
