import type { Metadata } from "next";
import { staff } from "#lib/auth/who.ts";
import { counted, dateWords, zoneWords } from "#lib/clock/words.ts";
import { loadCohorts } from "#lib/cohorts/load-cohorts.ts";
import { listWords } from "#lib/people/words.ts";
import { ButtonLink } from "../../_components/button.tsx";
import { DataTable } from "../../_components/data-table.tsx";
import { EmptyState } from "../../_components/empty-state.tsx";
import { PageTitle } from "../../_components/page-title.tsx";
import { Pager } from "../../_components/pager.tsx";
import { pageNumber } from "../_components/page-number.ts";
import { StaffFrame } from "../_components/staff-frame.tsx";
import { CohortState } from "./cohort-state.tsx";

type Listed = Awaited<ReturnType<typeof loadCohorts>>["cohorts"][number];

export const metadata: Metadata = { title: "Groups" };

export default async function CohortsPage({ searchParams }: PageProps<"/staff/cohorts">) {
  const actor = await staff();
  const page = pageNumber((await searchParams).page);
  const { cohorts, hasNext } = await loadCohorts(actor, page);
  return (
    <StaffFrame actor={actor} current="cohorts">
      <PageTitle
        title="Groups"
        actions={
          <>
            <ButtonLink href="/staff/programs" variant="secondary">
              Programs
            </ButtonLink>
            <ButtonLink href="/staff/cohorts/new">Plan a group</ButtonLink>
          </>
        }
      />
      {cohorts.length === 0 ? (
        <EmptyState title="No groups here yet">
          <p>Each group you run will be here, with its places, its dates and its people.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Groups, what comes next first"
          captionHidden
          head={["Group", "Next session", "Places taken", "In line", "Facilitators", "State"]}
          rows={cohorts.map((cohort) => ({
            key: cohort.id,
            cells: [
              <a
                key="title"
                href={`/staff/cohorts/${cohort.id}`}
                className="inline-flex min-h-11 items-center"
              >
                {cohort.title}
              </a>,
              nextWords(cohort),
              `${cohort.seatsTaken} of ${cohort.capacity}`,
              cohort.partiesWaiting === 0 ? "Nobody" : counted(cohort.partiesWaiting, "request"),
              listWords(cohort.facilitators) || "Nobody yet",
              <CohortState key="state" {...cohort} />,
            ],
          }))}
        />
      )}
      <Pager page={page} hasNext={hasNext} href={(to) => `/staff/cohorts?page=${to}`} />
    </StaffFrame>
  );
}

/** "Tuesday 12 January 2027, Toronto: 3 of 9", or when the last one was. */
function nextWords({ next, startsLocal, sessionCount, timeZone, state }: Listed): string {
  if (next && state !== "cancelled")
    return `${dateWords(next.startsLocal)}, ${zoneWords(timeZone)}: ${next.number} of ${sessionCount}`;
  return startsLocal ? `Began ${dateWords(startsLocal)}` : "To be announced";
}
