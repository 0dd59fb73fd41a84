import { dayWords, timeWords, zoneWords } from "#lib/clock/words.ts";
import type { CalendarSession } from "#lib/cohorts/month.ts";
import { settings } from "#lib/config/settings.ts";
import { listWords } from "#lib/people/words.ts";
import { classNames } from "../../_components/class-names.ts";
import { clashWords } from "../_components/clash-words.ts";
import { Clashes } from "../_components/clashes.tsx";

type MonthProps = { month: Temporal.PlainYearMonth; today: Temporal.PlainDate; sessions: CalendarSession[] };

/** A grid of weeks where there is room for seven days; else the days on which something takes place. */
export function Month({ month, today, sessions }: MonthProps) {
  const days = Array.from({ length: month.daysInMonth }, (_, index) => month.toPlainDate({ day: index + 1 }));
  return (
    <>
      <div aria-hidden="true" className="grid grid-cols-7 text-sm text-soft max-lg:hidden">
        {weekdays.map((weekday) => (
          <span key={weekday} className="px-2 py-1.5">
            {weekday}
          </span>
        ))}
      </div>
      <ol className="grid gap-4 lg:grid-cols-7 lg:gap-px lg:overflow-hidden lg:rounded-card lg:border lg:border-line">
        {days.map((day) => {
          const onIt = sessions.filter(({ clinicLocal }) => clinicLocal.toPlainDate().equals(day));
          return (
            <li
              key={day.day}
              className={classNames(
                "min-w-0 lg:min-h-28 lg:bg-card lg:p-2 lg:ring-1 lg:ring-line",
                onIt.length === 0 && "max-lg:hidden",
                day.day === 1 && columns[day.dayOfWeek - 1],
              )}
            >
              <h2 className="mb-1 font-sans text-sm font-medium tracking-normal text-soft max-lg:text-base">
                <span className={classNames("lg:hidden", day.equals(today) && "text-plum")}>
                  {dayWords(day)}
                  {day.equals(today) && ", today"}
                </span>
                <span aria-hidden="true" className="max-lg:hidden">
                  {day.equals(today) ? (
                    <span className="inline-flex size-7 items-center justify-center rounded-full bg-plum text-on-plum">
                      {day.day}
                    </span>
                  ) : (
                    day.day
                  )}
                </span>
                <span className="sr-only max-lg:hidden">{dayWords(day)}</span>
              </h2>
              {onIt.length > 0 && (
                <ul className="grid gap-2">
                  {onIt.map((session) => (
                    <Session key={session.id} session={session} />
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}

function Session({ session }: { session: CalendarSession }) {
  const { title, clinicLocal, startsLocal, minutes, cohort, clashes } = session;
  const elsewhere = cohort.timeZone !== settings().CLINIC_ZONE;
  return (
    <li className="rounded-field border border-line bg-card p-3 text-sm [overflow-wrap:anywhere] lg:border-0 lg:border-s-4 lg:border-s-pine lg:bg-pine-pale lg:p-2">
      <p className="text-soft tabular-nums lg:text-pine-ink">
        {timeWords(clinicLocal)} to {timeWords(clinicLocal.add({ minutes }))}
        {elsewhere && `, ${timeWords(startsLocal)} in ${zoneWords(cohort.timeZone)}`}
      </p>
      <p>
        <a
          href={`/staff/cohorts/${cohort.id}/sessions`}
          className="inline-flex min-h-11 items-center font-semibold lg:min-h-6"
        >
          {cohort.title}
        </a>
      </p>
      <p>{title}</p>
      <p className="text-soft lg:text-pine-ink">
        {[
          cohort.place || (cohort.format === "online" ? "Online" : ""),
          listWords(cohort.facilitators.map(({ name }) => name)),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <Clashes words={clashes.map(clashWords)} />
    </li>
  );
}

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** Where the first day of the month stands. */
const columns = [
  "lg:col-start-1",
  "lg:col-start-2",
  "lg:col-start-3",
  "lg:col-start-4",
  "lg:col-start-5",
  "lg:col-start-6",
  "lg:col-start-7",
];
