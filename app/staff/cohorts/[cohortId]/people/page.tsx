import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { mayAdminister } from "#lib/auth/policy.ts";
import { staff } from "#lib/auth/who.ts";
import { now } from "#lib/clock/now.ts";
import { counted, momentWords, spanWords } from "#lib/clock/words.ts";
import { loadRoster } from "#lib/cohorts/load-roster.ts";
import { DataTable } from "../../../../_components/data-table.tsx";
import { EmptyState } from "../../../../_components/empty-state.tsx";
import { Pebbles } from "../../../../_components/pebbles.tsx";
import { Pill } from "../../../../_components/pill.tsx";
import { Contact } from "../../../_components/contact.tsx";
import { CohortFrame } from "../_components/cohort-frame.tsx";
import { Applicant } from "./applicant.tsx";

export const metadata: Metadata = { title: "People" };

type Roster = NonNullable<Awaited<ReturnType<typeof loadRoster>>>;
type Party = Roster["parties"][number];

export default async function PeoplePage({ params }: PageProps<"/staff/cohorts/[cohortId]/people">) {
  const actor = await staff();
  const at = now();
  const cohort = await loadRoster(actor, (await params).cohortId);
  if (!cohort) notFound();
  const { id, timeZone, applicants, parties, waiting } = cohort;
  const mayMove = mayAdminister(actor) && cohort.state !== "cancelled";
  const row = (party: Party, state: React.ReactNode) => ({
    key: party.enrollmentId,
    cells: [
      <span key="who" className="flex items-center gap-4">
        <Pebbles names={party.members.map(({ name }) => name)} />
        {party.names}
      </span>,
      party.seats,
      <Contact key="contact" members={party.members} />,
      state,
      ...(mayMove ? [<Move key="move" cohortId={id} party={party} />] : []),
    ],
  });
  const head = ["Who", "Places", "Contact", "State", ...(mayMove ? [""] : [])];
  return (
    <CohortFrame actor={actor} cohort={cohort} current="people">
      <div className="grid gap-10">
        {applicants.length > 0 && (
          <section>
            <h2 className="mb-1 text-xl">Applications</h2>
            <p className="mb-3 max-w-[65ch] text-soft">
              Each keeps its place by the time it came. Who is accepted is asked for a yes, or is in line.
            </p>
            <ul className="grid gap-3">
              {applicants.map((party) => (
                <Applicant
                  key={party.enrollmentId}
                  enrollmentId={party.enrollmentId}
                  names={party.names}
                  about={`${counted(party.seats, "place")}, applied ${momentWords(party.joinedAt, timeZone)}`}
                >
                  <Pebbles names={party.members.map(({ name }) => name)} />
                  <Contact members={party.members} />
                </Applicant>
              ))}
            </ul>
          </section>
        )}
        {parties.length === 0 ? (
          <EmptyState title="Nobody yet">
            <p>Those who enrol will be here, with the people they come with and how to reach them.</p>
          </EmptyState>
        ) : (
          <DataTable
            caption="Everyone with a place, those who come together side by side"
            captionHidden
            head={head}
            rows={parties.map((party) =>
              row(
                party,
                party.heldUntil ? (
                  <Pill key="state" tone="apricot">
                    held until {momentWords(party.heldUntil, timeZone)}
                  </Pill>
                ) : (
                  <Pill key="state" tone="pine">
                    {party.state === "completed" ? "completed" : "confirmed"}
                  </Pill>
                ),
              ),
            )}
          />
        )}
        {waiting.length > 0 && (
          <DataTable
            caption="In line"
            head={head}
            rows={waiting.map((party) =>
              row(
                party,
                <Pill key="state" tone="periwinkle">
                  waiting {spanWords(party.joinedAt, at)}
                </Pill>,
              ),
            )}
          />
        )}
      </div>
    </CohortFrame>
  );
}

function Move({ cohortId, party }: { cohortId: string; party: Party }) {
  if (party.state === "completed") return null;
  return (
    <a
      href={`/staff/cohorts/${cohortId}/people/${party.enrollmentId}/move`}
      className="inline-flex min-h-11 items-center"
    >
      Move<span className="sr-only"> {party.names} to another group</span>
    </a>
  );
}
