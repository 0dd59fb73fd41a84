import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { mayAdminister } from "#lib/auth/policy.ts";
import { staff } from "#lib/auth/who.ts";
import { counted } from "#lib/clock/words.ts";
import { loadProgram } from "#lib/programs/queries.ts";
import { ButtonLink } from "../../../_components/button.tsx";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { Notice } from "../../../_components/notice.tsx";
import { PageTitle } from "../../../_components/page-title.tsx";
import { Pill } from "../../../_components/pill.tsx";
import { Press } from "../../_components/press.tsx";
import { StaffFrame } from "../../_components/staff-frame.tsx";
import { kindWords } from "../_components/words.ts";
import { copyProgramAction, deleteProgramAction, moveProgramSessionAction } from "../actions.ts";
import { ProgramForm } from "./program-form.tsx";

export const metadata: Metadata = { title: "Program" };

/** What a program consists of; whoever made it, and an admin, changes it here. */
export default async function ProgramPage({
  params,
  searchParams,
}: PageProps<"/staff/programs/[programId]">) {
  const actor = await staff();
  const program = await loadProgram(actor, (await params).programId);
  if (!program) notFound();
  const { id, title, description, listed, sessions, cohorts, madeBy, mayEdit, mayDelete } = program;
  const saved = (await searchParams).saved !== undefined;
  const copy = (
    <Press action={copyProgramAction} values={{ programId: id }} variant="secondary">
      Make a copy to change
    </Press>
  );
  return (
    <StaffFrame actor={actor} current="cohorts">
      <PageTitle
        over={<a href="/staff/programs">Programs</a>}
        title={title}
        lead={description}
        actions={
          sessions.length > 0 && (
            <ButtonLink href={`/staff/cohorts/new?program=${id}`}>Plan a group</ButtonLink>
          )
        }
      />
      {saved && (
        <Notice tone="pine" role="status" className="mb-6">
          <p>It is saved.</p>
        </Notice>
      )}
      <p className="mb-6 text-soft">
        {madeBy ? `Made by ${madeBy}` : "Built in"}, {counted(sessions.length, "session")}.{" "}
        {cohorts > 0 &&
          `${counted(cohorts, "group")} planned from it so far; they keep their sessions as they are.`}
      </p>
      {sessions.length === 0 ? (
        <EmptyState title="No sessions yet">
          <p>Groups can be planned from it as soon as it has one.</p>
        </EmptyState>
      ) : (
        <ol className="divide-y divide-line border-y border-line">
          {sessions.map((session, index) => (
            <li
              key={session.id}
              className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center"
            >
              <div className="min-w-0">
                <h2 className="font-sans text-base font-semibold tracking-normal">
                  {index + 1}. {session.title}{" "}
                  {session.kind !== "weekly" && <Pill tone="plain">{kindWords[session.kind]}</Pill>}
                </h2>
                <p className="text-sm text-soft">{session.minutes} minutes</p>
                {!mayEdit && session.bring && <p className="text-sm text-soft">Bring: {session.bring}</p>}
              </div>
              {mayEdit && (
                <div className="flex flex-wrap items-center gap-x-1">
                  {index > 0 && (
                    <Press
                      action={moveProgramSessionAction}
                      values={{ programSessionId: session.id, to: "up" }}
                      label={`Up, ${session.title}`}
                    >
                      Up
                    </Press>
                  )}
                  {index < sessions.length - 1 && (
                    <Press
                      action={moveProgramSessionAction}
                      values={{ programSessionId: session.id, to: "down" }}
                      label={`Down, ${session.title}`}
                    >
                      Down
                    </Press>
                  )}
                  <ButtonLink
                    href={`/staff/programs/${id}/sessions/${session.id}`}
                    variant="quiet"
                    aria-label={`Change, ${session.title}`}
                  >
                    Change
                  </ButtonLink>
                </div>
              )}
            </li>
          ))}
        </ol>
      )}
      {mayEdit ? (
        <>
          <div className="mt-6 flex flex-wrap gap-3">
            <ButtonLink href={`/staff/programs/${id}/sessions/new`} variant="secondary">
              Add a session
            </ButtonLink>
            {copy}
          </div>
          <section className="mt-12 border-t border-line pt-6">
            <h2 className="mb-4 text-xl">What it is called</h2>
            <ProgramForm
              programId={id}
              title={title}
              description={description}
              listed={mayAdminister(actor) ? listed : null}
            />
          </section>
          {mayDelete && (
            <section className="mt-12 border-t border-line pt-6">
              <h2 className="mb-2 text-xl">Delete it</h2>
              <p className="mb-4">No group was planned from it, and nobody waits for it.</p>
              <Press action={deleteProgramAction} values={{ programId: id }} variant="destructive">
                Delete this program
              </Press>
            </section>
          )}
        </>
      ) : (
        <div className="mt-6">{copy}</div>
      )}
    </StaffFrame>
  );
}
