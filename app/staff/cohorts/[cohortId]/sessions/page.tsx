import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import { dateWords, timeWords, zoneWords } from "#lib/clock/words.ts";
import { loadSessions } from "#lib/cohorts/staff-queries.ts";
import { ButtonLink } from "../../../../_components/button.tsx";
import { DataTable } from "../../../../_components/data-table.tsx";
import { CohortFrame } from "../_components/cohort-frame.tsx";

export const metadata: Metadata = { title: "Sessions" };

export default async function SessionsPage({ params }: PageProps<"/staff/cohorts/[cohortId]/sessions">) {
  const actor = await staff();
  const cohort = await loadSessions(actor, (await params).cohortId);
  if (!cohort) notFound();
  return (
    <CohortFrame actor={actor} cohort={cohort} current="sessions">
      <DataTable
        caption={`All sessions, in the time of ${zoneWords(cohort.timeZone)}`}
        head={["Session", "Date", "Time", ""]}
        rows={cohort.sessions.map(({ id, title, startsLocal, minutes }) => ({
          key: id,
          cells: [
            title,
            dateWords(startsLocal),
            `${timeWords(startsLocal)} to ${timeWords(startsLocal.add({ minutes }))}`,
            <a
              key="attendance"
              href={`/staff/sessions/${id}/attendance`}
              aria-label={`Attendance, ${title}`}
              className="inline-flex min-h-11 items-center"
            >
              Attendance
            </a>,
          ],
        }))}
      />
      <ButtonLink href={`/staff/cohorts/new?like=${cohort.id}`} variant="secondary" className="mt-8">
        Plan another group like this one
      </ButtonLink>
    </CohortFrame>
  );
}
