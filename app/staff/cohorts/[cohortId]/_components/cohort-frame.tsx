import type { ReactNode } from "react";
import type { Staff } from "#lib/audit/actor.ts";
import type { CohortState as State } from "../../../../../prisma/generated/enums.ts";
import { PageTitle } from "../../../../_components/page-title.tsx";
import { Tabs } from "../../../../_components/tabs.tsx";
import { StaffFrame } from "../../../_components/staff-frame.tsx";

type CohortFrameProps = {
  actor: Staff;
  cohort: { id: string; title: string; state?: State };
  current:
    | ""
    | "people"
    | "invite"
    | "sessions"
    | "attendance"
    | "materials"
    | "questions"
    | "write"
    | "settings";
  over?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

/** What stands around the pages of one cohort. */
export function CohortFrame({ actor, cohort, current, over, actions, children }: CohortFrameProps) {
  return (
    <StaffFrame actor={actor} current="cohorts">
      <PageTitle over={over} title={cohort.title} actions={actions} />
      <Tabs
        label={cohort.title}
        items={tabs.map(({ path, label }) => ({
          href: `/staff/cohorts/${cohort.id}${path && `/${path}`}`,
          label,
          current: path === current,
        }))}
      />
      {children}
    </StaffFrame>
  );
}

const tabs = [
  { path: "", label: "Overview" },
  { path: "people", label: "People" },
  { path: "invite", label: "Invite" },
  { path: "sessions", label: "Sessions" },
  { path: "attendance", label: "Attendance" },
  { path: "materials", label: "Materials" },
  { path: "questions", label: "Questions" },
  { path: "write", label: "Write" },
  { path: "settings", label: "Settings" },
];
