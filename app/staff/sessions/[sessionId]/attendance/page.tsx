import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadAttendance } from "#lib/attendance/queries.ts";
import { staff } from "#lib/auth/who.ts";
import { now } from "#lib/clock/now.ts";
import { counted, dayWords, timeWords } from "#lib/clock/words.ts";
import { EmptyState } from "../../../../_components/empty-state.tsx";
import { Notice } from "../../../../_components/notice.tsx";
import { StaffFrame } from "../../../_components/staff-frame.tsx";
import { Attendance } from "./attendance.tsx";
import { KeepPage } from "./keep-page.tsx";

export const metadata: Metadata = { title: "Attendance" };

export default async function AttendancePage({
  params,
}: PageProps<"/staff/sessions/[sessionId]/attendance">) {
  const actor = await staff();
  const at = now();
  const session = await loadAttendance(actor, (await params).sessionId);
  if (!session) notFound();
  const { id, cohortId, title, position, sessions, cohortTitle, startsLocal, parties, chairsShort } = session;
  return (
    <StaffFrame actor={actor} current="cohorts">
      <div className="mx-auto max-w-[34rem] lg:max-w-[64rem]">
        <p className="text-sm text-soft">
          <a href={`/staff/cohorts/${cohortId}/attendance`}>{cohortTitle}</a>, session {position} of{" "}
          {sessions}
        </p>
        <h1 className="text-3xl">{title}</h1>
        <p className="mb-4 text-soft">
          {dayWords(startsLocal)}, {timeWords(startsLocal)}
        </p>
        {chairsShort > 0 && (
          <Notice tone="apricot" title={`${counted(chairsShort, "chair")} short`} className="mb-4">
            <p>
              With the guests, {chairsShort === 1 ? "one person more is" : `${chairsShort} people more are`}{" "}
              expected than there are chairs this evening. Perhaps one more can be brought in.
            </p>
          </Notice>
        )}
        {parties.length === 0 ? (
          <EmptyState title="Nobody is enrolled yet">
            <p>Everyone who is enrolled in the group will be here, with one tap for each.</p>
          </EmptyState>
        ) : (
          <Attendance
            sessionId={id}
            me={{ id: actor.userId, name: actor.name }}
            parties={parties}
            taps={session.taps}
            at={at.epochMilliseconds}
            hybrid={session.format === "hybrid"}
            from={session.startsAt.epochMilliseconds}
            until={session.endsAt.epochMilliseconds}
            timeZone={session.timeZone}
            materialsHref={`/staff/cohorts/${cohortId}/materials#session-${id}`}
          />
        )}
        <KeepPage />
      </div>
    </StaffFrame>
  );
}
