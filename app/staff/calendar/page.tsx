import type { Metadata } from "next";
import { mayAdminister } from "#lib/auth/policy.ts";
import { staff } from "#lib/auth/who.ts";
import { now } from "#lib/clock/now.ts";
import { counted, zoneWords } from "#lib/clock/words.ts";
import { loadStaffFeed } from "#lib/cohorts/feed.ts";
import { loadMonth } from "#lib/cohorts/month.ts";
import { settings } from "#lib/config/settings.ts";
import { Button, ButtonLink } from "../../_components/button.tsx";
import { CalendarAddress } from "../../_components/calendar-address.tsx";
import { EmptyState } from "../../_components/empty-state.tsx";
import { Select } from "../../_components/field.tsx";
import { ArrowIcon } from "../../_components/icons.tsx";
import { PageTitle } from "../../_components/page-title.tsx";
import { Press } from "../_components/press.tsx";
import { StaffFrame } from "../_components/staff-frame.tsx";
import { renewStaffCalendarAction } from "./actions.ts";
import { Month } from "./month.tsx";

export const metadata: Metadata = { title: "Calendar" };

/** A month of all groups, with who facilitates them and where they are, and what clashes. */
export default async function CalendarPage({ searchParams }: PageProps<"/staff/calendar">) {
  const actor = await staff();
  const asked = await searchParams;
  const { CLINIC_ZONE } = settings();
  const today = now().toZonedDateTimeISO(CLINIC_ZONE).toPlainDate();
  const month = monthOf(asked.month) ?? today.toPlainYearMonth();
  const [all, feed] = await Promise.all([loadMonth(actor, month), loadStaffFeed(actor)]);
  const facilitator = typeof asked.with === "string" ? asked.with : "";
  const at = typeof asked.at === "string" ? asked.at : "";
  const shown = all.filter(
    ({ cohort }) =>
      (facilitator === "" || cohort.facilitators.some(({ id }) => id === facilitator)) &&
      (at === "" || cohort.place === at),
  );
  const people = new Map(all.flatMap(({ cohort }) => cohort.facilitators).map(({ id, name }) => [id, name]));
  const places = [...new Set(all.map(({ cohort }) => cohort.place).filter(Boolean))].sort();
  const clashing = shown.filter(({ clashes }) => clashes.length > 0).length;
  const href = (to: Temporal.PlainYearMonth) => {
    const query = new URLSearchParams({
      month: String(to),
      ...(facilitator && { with: facilitator }),
      ...(at && { at }),
    });
    return `/staff/calendar?${query}`;
  };
  return (
    <StaffFrame actor={actor} current="calendar">
      <PageTitle
        title={month.toPlainDate({ day: 1 }).toLocaleString("en-GB", { month: "long", year: "numeric" })}
        lead={
          <>
            {mayAdminister(actor) ? "All groups" : "Your groups"}, in {zoneWords(CLINIC_ZONE)} time:{" "}
            {counted(shown.length, "session")}, {clashing === 0 ? "no clash" : `${clashing} with a clash`}.
          </>
        }
        actions={
          <nav aria-label="Months" className="flex flex-wrap items-center gap-1">
            <ButtonLink href={href(month.subtract({ months: 1 }))} rel="prev" variant="quiet">
              <ArrowIcon className="rotate-180" /> Before
            </ButtonLink>
            {!month.equals(today.toPlainYearMonth()) && (
              <ButtonLink href={href(today.toPlainYearMonth())} variant="quiet">
                This month
              </ButtonLink>
            )}
            <ButtonLink href={href(month.add({ months: 1 }))} rel="next" variant="quiet">
              After <ArrowIcon />
            </ButtonLink>
          </nav>
        }
      />
      {(people.size > 1 || places.length > 1 || facilitator || at) && (
        <form method="get" className="mb-6 grid gap-4 sm:flex sm:flex-wrap sm:items-end">
          <input type="hidden" name="month" value={String(month)} />
          <Select
            label="Facilitator"
            name="with"
            defaultValue={facilitator}
            options={[
              { value: "", label: "Everybody" },
              ...[...people].map(([value, label]) => ({ value, label })),
            ]}
          />
          <Select
            label="Place"
            name="at"
            defaultValue={at}
            options={[
              { value: "", label: "Everywhere" },
              ...places.map((place) => ({ value: place, label: place })),
            ]}
          />
          <Button variant="secondary">Show</Button>
        </form>
      )}
      {shown.length === 0 ? (
        <EmptyState title="No sessions in this month">
          <p>Every session of a group will be here, on its day.</p>
        </EmptyState>
      ) : (
        <Month month={month} today={today} sessions={shown} />
      )}
      <section className="mt-12 border-t border-line pt-6">
        <h2 className="mb-2 text-2xl">In your own calendar</h2>
        <p className="mb-5 max-w-[65ch] text-soft">
          The sessions of the groups that you facilitate, always as they are now. The address is for you
          alone.
        </p>
        <CalendarAddress url={feed} />
        <div className="mt-4">
          <Press action={renewStaffCalendarAction} values={{}}>
            Replace the address
          </Press>
        </div>
      </section>
    </StaffFrame>
  );
}

/** A month as it is written in an address; null for anything else. */
function monthOf(text: string | string[] | undefined): Temporal.PlainYearMonth | null {
  if (typeof text !== "string" || !/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(text)) return null;
  return Temporal.PlainYearMonth.from(text);
}
