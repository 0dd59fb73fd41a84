import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import { instantOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { counted, dayWords, spanWords, timeWords, zoneWords } from "#lib/clock/words.ts";
import { loadCohort } from "#lib/cohorts/staff-queries.ts";
import { Card } from "../../../_components/card.tsx";
import { Circle } from "../../../_components/circle.tsx";
import { CircleLegend } from "../../../_components/circle-legend.tsx";
import { Hold } from "../../_components/hold.tsx";
import { Line } from "../../_components/line.tsx";
import { Press } from "../../_components/press.tsx";
import { CohortState } from "../cohort-state.tsx";
import { CohortFrame } from "./_components/cohort-frame.tsx";
import { closeCohortAction, openCohortAction, resizeCohortAction } from "./actions.ts";

export const metadata: Metadata = { title: "Group" };

export default async function CohortPage({ params }: PageProps<"/staff/cohorts/[cohortId]">) {
  const actor = await staff();
  const at = now();
  const cohort = await loadCohort(actor, (await params).cohortId, at);
  if (!cohort) notFound();
  const { id, state, finished, capacity, seatsTaken, next, line, parties, timeZone } = cohort;
  const holds = parties.filter((party) => party.state === "held");
  const held = holds.reduce((sum, { seats }) => sum + seats, 0);
  const free = capacity - seatsTaken;
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
            !finished && (
              <Press action={openCohortAction} values={{ cohortId: id }} variant="primary">
                Open for enrolment
              </Press>
            )
          )}
        </>
      }
    >
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
          <div className="mt-4 flex flex-wrap justify-center gap-x-2">
            <Press action={resizeCohortAction} values={{ cohortId: id, capacity: String(capacity + 1) }}>
              Add a chair
            </Press>
            <Press action={resizeCohortAction} values={{ cohortId: id, capacity: String(capacity - 1) }}>
              Take one away
            </Press>
          </div>
        </Card>
        <Card title="What happens next">
          <p>{line.words}</p>
          {line.parties.length > 0 && <Line parties={line.parties} timeZone={timeZone} now={at} />}
        </Card>
        <div className="grid gap-5 lg:col-start-2 xl:col-start-auto">
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
      </div>
    </CohortFrame>
  );
}
