import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import { loadOwnProgram } from "#lib/programs/queries.ts";
import { PageTitle } from "../../../../../_components/page-title.tsx";
import { StaffFrame } from "../../../../_components/staff-frame.tsx";
import { SessionForm } from "../../../_components/session-form.tsx";
import { addProgramSessionAction } from "../../../actions.ts";

export const metadata: Metadata = { title: "Add a session" };

export default async function NewProgramSessionPage({
  params,
}: PageProps<"/staff/programs/[programId]/sessions/new">) {
  const actor = await staff();
  const program = await loadOwnProgram(actor, (await params).programId);
  if (!program) notFound();
  const back = `/staff/programs/${program.id}`;
  return (
    <StaffFrame actor={actor} current="cohorts">
      <PageTitle
        over={<a href={back}>{program.title}</a>}
        title="Add a session"
        lead="It goes to the end; from there you can move it up."
      />
      <SessionForm
        action={addProgramSessionAction}
        about={{ programId: program.id }}
        initial={{ kind: "weekly", title: "", minutes: 150, bring: "", practice: "" }}
        back={back}
      />
    </StaffFrame>
  );
}
