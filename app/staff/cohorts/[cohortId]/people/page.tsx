import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import { momentWords } from "#lib/clock/words.ts";
import { loadRoster } from "#lib/cohorts/staff-queries.ts";
import { DataTable } from "../../../../_components/data-table.tsx";
import { EmptyState } from "../../../../_components/empty-state.tsx";
import { Pebbles } from "../../../../_components/pebbles.tsx";
import { Pill } from "../../../../_components/pill.tsx";
import { Contact } from "../../../_components/contact.tsx";
import { CohortFrame } from "../_components/cohort-frame.tsx";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage({ params }: PageProps<"/staff/cohorts/[cohortId]/people">) {
  const actor = await staff();
  const cohort = await loadRoster(actor, (await params).cohortId);
  if (!cohort) notFound();
  return (
    <CohortFrame actor={actor} cohort={cohort} current="people">
      {cohort.parties.length === 0 ? (
        <EmptyState title="Nobody yet">
          <p>Those who enrol will be here, with the people they come with and how to reach them.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Everyone with a place, those who come together side by side"
          captionHidden
          head={["Who", "Places", "Contact", "State"]}
          rows={cohort.parties.map((party) => ({
            key: party.enrollmentId,
            cells: [
              <span key="who" className="flex items-center gap-4">
                <Pebbles names={party.members.map(({ name }) => name)} />
                {party.names}
              </span>,
              party.seats,
              <Contact key="contact" members={party.members} />,
              party.heldUntil ? (
                <Pill key="state" tone="apricot">
                  held until {momentWords(party.heldUntil, cohort.timeZone)}
                </Pill>
              ) : (
                <Pill key="state" tone="pine">
                  {party.state === "completed" ? "completed" : "confirmed"}
                </Pill>
              ),
            ],
          }))}
        />
      )}
    </CohortFrame>
  );
}
