/** Every message we send, and the ids that it is rendered from. The look of each is in `emails/`. */
export type Letters = {
  /** Answers an e-mail once: with the form filled in, or with whatever else it asks for. `sure: false` asks whether we understood. */
  acknowledgement: { sure?: boolean } & (
    | { answer?: "referral"; inquiryId: string }
    | { answer: "page"; memberId: string }
    | { answer: "person" }
  );
  /** Seats are held: this member is asked for their own yes. */
  "please-confirm": { memberId: string; enrollmentId: string };
  /** No room for the whole party: they are in line. */
  waitlisted: { memberId: string; enrollmentId: string };
  /** A place came free for a party in line. */
  offer: { memberId: string; enrollmentId: string };
  /** Everyone has said yes; with a calendar file of all sessions. */
  enrolled: { memberId: string; enrollmentId: string };
  /** Somebody of the party is not coming; those who remain are asked again. */
  "party-changed": { memberId: string; enrollmentId: string };
  /** The time ran out before everyone had said yes. */
  "hold-lapsed": { memberId: string; enrollmentId: string };
  /** They have left, as they asked. */
  withdrawn: { memberId: string; enrollmentId: string };
  /** They are on the interest list of a program. */
  "interest-joined": { memberId: string; interestId: string };
  /** They have left it, as they asked. */
  "interest-apart": { memberId: string; interestId: string };
  "interest-left": { memberId: string; interestId: string };
  /** There is a cohort that may suit a party of the interest list. */
  invitation: { memberId: string; invitationId: string };
  /** In a group that looks at applicants first: somebody reads it and answers. */
  applied: { memberId: string; enrollmentId: string };
  /** Not this group; with the words of whoever decided, where there are any. */
  "application-declined": { memberId: string; enrollmentId: string; words?: string };
  /** The clinic moved the party to another group; with its calendar file for who has a place there. */
  moved: { memberId: string; enrollmentId: string };
  /** A group that was in doubt is sure to take place. */
  "cohort-runs": { memberId: string; enrollmentId: string };
  /** The clinic cancelled the group; the page offers where to go on. */
  "cohort-cancelled": { memberId: string; enrollmentId: string };
  /** Sessions were moved, or don't take place; with a new calendar file. */
  "dates-changed": { memberId: string; enrollmentId: string; cohortId: string; changes: DateChange[] };
  /** Those who came together go on separately, each with what is theirs. */
  "party-split": { memberId: string; enrollmentId: string };
  /** Somebody was added to the party. */
  "party-grew": { memberId: string; enrollmentId: string };
  /** The time of an offer ran out; who had said yes, or was not asked, waits on. */
  "back-in-line": { memberId: string; enrollmentId: string };
  /** They have not answered, and the time is nearly over. */
  "hold-reminder": { memberId: string; enrollmentId: string };
  /** Staff took them out of a line. */
  "taken-out": { memberId: string; enrollmentId: string };
  /** A link and a code, for one browser, once. */
  "sign-in": { tokenId: string };
  /**
   * What somebody of the staff answered. Its words are kept as written: `{link}` in them becomes the link to the
   * form of this inquiry when it is sent.
   */
  reply: { text: string; about: string; byUserId: string; inquiryId: string | null };
  /** Somebody in one of their groups asks something: that, and no more. */
  "question-asked": { questionId: string; userId: string };
  /** What somebody asked is answered: that there is something to read, and no more. */
  "question-answered": { questionId: string; memberId: string };
  /** What somebody of the staff wrote to the people of a cohort: this one's own letter, its fields filled in. */
  announcement: {
    announcementId: string;
    cohortId: string;
    memberId: string;
    personId: string;
    subject: string;
    text: string;
    /** Who reads it besides this one, in words; none when it is for them alone. */
    readers: string;
  };
  /** A session is near. `startsAt` is when it was to begin then: moved, it is reminded of anew. */
  "session-reminder": {
    memberId: string;
    personId: string;
    sessionId: string;
    kind: "day" | "hour";
    startsAt: string;
  };
  /** Something was released to them: all that is new since the last such letter. */
  "materials-released": { memberId: string; personId: string; releaseIds: string[] };
  /** Somebody would like to come to another group's session once, and what has become of it; or that session has `changed`. */
  "make-up": { makeUpId: string; to: "host" | "guest"; changed?: true };
  /** A new colleague can sign in. */
  "staff-welcome": { userId: string };
};

/** A session that changed, and when it was said to be before: on the wall, and for how many minutes. */
export type DateChange = { sessionId: string; was: string; minutes: number };

export type Template = keyof Letters;

/** What people can choose to get. */
export type Choice = "news";

/**
 * Letters that are about no place that their reader has or asked for, by the choice that they fall under: they carry
 * a way to unsubscribe. All others answer what somebody did, or tell of their own place.
 */
export const choices: Partial<Record<Template, Choice>> = { invitation: "news" };

/** What is sent without anybody having pressed a button for it just now (RFC 3834: Auto-Submitted). */
export const automaticTemplates: Template[] = [
  "acknowledgement",
  "offer",
  "hold-lapsed",
  "back-in-line",
  "hold-reminder",
  "session-reminder",
  "materials-released",
];
