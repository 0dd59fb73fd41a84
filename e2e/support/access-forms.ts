import type { Cast } from "./access-cast.ts";

type Fields = Record<string, string>;

/** For each Server Action a form that somebody who may would send: it changes something. */
export const forms: Record<string, (there: Cast) => Fields> = {
  enrollAction: ({ params }) => ({
    cohortId: params.cohortId ?? "",
    formToken: crypto.randomUUID(),
    company: "alone",
    name: "Bea",
    email: "bea@example.org",
  }),
  joinInterestAction: ({ programId }) => ({
    programId,
    formToken: crypto.randomUUID(),
    company: "alone",
    name: "Bea",
    email: "bea@example.org",
  }),
  requestSignInAction: () => ({ email: "ana@example.org" }),
  signInWithLinkAction: ({ tokens }) => ({ token: tokens["sign-in"] ?? "" }),
  signInWithCodeAction: ({ code }) => ({ code, email: "ana@example.org" }),
  createFirstAdminAction: ({ tokens }) => ({
    token: tokens.welcome ?? "",
    name: "Bea",
    email: "bea@example.org",
  }),
  signOutAction: () => ({}),
  signOutEverywhereAction: () => ({}),
  chooseNewsAction: ({ anaPersonId }) => ({ personId: anaPersonId, wanted: "no" }),
  writeReflectionAction: (there) => ({ ...me(there), text: "A quiet evening." }),
  changeReflectionAction: (there) => ({ ...me(there), ...reflection(there), text: "A quieter one." }),
  deleteReflectionAction: (there) => ({ ...me(there), ...reflection(there) }),
  askQuestionAction: (there) => ({ ...me(there), text: "Where do I park?" }),
  excuseAction: (there) => ({ ...me(there), sessionId: there.awayFrom.notYet }),
  takeExcuseBackAction: (there) => ({ ...me(there), sessionId: there.awayFrom.said }),
  leaveGroupAction: me,
  beNamedAction: (there) => ({ ...me(there), given: "yes" }),
  chooseRemindersAction: ({ params }) => ({ memberId: params.memberId ?? "", kinds: "hour" }),
  chooseRemindersByLinkAction: ({ seatedToken }) => ({ token: seatedToken, kinds: "hour" }),
  renewMyCalendarAction: ({ params }) => ({ memberId: params.memberId ?? "" }),
  chooseNewsByLinkAction: ({ tokens }) => ({ token: tokens.unsubscribe ?? "", wanted: "no" }),

  sayYesAction: place,
  leaveAction: place,
  askPartnerAgainAction: (there) => ({ ...place(there), position: "2" }),
  goOnElsewhereAction: ({ cancelledToken, robinsId }) => ({ token: cancelledToken, cohortId: robinsId }),
  keepWaitingAction: ({ offeredToken }) => ({ token: offeredToken }),
  pauseAction: ({ waitingToken }) => ({ token: waitingToken }),
  resumeAction: ({ pausedToken }) => ({ token: pausedToken }),
  moreTimeAction: place,
  preferAction: ({ twice }) => ({ token: twice.token, place: twice.second }),
  leaveLineAction: ({ twice }) => ({ token: twice.token, place: twice.first }),
  comeApartAction: place,
  takeFewerAction: ({ waitingToken }) => ({ token: waitingToken, comes: "2" }),
  alsoWaitAction: ({ waitingToken, params }) => ({ token: waitingToken, cohortId: params.cohortId ?? "" }),
  addPartnerAction: (there) => ({ ...place(there), name: "Lux", email: "lux@example.org" }),

  waitTooAction: ({ interestedToken }) => ({ token: interestedToken }),
  changeWishAction: ({ interestedToken }) => ({
    token: interestedToken,
    suits: "tue-evening",
    format: "online",
  }),
  waitAloneAction: ({ togetherToken }) => ({ token: togetherToken }),
  leaveInterestAction: ({ interestedToken }) => ({ token: interestedToken }),
  moveToInterestAction: ({ lapsedToken }) => ({ token: lapsedToken }),
  acceptInvitationAction: ({ invitedToken }) => ({ token: invitedToken }),
  declineInvitationAction: ({ invitedToken }) => ({ token: invitedToken }),

  renewStaffCalendarAction: () => ({}),
  createProgramAction: () => ({ title: "Four mornings", description: "A short one." }),
  copyProgramAction: program,
  editProgramAction: (there) => ({ ...program(there), title: "Our own way" }),
  deleteProgramAction: program,
  addProgramSessionAction: (there) => ({ ...program(there), ...lesson }),
  editProgramSessionAction: ({ params }) => ({
    programSessionId: params.programSessionId ?? "",
    ...lesson,
  }),
  moveProgramSessionAction: ({ params }) => ({
    programSessionId: params.programSessionId ?? "",
    to: "down",
  }),
  setDefaultMaterialAction: ({ params, sharedId }) => ({
    programSessionId: params.programSessionId ?? "",
    materialId: sharedId,
    rule: "beforeSession",
    offset: "1",
    offsetUnit: "days",
  }),
  removeDefaultMaterialAction: ({ defaultId }) => ({ defaultId }),
  removeProgramSessionAction: ({ params }) => ({ programSessionId: params.programSessionId ?? "" }),

  createCohortAction: ({ programId }) => ({
    programId,
    title: "Autumn mornings",
    firstOn: "2040-10-02",
    startsAt: "10:00",
    timeZone: "America/Toronto",
    format: "online",
    capacity: "12",
    press: "save",
  }),
  openCohortAction: ({ draftId }) => ({ cohortId: draftId }),
  closeCohortAction: cohort,
  resizeCohortAction: (there) => ({ ...cohort(there), capacity: "17" }),
  editCohortAction: (there) => ({ ...cohort(there), title: "Winter nights", capacity: "18" }),
  confirmCohortAction: ({ inDoubtId }) => ({ cohortId: inDoubtId }),
  cancelCohortAction: (there) => ({ ...cohort(there), reason: "Too few came." }),
  moveSessionAction: (there) => ({ ...session(there), startsLocal: "2041-03-05T19:00", minutes: "120" }),
  cancelSessionAction: (there) => ({ ...session(there), reason: "Sam is away." }),
  describeSessionAction: (there) => ({ ...session(there), title: "Retreat", bring: "A blanket." }),
  acceptApplicationAction: ({ appliedId }) => ({ enrollmentId: appliedId }),
  declineApplicationAction: ({ appliedId }) => ({ enrollmentId: appliedId, words: "In spring, perhaps." }),
  transferAction: ({ params, robinsId }) => ({
    enrollmentId: params.enrollmentId ?? "",
    toCohortId: robinsId,
  }),
  askAgainAction: ({ held }) => ({ enrollmentId: held.enrollmentId, memberId: held.wrenId }),
  askMakeUpAction: (there) => ({
    ...me(there),
    homeSessionId: there.makeUp.missed,
    hostSessionId: there.makeUp.chair,
  }),
  takeMakeUpBackAction: (there) => ({ ...me(there), makeUpId: there.makeUp.anas }),
  answerMakeUpAction: ({ makeUp }) => ({ makeUpId: makeUp.kims, agree: "yes", words: "Do come." }),
  markAction: (there) => ({ ...session(there), personId: there.anaPersonId, status: "excused" }),
  wayAction: (there) => ({ ...session(there), personId: there.anaPersonId, online: "yes" }),
  noteAction: (there) => ({ ...session(there), personId: there.anaPersonId, note: "Comes by train." }),
  markEveryoneAction: session,
  addMaterialAction: () => ({ kind: "text", title: "A pause", text: "Breathe.", language: "en" }),
  editMaterialAction: (there) => ({ ...material(there), title: "A pause", language: "en" }),
  addVersionAction: ({ textId }) => ({ materialId: textId, kind: "text", text: "Breathe out." }),
  archiveMaterialAction: material,
  restoreMaterialAction: ({ awayId }) => ({ materialId: awayId }),
  answerQuestionAction: ({ questionId }) => ({ questionId, answer: "By the door." }),
  attachMaterialAction: (there) => ({
    ...session(there),
    kind: "text",
    title: "A pause",
    text: "Breathe.",
    rule: "byHand",
  }),
  writeAction: (there) => ({
    ...cohort(there),
    formToken: crypto.randomUUID(),
    to: "everyone",
    subject: "Before we meet",
    text: "Hello {first name}",
  }),
  sendAnnouncementAction: announcement,
  scheduleAnnouncementAction: (there) => ({ ...announcement(there), sendLocal: "2041-03-05T09:00" }),
  takeBackAnnouncementAction: ({ written }) => ({ announcementId: written.scheduledId }),
  discardAnnouncementAction: (there) => ({ ...announcement(there), ...cohort(there) }),
  changeRuleAction: (there) => ({ ...released(there), rule: "afterSession" }),
  releaseAction: released,
  takeBackAction: released,
  detachAction: released,

  sendWaveAction: (there) => ({ ...cohort(there), interestIds: there.interestId, days: "5" }),
  offerNowAction: ({ line }) => ({ ...line.waiting, reason: "They asked us to" }),
  takeOutAction: ({ line }) => ({ ...line.waiting, reason: "They asked us to" }),
  takeOfferBackAction: ({ line }) => line.offered,
  putBackAction: ({ line }) => line.out,
  pauseWaitAction: ({ line }) => line.waiting,
  resumeWaitAction: ({ line }) => line.paused,

  setThreadStateAction: (there) => ({ ...thread(there), state: "done" }),
  assignThreadAction: (there) => ({ ...thread(there), to: "me" }),
  snoozeThreadAction: (there) => ({ ...thread(there), until: "week" }),
  wakeThreadAction: ({ mailbox }) => ({ threadId: mailbox.snoozedId }),
  markUnrelatedAction: (there) => ({ ...thread(there), unrelated: "yes" }),
  addNoteAction: (there) => ({ ...thread(there), text: "They called." }),
  linkPartyAction: (there) => ({ ...thread(there), partyId: there.mailbox.partyId }),
  unlinkPartyAction: ({ mailbox }) => ({ threadId: mailbox.snoozedId, partyId: mailbox.partyId }),
  mergeThreadsAction: (there) => ({ ...thread(there), otherId: there.mailbox.snoozedId }),
  undoMergeAction: ({ mailbox }) => ({ threadId: mailbox.snoozedId, otherId: mailbox.mergedId }),
  splitThreadAction: (there) => ({ ...thread(there), messageId: there.mailbox.secondId }),
  draftAction: (there) => ({ ...thread(there), intent: "enrol", seats: "1", "people[0].name": "Mara" }),
  replyAction: (there) => ({ ...thread(there), text: "There is room." }),
  takeBackReplyAction: ({ mailbox }) => ({ threadId: mailbox.snoozedId, messageId: mailbox.replyId }),
  saveAnswerAction: () => ({ title: "Where we are", text: "On Willow Street." }),
  deleteAnswerAction: ({ mailbox }) => ({ answerId: mailbox.answerId }),
  resendMessageAction: ({ failedId }) => ({ messageId: failedId }),
  liftSuppressionAction: ({ suppressedId }) => ({ messageId: suppressedId }),
  giveRoleAction: () => ({ name: "Kit", email: "kit@willowstreet.example", role: "facilitator" }),
  removeStaffAction: ({ robinId }) => ({ userId: robinId }),
  importAction: ({ params }) => ({
    destinationId: params.cohortId ?? "",
    pasted: "Name\tE-mail\nZoe Park\tzoe@example.org",
    press: "import",
  }),
};

function me({ params }: Cast): Fields {
  return { memberId: params.memberId ?? "" };
}

function reflection({ params }: Cast): Fields {
  return { reflectionId: params.reflectionId ?? "" };
}

const lesson = { kind: "weekly", title: "Another evening", minutes: "120" };

function program({ params }: Cast): Fields {
  return { programId: params.programId ?? "" };
}

function place({ tokens }: Cast): Fields {
  return { token: tokens.place ?? "" };
}

function cohort({ params }: Cast): Fields {
  return { cohortId: params.cohortId ?? "" };
}

function session({ params }: Cast): Fields {
  return { sessionId: params.sessionId ?? "" };
}

function thread({ params }: Cast): Fields {
  return { threadId: params.threadId ?? "" };
}

function material({ params }: Cast): Fields {
  return { materialId: params.materialId ?? "" };
}

function announcement({ params }: Cast): Fields {
  return { announcementId: params.announcementId ?? "" };
}

function released({ releaseId }: Cast): Fields {
  return { releaseId };
}
