import type { Template } from "#lib/mail/template.ts";

/** What each of our letters is called among staff. */
export const templateWords = {
  acknowledgement: "Answer to an e-mail",
  "please-confirm": "Please say yes",
  waitlisted: "In line",
  offer: "A place is free",
  enrolled: "Enrolled, with all dates",
  "party-changed": "Somebody isn't coming",
  "hold-lapsed": "The time ran out",
  withdrawn: "Place given up",
  "interest-joined": "On the interest list",
  "interest-apart": "Each waits separately",
  "interest-left": "Left the interest list",
  invitation: "Invitation to a group",
  applied: "Application received",
  "application-declined": "Not this group",
  moved: "Moved to another group",
  "cohort-runs": "The group is sure to run",
  "cohort-cancelled": "The group is cancelled",
  "party-split": "Each goes on separately",
  "party-grew": "One more of them",
  "back-in-line": "Back in line",
  "hold-reminder": "Reminder to answer",
  "taken-out": "Taken out of line",
  "sign-in": "Link to sign in",
  "staff-welcome": "Welcome to a colleague",
} satisfies Record<Template, string>;
