import { dateWords } from "#lib/clock/words.ts";
import { loadElsewhere } from "#lib/enrollment/go-on-elsewhere.ts";
import { memberBehind } from "#lib/people/member-behind.ts";
import { datesWords, placesWords, weekdayWords, whereWords } from "../../_cohorts/words.ts";
import { GoOnForm } from "./go-on-form.tsx";

/** Why a group does not take place, and the others in which its people keep their place in line. */
export async function GoOn({ token }: { token: string }) {
  const actor = await memberBehind(token);
  const elsewhere = actor && (await loadElsewhere(actor));
  if (!elsewhere) return null;
  const { reason, since, cohorts } = elsewhere;
  return (
    <>
      {reason && <p className="text-lg">{reason}</p>}
      {cohorts.length > 0 && (
        <section className="mt-8">
          <h2 className="mb-1 text-2xl">You can go on in another group</h2>
          <p className="mb-4 text-soft">You keep your place in line since {dateWords(since)}.</p>
          <ul className="grid grid-cols-[minmax(0,1fr)] gap-3">
            {cohorts.map((cohort) => (
              <li key={cohort.id} className="rounded-card border border-line bg-card p-5">
                <h3 className="text-lg">
                  <a href={`/cohorts/${cohort.id}`}>{cohort.title}</a>
                </h3>
                <p className="mb-4 text-soft">
                  {weekdayWords(cohort)}, {datesWords(cohort)}. {whereWords(cohort)}. {placesWords(cohort)}
                </p>
                <GoOnForm token={token} cohortId={cohort.id} title={cohort.title} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
