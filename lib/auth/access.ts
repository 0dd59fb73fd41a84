/** Who is let through; everybody else is sent to sign in, or finds nothing there. */
export type Rule =
  /** Anybody: nothing of a person is there, or only of whoever is signed in with this browser. */
  | "anyone"
  /** Whoever holds the link, or the code sent with it: it speaks for its one member, inquiry, form or mailbox. */
  | "own link"
  /** A mail provider, which signs what it sends with the secret of the settings. No person does. */
  | "signed by the provider"
  /** Whoever holds the link that an empty clinic prints, until somebody is its admin. */
  | "first admin"
  /** Anybody signed in, about themselves. */
  | "signed in"
  /** The member, signed in with their own address; neither their partners nor staff. */
  | "the member"
  /** Whoever has a seat in the cohort, from when the material can be seen. */
  | "participant"
  /** The same, and staff of the cohort at any time. Signed out, nothing is there: a player can't sign in. */
  | "participant or facilitator"
  /** Facilitators and admins. What they see and make there is their own cohorts' alone. */
  | "staff"
  /** The same. Signed out, nothing is there: what uploads can't sign in. Whatever is on its way is its sender's alone. */
  | "staff or nothing"
  /** The cohort's facilitators, and admins. */
  | "facilitator"
  | "admin";

/** Who may open each page and call each route handler. A method other than GET is named: "POST /api/mail". */
export const routes: Record<string, Rule> = {
  "/": "anyone",
  "/privacy": "anyone",
  "/practices": "anyone",
  "/practices/[slug]": "anyone",
  "/cohorts/[cohortId]": "anyone",
  "/cohorts/[cohortId]/join": "anyone",
  "/interest": "anyone",
  "/sign-in": "anyone",
  "/api/health": "anyone",
  "POST /api/mail": "signed by the provider",
  "POST /api/uploads": "staff or nothing",
  "PATCH /api/uploads/[uploadId]": "staff or nothing",
  "DELETE /api/uploads/[uploadId]": "staff or nothing",

  "/join/[token]": "own link",
  "/kept/[formToken]": "own link",
  "/place/[token]": "own link",
  "/place/[token]/also": "own link",
  "/place/[token]/apart": "own link",
  "/place/[token]/fewer": "own link",
  "/place/[token]/leave": "own link",
  "/place/[token]/partner": "own link",
  "/sign-in/[token]": "own link",
  "/unsubscribe/[token]": "own link",
  "/api/unsubscribe/[token]": "own link",
  "POST /api/unsubscribe/[token]": "own link",
  "/welcome/[token]": "first admin",

  "/account": "signed in",
  "/my": "signed in",
  "/my/[memberId]": "the member",
  "/my/[memberId]/calendar": "the member",
  "/my/materials/[materialId]": "participant",
  "/files/[materialId]": "participant or facilitator",

  "/staff": "staff",
  "/staff/cohorts": "staff",
  "/staff/cohorts/new": "staff",
  "/staff/library": "staff",
  "/staff/library/new": "staff",
  // What is one group's own is its facilitators'; the cast's is.
  "/staff/library/[materialId]": "facilitator",
  "/staff/mails": "staff",
  "/staff/mails/[template]": "staff",
  "/staff/cohorts/[cohortId]": "facilitator",
  "/staff/cohorts/[cohortId]/invite": "facilitator",
  "/staff/cohorts/[cohortId]/cancel": "facilitator",
  "/staff/cohorts/[cohortId]/people": "facilitator",
  "/staff/cohorts/[cohortId]/sessions": "facilitator",
  "/staff/cohorts/[cohortId]/attendance": "facilitator",
  "/staff/cohorts/[cohortId]/attendance/export": "facilitator",
  "/staff/cohorts/[cohortId]/materials": "facilitator",
  "/staff/cohorts/[cohortId]/settings": "facilitator",
  "/staff/sessions/[sessionId]/attendance": "facilitator",
  "/staff/sessions/[sessionId]/change": "facilitator",
  "/staff/sessions/[sessionId]/words": "facilitator",

  "/staff/cohorts/[cohortId]/people/[enrollmentId]/move": "admin",
  "/staff/inbox": "admin",
  "/staff/inbox/answers": "admin",
  "/staff/inbox/[threadId]": "admin",
  "/staff/inbox/[threadId]/layout/[messageId]": "admin",
  "/staff/inbox/[threadId]/files/[messageId]/[position]": "admin",
  "/staff/inbox/[threadId]/original/[messageId]": "admin",
  "/staff/messages": "admin",
  "/staff/messages/[messageId]": "admin",
  "/staff/team": "admin",
  "/staff/waitlist": "admin",
  "/staff/interest": "admin",
  "/staff/waitlist/import": "admin",
  "/staff/waitlist/export": "admin",
  "/staff/waitlist/[cohortId]": "facilitator",
  "/staff/waitlist/[cohortId]/export": "admin",
};

/** Who may do what each Server Action does. Each has an address of its own, whatever page its form is on. */
export const actions: Record<string, Rule> = {
  enrollAction: "anyone",
  joinInterestAction: "anyone",
  requestSignInAction: "anyone",
  signOutAction: "anyone",

  sayYesAction: "own link",
  keepWaitingAction: "own link",
  leaveAction: "own link",
  askPartnerAgainAction: "own link",
  waitTooAction: "own link",
  leaveInterestAction: "own link",
  waitAloneAction: "own link",
  changeWishAction: "own link",
  moveToInterestAction: "own link",
  acceptInvitationAction: "own link",
  declineInvitationAction: "own link",
  goOnElsewhereAction: "own link",
  pauseAction: "own link",
  resumeAction: "own link",
  moreTimeAction: "own link",
  preferAction: "own link",
  leaveLineAction: "own link",
  comeApartAction: "own link",
  takeFewerAction: "own link",
  alsoWaitAction: "own link",
  addPartnerAction: "own link",
  chooseNewsByLinkAction: "own link",
  signInWithLinkAction: "own link",
  signInWithCodeAction: "own link",
  createFirstAdminAction: "first admin",

  signOutEverywhereAction: "signed in",
  chooseNewsAction: "the member",

  createCohortAction: "staff",
  addMaterialAction: "staff",
  editMaterialAction: "facilitator",
  addVersionAction: "facilitator",
  archiveMaterialAction: "facilitator",
  restoreMaterialAction: "facilitator",
  openCohortAction: "facilitator",
  closeCohortAction: "facilitator",
  resizeCohortAction: "facilitator",
  editCohortAction: "facilitator",
  confirmCohortAction: "facilitator",
  cancelCohortAction: "facilitator",
  moveSessionAction: "facilitator",
  cancelSessionAction: "facilitator",
  describeSessionAction: "facilitator",
  acceptApplicationAction: "facilitator",
  declineApplicationAction: "facilitator",
  askAgainAction: "facilitator",
  markAction: "facilitator",
  noteAction: "facilitator",
  markEveryoneAction: "facilitator",
  attachMaterialAction: "facilitator",
  changeRuleAction: "facilitator",
  releaseAction: "facilitator",
  takeBackAction: "facilitator",
  detachAction: "facilitator",

  sendWaveAction: "admin",
  transferAction: "admin",
  setThreadStateAction: "admin",
  assignThreadAction: "admin",
  snoozeThreadAction: "admin",
  wakeThreadAction: "admin",
  markUnrelatedAction: "admin",
  addNoteAction: "admin",
  linkPartyAction: "admin",
  unlinkPartyAction: "admin",
  mergeThreadsAction: "admin",
  undoMergeAction: "admin",
  splitThreadAction: "admin",
  draftAction: "admin",
  replyAction: "admin",
  takeBackReplyAction: "admin",
  saveAnswerAction: "admin",
  deleteAnswerAction: "admin",
  resendMessageAction: "admin",
  liftSuppressionAction: "admin",
  offerNowAction: "admin",
  takeOutAction: "admin",
  takeOfferBackAction: "admin",
  putBackAction: "admin",
  pauseWaitAction: "admin",
  resumeWaitAction: "admin",
  giveRoleAction: "admin",
  removeStaffAction: "admin",
  importAction: "admin",
};
