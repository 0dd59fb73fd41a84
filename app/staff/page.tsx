import type { Metadata } from "next";
import { loadQuiet } from "#lib/attendance/quiet.ts";
import { staff } from "#lib/auth/who.ts";
import { now } from "#lib/clock/now.ts";
import { counted, dayWords, momentWords, spanWords, timeWords, zoneWords } from "#lib/clock/words.ts";
import { loadToday } from "#lib/cohorts/load-today.ts";
import { loadYear } from "#lib/cohorts/year.ts";
import { persons } from "#lib/people/words.ts";
import { ButtonLink } from "../_components/button.tsx";
import { Card } from "../_components/card.tsx";
import { EmptyState } from "../_components/empty-state.tsx";
import { PageTitle } from "../_components/page-title.tsx";
import { Hold } from "./_components/hold.tsx";
import { QuietPeople } from "./_components/quiet.tsx";
import { StaffFrame } from "./_components/staff-frame.tsx";
import { Year } from "./_components/year.tsx";

export const metadata: Metadata = { title: "Today" };

export default async function TodayPage() {
  const actor = await staff();
  const at = now();
  const [{ asked, inDoubt, sessions, holds, moved }, quiet, year] = await Promise.all([
    loadToday(actor, at),
    loadQuiet(actor, at),
    loadYear(actor, at),
  ]);
  return (
    <StaffFrame actor={actor} current="today">
      <PageTitle title="Today" lead="What is next, and what waits for a person." />
      {sessions.length === 0 && (
        <EmptyState
          title="No sessions ahead"
          action={<ButtonLink href="/staff/cohorts">See the groups</ButtonLink>}
        >
          <p>The next sessions of your groups will be here, with a button for attendance.</p>
        </EmptyState>
      )}
      <div className="grid gap-5 lg:grid-cols-[1.4fr_1fr] lg:items-start">
        {sessions.length > 0 && (
          <Card title="Next sessions">
            <ul className="divide-y divide-line">
              {sessions.map((session, index) => (
                <li
                  key={session.id}
                  className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4"
                >
                  <div className="min-w-0">
                    <p className="text-sm text-soft">
                      {dayWords(session.startsLocal)}, {timeWords(session.startsLocal)},{" "}
                      {zoneWords(session.cohort.timeZone)}
                      {session.startsAt.epochMilliseconds > at.epochMilliseconds
                        ? `, in ${spanWords(at, session.startsAt)}`
                        : session.endsAt.epochMilliseconds > at.epochMilliseconds
                          ? ", now"
                          : ", just ended"}
                    </p>
                    <p className="font-semibold">{session.title}</p>
                    <p>
                      <a
                        href={`/staff/cohorts/${session.cohort.id}`}
                        className="inline-flex min-h-11 items-center"
                      >
                        {session.cohort.title}
                      </a>
                    </p>
                  </div>
                  <div className="flex flex-wrap items-center gap-x-1 gap-y-2">
                    <ButtonLink
                      href={`/staff/sessions/${session.id}/attendance`}
                      variant={index === 0 ? "primary" : "secondary"}
                      aria-label={`Attendance, ${session.title}, ${session.cohort.title}`}
                    >
                      Attendance
                    </ButtonLink>
                    {(index === 0 || isThisWeek(session, at)) &&
                      tasks.map(({ path, label }) => (
                        <ButtonLink
                          key={path}
                          href={`/staff/cohorts/${session.cohort.id}/${path}`}
                          variant="quiet"
                          aria-label={`${label}, ${session.title}, ${session.cohort.title}`}
                        >
                          {label}
                        </ButtonLink>
                      ))}
                  </div>
                </li>
              ))}
            </ul>
          </Card>
        )}
        <div className="grid gap-5">
          {asked.length > 0 && (
            <Card title="Asked of you">
              <ul className="divide-y divide-line">
                {asked.map(({ id, title, questions, applicants }) => (
                  <li key={id} className="py-2">
                    <p className="font-semibold">{title}</p>
                    <p className="flex flex-wrap gap-x-5">
                      {questions > 0 && (
                        <a
                          href={`/staff/cohorts/${id}/questions`}
                          className="inline-flex min-h-11 items-center"
                        >
                          {counted(questions, "question")} to answer
                          <span className="sr-only"> in {title}</span>
                        </a>
                      )}
                      {applicants > 0 && (
                        <a href={`/staff/cohorts/${id}/people`} className="inline-flex min-h-11 items-center">
                          {counted(applicants, "application")} to read
                          <span className="sr-only"> in {title}</span>
                        </a>
                      )}
                    </p>
                  </li>
                ))}
              </ul>
            </Card>
          )}
          <QuietPeople people={quiet} withGroup />
          {inDoubt.length > 0 && (
            <Card title="Does it run?">
              <ul className="divide-y divide-line">
                {inDoubt.map(({ id, title, startsLocal, tentative }) => (
                  <li key={id} className="py-3">
                    <p className="font-semibold">{title}</p>
                    <p>
                      {startsLocal && `It begins on ${dayWords(startsLocal)}. `}
                      {tentative &&
                        `It runs from ${persons(tentative.smallest)}, and ${persons(tentative.soFar)} ${tentative.soFar === 1 ? "is" : "are"} sure to come.`}
                    </p>
                    <p>
                      <a href={`/staff/cohorts/${id}`} className="inline-flex min-h-11 items-center">
                        Decide<span className="sr-only"> about {title}</span>
                      </a>
                    </p>
                  </li>
                ))}
              </ul>
            </Card>
          )}
          <Card title="Answers due within a day">
            {holds.length === 0 ? (
              <p className="text-soft">Nobody's time for an answer runs out within a day.</p>
            ) : (
              <div className="divide-y divide-line">
                {holds.map((hold) => (
                  <Hold key={hold.enrollmentId} party={hold} timeZone={hold.cohort.timeZone} />
                ))}
              </div>
            )}
          </Card>
          {moved.length > 0 && (
            <Card title="The waitlist moved">
              <ul className="divide-y divide-line">
                {moved.map(({ id, kind, at, party, cohort }) => (
                  <li key={id} className="py-3">
                    <p>
                      {party.names || "A party"} {happened[kind]}
                    </p>
                    <p className="text-sm text-soft">
                      <a href={`/staff/cohorts/${cohort.id}`}>{cohort.title}</a>,{" "}
                      {momentWords(at, cohort.timeZone)}
                    </p>
                  </li>
                ))}
              </ul>
            </Card>
          )}
          {year.cohorts.length > 0 && (
            <Card title={`The groups of ${year.year}`}>
              <Year {...year} />
            </Card>
          )}
        </div>
      </div>
    </StaffFrame>
  );
}

function isThisWeek({ startsAt }: { startsAt: Temporal.Instant }, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(startsAt, at.add({ hours: 7 * 24 })) <= 0;
}

const tasks = [
  { path: "materials", label: "Materials" },
  { path: "write", label: "Write" },
];

const happened = {
  offered: "were offered a place.",
  passedOver: "keep their place in line: a smaller party was asked first.",
  override: "were offered a place by one of you, out of turn.",
  changed: "have another place in line now.",
  lapsed: "had no more time to answer. The seats went on to others.",
};
