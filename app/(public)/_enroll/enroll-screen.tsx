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
      over={only ? `${only.title} · ${weekdayWords(only)}` : undefined}
      groups={cohorts.map((cohort) => ({
        value: cohort.id,
        label: cohort.title,
        hint: `${weekdayWords(cohort)}, ${datesWords(cohort)}. ${placesWords(cohort)}`,
      }))}
      chosenGroup={cohorts.find((cohort) => isMeant(cohort, inquiry?.mentions ?? ""))?.id}
      companies={companiesFor(cohorts, largestParty)}
      largestParty={largestParty}
      keeps={cohorts.some(hasRoom)}
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

/** Until when places would be kept, or how the line goes. */
function about(cohorts: Joinable[]): string {
  const [first] = cohorts;
  if (!first || !cohorts.some(hasRoom)) {
    return "When places for all of you come free, we write to you. You keep your place in line until then.";
  }
  const until = new Set(
    cohorts.map(
      ({ keptUntil, timeZone }) => `${momentWords(keptUntil, timeZone)}, ${zoneWords(timeZone)} time`,
    ),
  );
  const kept =
    until.size === 1
      ? `We keep your places until ${[...until][0]}`
      : "We keep your places for some days, and tell you until when";
  return `${kept}, so that everyone can say yes for themselves. If there isn't room for all of you, you join the waitlist together.`;
}
