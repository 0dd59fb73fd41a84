import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { participant } from "#lib/auth/who.ts";
import { dayWords, timeWords, zoneWords } from "#lib/clock/words.ts";
import { loadMyPlace } from "#lib/materials/my-queries.ts";
import { ButtonLink } from "../../../_components/button.tsx";
import { CalendarIcon } from "../../../_components/icons.tsx";
import { PageTitle } from "../../../_components/page-title.tsx";
import { MyFrame } from "../../my-frame.tsx";
import { sessionLabel } from "../../words.ts";
import { Away } from "../away.tsx";

export const metadata: Metadata = { title: "All dates" };

export default async function DatesPage({ params }: PageProps<"/my/[memberId]/dates">) {
  const { memberId } = await params;
  const place = await loadMyPlace(await participant(), memberId);
  if (!place?.hasSeat) notFound();
  const { at, cohort, sessions, name, sharesMailbox } = place;
  return (
    <MyFrame title={cohort.title} titleHref={`/my/${memberId}`} name={name}>
      <PageTitle
        title="All dates"
        lead={
          sharesMailbox
            ? `Times are in ${zoneWords(cohort.timeZone)}.`
            : `Times are in ${zoneWords(cohort.timeZone)}. If you know that you can’t come, say so here until it begins: your facilitators see it, and nobody waits for you.`
        }
      />
      <ul className="mb-6 divide-y divide-line border-y border-line">
        {sessions.map((session) => {
          const { id, title, startsLocal, startsAt, cancelled, saidAway } = session;
          const ahead = cancelled === null && Temporal.Instant.compare(startsAt, at) > 0;
          return (
            <li
              key={id}
              className="grid grid-cols-[4.625rem_1fr] items-center gap-y-1 py-3 sm:grid-cols-[4.625rem_1fr_auto]"
            >
              <span className="text-sm text-soft">{sessionLabel(session)}</span>
              <span className="min-w-0">
                <span className="block font-semibold">{title}</span>
                <span className="block text-sm text-soft">
                  {dayWords(startsLocal)}, {timeWords(startsLocal)}
                  {cancelled !== null && ". It does not take place."}
                  {saidAway && ". You said that you can’t come."}
                </span>
              </span>
              {ahead && !sharesMailbox && (
                <div className="col-start-2 -ms-3 sm:col-start-3 sm:ms-3">
                  <Away memberId={memberId} session={session} named />
                </div>
              )}
            </li>
          );
        })}
      </ul>
      <ButtonLink href={`/my/${memberId}/calendar`} variant="secondary" download>
        <CalendarIcon /> Calendar
      </ButtonLink>
    </MyFrame>
  );
}
