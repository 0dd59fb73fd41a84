import type { OpenCohort } from "#lib/cohorts/queries.ts";
import { CohortCircle } from "./cohort-circle.tsx";
import { JoinButton } from "./join-button.tsx";
import {
  datesWords,
  feeWords,
  hasRoom,
  listWords,
  tentativeWords,
  waitingWords,
  weekdayWords,
  whereWords,
} from "./words.ts";

export function CohortCard({ cohort }: { cohort: OpenCohort }) {
  const beside = [
    hasRoom(cohort) ? "" : waitingWords(cohort),
    tentativeWords(cohort),
    feeWords(cohort),
  ].filter(Boolean);
  return (
    <article className="flex flex-wrap items-center justify-center gap-x-6 gap-y-5 rounded-card border border-line bg-card p-5 sm:p-7">
      <div className="min-w-0 flex-[1_1_17rem]">
        <p className="mb-1 text-sm text-soft">{weekdayWords(cohort)}</p>
        <h2 className="mb-3 text-2xl">
          <a href={`/cohorts/${cohort.id}`} className="text-ink no-underline hover:underline">
            {cohort.title}
          </a>
        </h2>
        <p className="mb-5 text-soft">
          {datesWords(cohort)}. {whereWords(cohort)}.
          {cohort.facilitators.length > 0 && ` With ${listWords(cohort.facilitators)}.`}
        </p>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
          <JoinButton cohort={cohort} />
          <p className="min-w-0 flex-1 basis-28 text-sm text-soft">
            {beside.map((line) => (
              <span key={line} className="block">
                {line}
              </span>
            ))}
          </p>
        </div>
      </div>
      <CohortCircle cohort={cohort} />
    </article>
  );
}
