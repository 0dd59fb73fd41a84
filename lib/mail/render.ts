import { createElement, type ReactElement } from "react";
import { render, toPlainText } from "react-email";
import * as acknowledgement from "#emails/acknowledgement.tsx";
import * as announcement from "#emails/announcement.tsx";
import * as applicationDeclined from "#emails/application-declined.tsx";
import * as applied from "#emails/applied.tsx";
import * as backInLine from "#emails/back-in-line.tsx";
import * as cohortCancelled from "#emails/cohort-cancelled.tsx";
import * as cohortRuns from "#emails/cohort-runs.tsx";
import * as datesChanged from "#emails/dates-changed.tsx";
import * as enrolled from "#emails/enrolled.tsx";
import * as holdLapsed from "#emails/hold-lapsed.tsx";
import * as holdReminder from "#emails/hold-reminder.tsx";
import * as interestApart from "#emails/interest-apart.tsx";
import * as interestJoined from "#emails/interest-joined.tsx";
import * as interestLeft from "#emails/interest-left.tsx";
import * as invitation from "#emails/invitation.tsx";
import * as makeUp from "#emails/make-up.tsx";
import * as materialsReleased from "#emails/materials-released.tsx";
import * as moved from "#emails/moved.tsx";
import * as offer from "#emails/offer.tsx";
import * as partyChanged from "#emails/party-changed.tsx";
import * as partyGrew from "#emails/party-grew.tsx";
import * as partySplit from "#emails/party-split.tsx";
import * as pleaseConfirm from "#emails/please-confirm.tsx";
import * as questionAnswered from "#emails/question-answered.tsx";
import * as questionAsked from "#emails/question-asked.tsx";
import * as reply from "#emails/reply.tsx";
import * as sessionReminder from "#emails/session-reminder.tsx";
import * as signIn from "#emails/sign-in.tsx";
import * as staffWelcome from "#emails/staff-welcome.tsx";
import * as takenOut from "#emails/taken-out.tsx";
import * as waitlisted from "#emails/waitlisted.tsx";
import * as withdrawn from "#emails/withdrawn.tsx";
import { db } from "#lib/db/client.ts";
import { attachable } from "#lib/files/attachable.ts";
import { type Load, loadAcknowledgement, loadReply, loadSignIn, loadStaffWelcome } from "./load.ts";
import { loadCancelledDates, loadDatesChanged } from "./load-dates.ts";
import { loadAnnouncement, loadMaterialsReleased, loadSessionReminder } from "./load-group.ts";
import { loadInterestApart, loadInterestJoined, loadInterestLeft, loadInvitation } from "./load-interest.ts";
import { loadMakeUp } from "./load-make-up.ts";
import {
  loadApplicationDeclined,
  loadApplied,
  loadBackInLine,
  loadCalendar,
  loadCancelledCohort,
  loadCohortCancelled,
  loadCohortRuns,
  loadEnrolled,
  loadHoldLapsed,
  loadHoldReminder,
  loadMoved,
  loadOffer,
  loadPartyChanged,
  loadPartyGrew,
  loadPartySplit,
  loadPleaseConfirm,
  loadTakenOut,
  loadWaitlisted,
  loadWithdrawn,
} from "./load-party.ts";
import { loadQuestionAnswered, loadQuestionAsked } from "./load-questions.ts";
import { type Secrets, told, withheld } from "./secrets.ts";
import type { Letters, Template } from "./template.ts";

export type Rendered = { subject: string; html: string; text: string };

export type StoredLetter = { template: string | null; name: string; props: unknown };

/**
 * Renders a stored message. With `redact`, links and codes come without their secret part.
 * Null when it has been overtaken, and would no longer be true.
 */
export function renderMessage(message: StoredLetter, { redact = false } = {}): Promise<Rendered | null> {
  const template = message.template as Template;
  return letters[template].render(message.props as never, message, redact ? withheld : told);
}

/** What is attached to a message: the files of an answer; the calendar file of all sessions, for those who have a place. */
export async function attachmentsOf({ id, template, props }: StoredLetter & { id: string }) {
  if (template === "reply") return filesOf(id);
  if (template === "cohort-cancelled") {
    const content = await loadCancelledCohort(props as Letters["cohort-cancelled"]);
    return content ? [calendarFile("cancelled.ics", "CANCEL", content)] : [];
  }
  if (template !== "enrolled" && template !== "moved" && template !== "dates-changed") return [];
  const content = await loadCalendar(props as Letters["enrolled" | "moved" | "dates-changed"]);
  const cancelled =
    template === "dates-changed" ? await loadCancelledDates(props as Letters["dates-changed"]) : null;
  return [
    ...(content ? [calendarFile("sessions.ics", "PUBLISH", content)] : []),
    ...(cancelled ? [calendarFile("cancelled.ics", "CANCEL", cancelled)] : []),
  ];
}

function calendarFile(filename: string, method: string, content: string) {
  return { filename, contentType: `text/calendar; charset=utf-8; method=${method}`, content };
}

async function filesOf(messageId: string) {
  const attached = await db.attachment.findMany({
    where: { messageId, fileId: { not: null } },
    orderBy: { position: "asc" },
    select: { file: { select: { key: true, name: true, type: true } } },
  });
  const files = attached.flatMap(({ file }) => file ?? []);
  return Promise.all(
    files.map(async (file) => ({
      filename: file.name,
      contentType: file.type,
      ...(await attachable(file)),
    })),
  );
}

/** A template as it looks with the people of its sample. */
export function renderSample(template: Template): Promise<Rendered> {
  return letters[template].sample();
}

type Look<Props extends object> = {
  default: (props: Props) => ReactElement;
  subject: (props: Props) => string;
  sample: Props;
};

type Letter<Ids> = {
  render(ids: Ids, to: { name: string }, secrets: Secrets): Promise<Rendered | null>;
  sample(): Promise<Rendered>;
};

const letters: { [T in Template]: Letter<Letters[T]> } = {
  acknowledgement: letter(acknowledgement, loadAcknowledgement),
  "please-confirm": letter(pleaseConfirm, loadPleaseConfirm),
  waitlisted: letter(waitlisted, loadWaitlisted),
  offer: letter(offer, loadOffer),
  enrolled: letter(enrolled, loadEnrolled),
  "party-changed": letter(partyChanged, loadPartyChanged),
  "hold-lapsed": letter(holdLapsed, loadHoldLapsed),
  withdrawn: letter(withdrawn, loadWithdrawn),
  "make-up": letter(makeUp, loadMakeUp),
  "interest-joined": letter(interestJoined, loadInterestJoined),
  "interest-apart": letter(interestApart, loadInterestApart),
  "interest-left": letter(interestLeft, loadInterestLeft),
  invitation: letter(invitation, loadInvitation),
  applied: letter(applied, loadApplied),
  "application-declined": letter(applicationDeclined, loadApplicationDeclined),
  moved: letter(moved, loadMoved),
  "cohort-runs": letter(cohortRuns, loadCohortRuns),
  "cohort-cancelled": letter(cohortCancelled, loadCohortCancelled),
  "dates-changed": letter(datesChanged, loadDatesChanged),
  "party-split": letter(partySplit, loadPartySplit),
  "party-grew": letter(partyGrew, loadPartyGrew),
  "back-in-line": letter(backInLine, loadBackInLine),
  "hold-reminder": letter(holdReminder, loadHoldReminder),
  "taken-out": letter(takenOut, loadTakenOut),
  "sign-in": letter(signIn, loadSignIn),
  reply: letter(reply, loadReply),
  "question-asked": letter(questionAsked, loadQuestionAsked),
  "question-answered": letter(questionAnswered, loadQuestionAnswered),
  "staff-welcome": letter(staffWelcome, loadStaffWelcome),
  announcement: letter(announcement, loadAnnouncement),
  "session-reminder": letter(sessionReminder, loadSessionReminder),
  "materials-released": letter(materialsReleased, loadMaterialsReleased),
};

export const templates = Object.keys(letters) as Template[];

function letter<Ids, Props extends object>(look: Look<Props>, load: Load<Ids, Props>): Letter<Ids> {
  return {
    render: async (ids, to, secrets) => {
      const props = await load(ids, to, secrets);
      return props && draw(look, props);
    },
    sample: () => draw(look, look.sample),
  };
}

async function draw<Props extends object>(look: Look<Props>, props: Props): Promise<Rendered> {
  const html = await render(createElement(look.default, props));
  return { subject: look.subject(props), html, text: toPlainText(html) };
}
