import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadGrid } from "#lib/attendance/grid.ts";
import { loadGuestsAsking } from "#lib/attendance/make-up-queries.ts";
import { loadQuiet } from "#lib/attendance/quiet.ts";
import { completionWords, markWords } from "#lib/attendance/words.ts";
import { staff } from "#lib/auth/who.ts";
import { now } from "#lib/clock/now.ts";
import { dateWords } from "#lib/clock/words.ts";
import { ButtonLink } from "../../../../_components/button.tsx";
import { EmptyState } from "../../../../_components/empty-state.tsx";
import { QuietPeople } from "../../../_components/quiet.tsx";
import { CohortFrame } from "../_components/cohort-frame.tsx";
import { Weeks } from "../_components/weeks.tsx";
import { Grid } from "./grid.tsx";
import { Guests } from "./guests.tsx";

export const metadata: Metadata = { title: "Attendance of a group" };

/** People by sessions: who came, and who can still complete. */
export default async function GridPage({ params }: PageProps<"/staff/cohorts/[cohortId]/attendance">) {
  const actor = await staff();
  const at = now();
  const cohort = await loadGrid(actor, (await params).cohortId, at);
  if (!cohort) notFound();
  const [quiet, guests] = await Promise.all([
    loadQuiet(actor, at, cohort.id),
    loadGuestsAsking(actor, cohort.id, at),
  ]);
  const { id, completeFrom, format, sessions, people } = cohort;
  return (
    <CohortFrame actor={actor} cohort={cohort} current="attendance">
      {guests.length > 0 && (
        <Guests
          guests={guests.map(({ title, startsLocal, ...guest }) => ({
            ...guest,
            evening: `${title}, ${dateWords(startsLocal)}`,
          }))}
        />
      )}
      {people.length === 0 ? (
        <EmptyState title="Nobody is enrolled yet">
          <p>Everyone who is enrolled will be here, with a mark for each session.</p>
        </EmptyState>
      ) : (
        <>
          <p className="mb-5 max-w-[65ch]">
            Who comes to {completeFrom} of the sessions completes the group; late ones and made-up ones count.
          </p>
          <Grid
            sessions={sessions.map(({ id, title, startsLocal, cancelled }) => ({
              id,
              title,
              date: dateWords(startsLocal),
              short: `${startsLocal.day}.${startsLocal.month}.`,
              cancelled,
            }))}
            people={people.map(({ completion, marks, ...person }) => ({
              ...person,
              marks: marks.map((mark) => ({ status: mark.status, words: markWords(mark, format) })),
              attended: completion.attended,
              standing: completion.state,
              words: completionWords(completion),
            }))}
          />
          <p className="mt-6 mb-8 flex flex-wrap gap-3">
            <ButtonLink href={`/staff/cohorts/${id}/attendance/export`} variant="secondary" download>
              Save as a spreadsheet
            </ButtonLink>
            {people.some(({ completion }) => completion.state === "complete") && (
              <ButtonLink href={`/staff/cohorts/${id}/attendance/certificates`} variant="secondary" download>
                Certificates of those who completed
              </ButtonLink>
            )}
          </p>
          <div className="max-w-[44rem] print:hidden">
            <QuietPeople people={quiet} />
          </div>
          <section className="mt-10 print:hidden">
            <h2 className="mb-3 text-xl">Over the weeks</h2>
            <Weeks sessions={sessions} people={people} />
          </section>
        </>
      )}
    </CohortFrame>
  );
}
