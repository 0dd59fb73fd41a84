import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadTeam } from "#lib/auth/staff-queries.ts";
import { admin } from "#lib/auth/who.ts";
import { Card } from "../../_components/card.tsx";
import { DataTable } from "../../_components/data-table.tsx";
import { PageTitle } from "../../_components/page-title.tsx";
import { Press } from "../_components/press.tsx";
import { StaffFrame } from "../_components/staff-frame.tsx";
import { removeStaffAction } from "./actions.ts";
import { ColleagueForm } from "./colleague-form.tsx";

export const metadata: Metadata = { title: "Team" };

export default async function TeamPage() {
  const actor = await admin();
  const team = await loadTeam(actor);
  if (!team) notFound();
  return (
    <StaffFrame actor={actor} current="team">
      <PageTitle
        title="Team"
        lead="Facilitators run their own groups. Admins see everything, and answer for it."
      />
      <div className="grid gap-8 lg:grid-cols-[1fr_24rem] lg:items-start">
        <DataTable
          caption="Everyone on the team"
          captionHidden
          head={["Name", "E-mail", "Role", ""]}
          rows={team.map(({ id, name, email, role }) => ({
            key: id,
            cells: [
              name,
              <span key="email" className="break-all">
                {email}
              </span>,
              role === "admin" ? "Admin" : "Facilitator",
              <Press key="remove" action={removeStaffAction} values={{ userId: id }}>
                Take the role away<span className="sr-only"> from {name}</span>
              </Press>,
            ],
          }))}
        />
        <Card title="Add a colleague">
          <ColleagueForm />
        </Card>
      </div>
    </StaffFrame>
  );
}
