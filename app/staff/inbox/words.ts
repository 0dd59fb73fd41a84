import type { List } from "#lib/inbox/queries.ts";
import type { Intent } from "../../../prisma/generated/enums.ts";

/** What a message asks for, as staff say it. */
export const intentWords = {
  enrol: "A place",
  question: "A question",
  change: "A change",
  withdraw: "Giving up a place",
  partnerReply: "A partner’s answer",
  referral: "A referral",
  automatic: "Automatic mail",
  unrelated: "Something else",
} satisfies Record<Intent, string>;

export const stateWords = {
  new: "New",
  needsUs: "Needs us",
  waitingForThem: "Waiting",
  later: "Later",
  done: "Done",
} satisfies Record<List["state"], string>;
