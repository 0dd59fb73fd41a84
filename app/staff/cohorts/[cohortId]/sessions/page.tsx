import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import { dateWords, timeWords, zoneWords } from "#lib/clock/words.ts";
import { loadSessions } from "#lib/cohorts/load-sessions.ts";
import { ButtonLink } from "../../../../_components/button.tsx";
import { DataTable } from "../../../../_components/data-table.tsx";
import { Pill } from "../../../../_components/pill.tsx";
import { clashWords } from "../../../_components/clash-words.ts";
import { Clashes } from "../../../_components/clashes.tsx";
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
        rows={cohort.sessions.map(
          ({ id, title, startsLocal, minutes, cancelledAt, cancelReason, clashes }) => ({
            key: id,
            cells: [
              cancelledAt ? (
                <>
                  {title} <Pill tone="apricot">does not take place</Pill>
                  <span className="block text-sm text-soft">{cancelReason}</span>
                </>
              ) : (
                <>
                  {title}
                  <Clashes words={clashes.map(clashWords)} />
                </>
              ),
              dateWords(startsLocal),
              `${timeWords(startsLocal)} to ${timeWords(startsLocal.add({ minutes }))}`,
              !cancelledAt && (
                <span key="links" className="flex flex-wrap gap-x-5">
                  <a
                    href={`/staff/sessions/${id}/attendance`}
                    aria-label={`Attendance, ${title}`}
                    className="inline-flex min-h-11 items-center"
                  >
                    Attendance
                  </a>
                  <a
                    href={`/staff/sessions/${id}/words`}
                    aria-label={`Bring and practice, ${title}`}
                    className="inline-flex min-h-11 items-center"
                  >
                    Bring and practice
                  </a>
                  <a
                    href={`/staff/sessions/${id}/change`}
                    aria-label={`Move or cancel, ${title}`}
                    className="inline-flex min-h-11 items-center"
                  >
                    Move or cancel
                  </a>
                </span>
              ),
            ],
          }),
        )}
      />
      <ButtonLink href={`/staff/cohorts/new?like=${cohort.id}`} variant="secondary" className="mt-8">
        Plan another group like this one
      </ButtonLink>
    </CohortFrame>
  );
}
