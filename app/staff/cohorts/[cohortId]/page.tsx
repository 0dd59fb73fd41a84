import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadGrid } from "#lib/attendance/grid.ts";
import { loadQuiet } from "#lib/attendance/quiet.ts";
import { staff } from "#lib/auth/who.ts";
import { instantOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { counted, dayWords, spanWords, timeWords, zoneWords } from "#lib/clock/words.ts";
import { loadCohort } from "#lib/cohorts/load-cohort.ts";
import { persons } from "#lib/people/words.ts";
import { ButtonLink } from "../../../_components/button.tsx";
import { Card } from "../../../_components/card.tsx";
import { Circle } from "../../../_components/circle.tsx";
import { CircleLegend } from "../../../_components/circle-legend.tsx";
import { Notice } from "../../../_components/notice.tsx";
import { Hold } from "../../_components/hold.tsx";
import { Line } from "../../_components/line.tsx";
import { Press } from "../../_components/press.tsx";
import { QuietPeople } from "../../_components/quiet.tsx";
import { CohortState } from "../cohort-state.tsx";
import { CohortFrame } from "./_components/cohort-frame.tsx";
import { Glance } from "./_components/glance.tsx";
import { closeCohortAction, confirmCohortAction, openCohortAction, resizeCohortAction } from "./actions.ts";

export const metadata: Metadata = { title: "Group" };

export default async function CohortPage({ params }: PageProps<"/staff/cohorts/[cohortId]">) {
  const actor = await staff();
  const at = now();
  const cohort = await loadCohort(actor, (await params).cohortId, at);
  if (!cohort) notFound();
  const quiet = await loadQuiet(actor, at, cohort.id);
  const { id, state, finished, begun, tentative, capacity, seatsTaken, next, line, parties, timeZone } =
    cohort;
  const holds = parties.filter((party) => party.state === "held");
  const held = holds.reduce((sum, { seats }) => sum + seats, 0);
  const free = capacity - seatsTaken;
  const grid = begun ? await loadGrid(actor, id, at) : null;
  return (
    <CohortFrame
      actor={actor}
      cohort={cohort}
      current=""
      over={
        next
          ? `Next in ${spanWords(at, instantOf(next.startsAt))}: ${dayWords(next.startsLocal)}, ${timeWords(next.startsLocal)}, ${zoneWords(timeZone)}`
          : zoneWords(timeZone)
      }
      actions={
        <>
          <CohortState state={state} finished={finished} />
          {state === "open" ? (
            <Press action={closeCohortAction} values={{ cohortId: id }}>
              Close for enrolment
            </Press>
          ) : (
            state !== "cancelled" &&
            !begun && (
              <Press action={openCohortAction} values={{ cohortId: id }} variant="primary">
                Open for enrolment
              </Press>
            )
          )}
        </>
      }
    >
      {state === "cancelled" && (
        <Notice title="This group is cancelled" className="mb-5">
          <p>Everyone was told: {cohort.cancelReason}</p>
        </Notice>
      )}
      {cohort.questions > 0 && (
        <Notice
          tone="apricot"
          title={`${counted(cohort.questions, "question")} ${cohort.questions === 1 ? "waits" : "wait"} for an answer`}
          className="mb-5"
        >
          <p>
            <a href={`/staff/cohorts/${id}/questions`} className="inline-flex min-h-11 items-center">
              Read and answer
            </a>
          </p>
        </Notice>
      )}
      {tentative && (
        <Notice tone="apricot" title="Not sure yet whether it runs" className="mb-5">
          <p>
            It runs from {persons(tentative.smallest)}, and {persons(tentative.soFar)}{" "}
            {tentative.soFar === 1 ? "is" : "are"} sure to come. When there are enough, everyone is told by
            itself.
          </p>
          <div className="flex flex-wrap gap-3 pt-1">
            <Press action={confirmCohortAction} values={{ cohortId: id }} variant="secondary">
              It runs: tell everyone
            </Press>
            <ButtonLink href={`/staff/cohorts/${id}/cancel`} variant="quiet">
              Cancel the group
            </ButtonLink>
          </div>
        </Notice>
      )}
      <div className="grid gap-5 lg:grid-cols-[22rem_1fr] lg:items-start xl:grid-cols-[22rem_1fr_21rem]">
        <Card>
          <div className="grid justify-items-center gap-4">
            <Circle
              capacity={capacity}
              parties={parties.map(({ seats, state }) => ({
                size: seats,
                state: state === "held" ? "held" : "confirmed",
              }))}
              title={String(free)}
              caption={free === 1 ? "place free" : "places free"}
              size={256}
            />
            <CircleLegend confirmed={seatsTaken - held} held={held} free={free} />
          </div>
          {state !== "cancelled" && (
            <div className="mt-4 flex flex-wrap justify-center gap-x-2">
              <Press action={resizeCohortAction} values={{ cohortId: id, capacity: String(capacity + 1) }}>
                Add a chair
              </Press>
              {/* The key: what was refused is said until the room or its places are others, and no longer. */}
              <Press
                key={`${capacity} ${seatsTaken}`}
                action={resizeCohortAction}
                values={{ cohortId: id, capacity: String(capacity - 1) }}
              >
                Take one away
              </Press>
            </div>
          )}
        </Card>
        <Card title="What happens next">
          <p>{line.words}</p>
          {line.parties.length > 0 && <Line parties={line.parties} timeZone={timeZone} now={at} />}
          <p className="mt-3">
            <a href={`/staff/waitlist/${id}`} className="inline-flex min-h-11 items-center">
              The whole line, and what was decided
            </a>
          </p>
        </Card>
        <div className="grid gap-5 lg:col-start-2 xl:col-start-3 xl:row-span-2 xl:row-start-1">
          <QuietPeople people={quiet} />
          <Card title="Waiting for a yes">
            {holds.length === 0 ? (
              <p className="text-soft">Nobody's answer is awaited.</p>
            ) : (
              <div className="divide-y divide-line">
                {holds.map((hold) => (
                  <Hold key={hold.enrollmentId} party={hold} timeZone={timeZone} />
                ))}
              </div>
            )}
          </Card>
          {next && (
            <Card title={next.first ? "First session" : "Next session"}>
              <p>{next.title}</p>
              <p>
                {dayWords(next.startsLocal)}, {timeWords(next.startsLocal)}
              </p>
              <p>{cohort.place || (cohort.format === "online" ? "Online" : "The place is not set yet.")}</p>
              <p className="mt-3 border-t border-line pt-3 text-sm text-soft">
                {next.materials === 0
                  ? "No materials go out with it yet."
                  : `${counted(next.materials, "material")} ${next.materials === 1 ? "goes" : "go"} out when it ends.`}
              </p>
            </Card>
          )}
        </div>
        {grid && grid.people.length > 0 && (
          <Card title="At a glance" className="lg:col-span-2">
            <Glance {...grid} />
          </Card>
        )}
      </div>
    </CohortFrame>
  );
}
