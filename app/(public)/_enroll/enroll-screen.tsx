import { momentWords, zoneWords } from "#lib/clock/words.ts";
import type { loadJoinable } from "#lib/cohorts/queries.ts";
import type { InquiryPerson } from "#lib/inquiries/people.ts";
import { datesWords, hasRoom, placesWords, weekdayWords } from "../_cohorts/words.ts";
import { type Company, EnrollForm } from "./enroll-form.tsx";

type Joinable = Awaited<ReturnType<typeof loadJoinable>>[number];

type EnrollScreenProps = {
  cohorts: Joinable[];
  formToken: string;
  inquiry?: { token: string; people: InquiryPerson[]; mentions: string };
};

/** The enrolment form for one cohort, or for several to choose from. */
export function EnrollScreen({ cohorts, formToken, inquiry }: EnrollScreenProps) {
  const only = cohorts.length === 1 ? cohorts[0] : undefined;
  const largestParty = Math.max(...cohorts.map((cohort) => cohort.largestParty));
  return (
    <EnrollForm
      over={
        only && (
          <>
            <a href={`/cohorts/${only.id}`}>{only.title}</a> · {weekdayWords(only)}
          </>
        )
      }
      groups={cohorts.map((cohort) => ({
        value: cohort.id,
        label: cohort.title,
        hint: `${weekdayWords(cohort)}, ${datesWords(cohort)}. ${placesWords(cohort)}${cohort.reviews ? " Every application is read first." : ""}`,
      }))}
      chosenGroup={cohorts.find((cohort) => isMeant(cohort, inquiry?.mentions ?? ""))?.id}
      companies={companiesFor(cohorts, largestParty)}
      largestParty={largestParty}
      leadsTo={leadsTo(cohorts)}
      about={about(cohorts)}
      formToken={formToken}
      inquiry={inquiry?.token}
      people={inquiry?.people ?? []}
    />
  );
}

/** Whether the words of an e-mail name this group's weekday. */
function isMeant(cohort: Joinable, mentions: string): boolean {
  const weekday = weekdayWords(cohort).split("s,")[0] ?? "";
  return mentions.toLowerCase().includes(weekday.toLowerCase());
}

function companiesFor(cohorts: Joinable[], largestParty: number): Company[] {
  const takes = (audience: Joinable["audience"]) =>
    cohorts.some((cohort) => cohort.audience === "anyone" || cohort.audience === audience);
  return [
    ...(takes("individuals") ? (["alone"] as const) : []),
    ...(takes("partners") && largestParty > 1 ? (["partner"] as const) : []),
    ...(takes("partners") && largestParty > 2 ? (["partners"] as const) : []),
  ];
}

function leadsTo(cohorts: Joinable[]) {
  if (cohorts.every(({ reviews }) => reviews)) return "application";
  return cohorts.some(keepsAtOnce) ? "places" : "line";
}

function keepsAtOnce(cohort: Joinable): boolean {
  return hasRoom(cohort) && !cohort.reviews;
}

/** Until when places would be kept, or how the line goes, or who reads what is sent. */
function about(cohorts: Joinable[]): string {
  const what = leadsTo(cohorts);
  if (what === "application")
    return "The people who lead the group read every application, and write to you. You keep your place by the time you apply.";
  if (what === "line")
    return "When places for all of you come free, we write to you. You keep your place in line until then.";
  const until = new Set(
    cohorts
      .filter(keepsAtOnce)
      .map(({ keptUntil, timeZone }) => `${momentWords(keptUntil, timeZone)}, ${zoneWords(timeZone)} time`),
  );
  const kept =
    until.size === 1
      ? `We keep your places until ${[...until][0]}`
      : "We keep your places for some days, and tell you until when";
  return `${kept}, so that everyone can say yes for themselves. If there isn't room for all of you, you join the waitlist together.`;
}
