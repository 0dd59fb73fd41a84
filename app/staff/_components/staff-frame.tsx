import type { ReactNode } from "react";
import type { Staff } from "#lib/audit/actor.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import { settings } from "#lib/config/settings.ts";
import { countNeedsUs } from "#lib/inbox/queries.ts";
import { StaffShell } from "../../_components/staff-shell.tsx";

type StaffFrameProps = {
  actor: Staff;
  current?:
    | "today"
    | "cohorts"
    | "calendar"
    | "library"
    | "waitlist"
    | "interest"
    | "inbox"
    | "messages"
    | "team";
  bleed?: boolean;
  children: ReactNode;
};

/** What stands around every staff page. Each page renders it and says which one it is: a layout can't know. */
export async function StaffFrame({ actor, current, bleed, children }: StaffFrameProps) {
  const nav = mayAdminister(actor) ? [...everybodys, ...(await admins(actor))] : everybodys;
  return (
    <StaffShell
      clinicName={settings().CLINIC_NAME}
      nav={nav.map(({ key, ...item }) => ({ ...item, current: key === current }))}
      person={{ name: actor.name }}
      accountHref="/account"
      bleed={bleed}
    >
      {children}
    </StaffShell>
  );
}

const everybodys = [
  { key: "today", href: "/staff", label: "Today" },
  { key: "cohorts", href: "/staff/cohorts", label: "Groups" },
  { key: "calendar", href: "/staff/calendar", label: "Calendar" },
  { key: "library", href: "/staff/library", label: "Library" },
];

async function admins(actor: Staff) {
  return [
    { key: "waitlist", href: "/staff/waitlist", label: "Waitlist" },
    { key: "interest", href: "/staff/interest", label: "Interest list" },
    { key: "inbox", href: "/staff/inbox", label: "Inbox", count: await countNeedsUs(actor) },
    { key: "messages", href: "/staff/messages", label: "Messages" },
    { key: "team", href: "/staff/team", label: "Team" },
  ];
}
