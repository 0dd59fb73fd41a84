import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { admin } from "#lib/auth/who.ts";
import { now } from "#lib/clock/now.ts";
import { counted, momentWords, spanWords } from "#lib/clock/words.ts";
import { settings } from "#lib/config/settings.ts";
import { loadInterestList } from "#lib/interest/staff-queries.ts";
import { suitsWords } from "#lib/interest/times.ts";
import { ButtonLink } from "../../_components/button.tsx";
import { DataTable } from "../../_components/data-table.tsx";
import { EmptyState } from "../../_components/empty-state.tsx";
import { PageTitle } from "../../_components/page-title.tsx";
import { Pager } from "../../_components/pager.tsx";
import { Pebbles } from "../../_components/pebbles.tsx";
import { Pill } from "../../_components/pill.tsx";
import { Tabs } from "../../_components/tabs.tsx";
import { Contact } from "../_components/contact.tsx";
import { pageNumber } from "../_components/page-number.ts";
import { StaffFrame } from "../_components/staff-frame.tsx";
import { Wish } from "./wish.tsx";

export const metadata: Metadata = { title: "Interest list" };

export default async function InterestListPage({ searchParams }: PageProps<"/staff/interest">) {
  const actor = await admin();
  const { page: asked, program } = await searchParams;
  const page = pageNumber(asked);
  const list = await loadInterestList(actor, page, typeof program === "string" ? program : undefined);
  if (!list) notFound();
  const at = now();
  const { programs, programId, people, wanted, parties, hasNext } = list;
  const waiting = programs.find(({ id }) => id === programId)?.waiting ?? 0;
  const { CLINIC_ZONE } = settings();
  return (
    <StaffFrame actor={actor} current="interest">
      <PageTitle
        title="Interest list"
        lead="Who waits for the next groups, the longest first. Invite them from a group's own page."
        actions={
          <ButtonLink
            href={`/staff/waitlist/import${programId ? `?to=${programId}` : ""}`}
            variant="secondary"
          >
            Bring over a list
          </ButtonLink>
        }
      />
      {programs.length > 1 && (
        <Tabs
          label="Programs"
          items={programs.map(({ id, title, waiting }) => ({
            href: `/staff/interest?program=${id}`,
            label: `${title} (${waiting})`,
            current: id === programId,
          }))}
        />
      )}
      {waiting === 0 ? (
        <EmptyState title="Nobody waits here just now">
          <p>Who finds no group that suits joins the list from the public page, and will be here.</p>
        </EmptyState>
      ) : (
        <>
          <p className="mb-6">
            {counted(people, "person").replace("persons", "people")} in {waiting}{" "}
            {waiting === 1 ? "party" : "parties"}.
            {wanted.length > 0 &&
              ` Most could come on ${wanted
                .map(({ time, people }) => `${suitsWords([time])} (${people})`)
                .join(", ")}.`}
          </p>
          <DataTable
            caption="Who waits, since when, and what suits them"
            captionHidden
            head={["Who", "Waiting", "What suits", "Contact", "State"]}
            rows={parties.map((party) => ({
              key: party.interestId,
              cells: [
                <span key="who" className="flex items-center gap-4">
                  <Pebbles names={party.members.map(({ name }) => name)} />
                  {party.names}
                </span>,
                <span key="since">
                  {spanWords(party.since, at)}
                  <span className="block text-sm text-soft">since {sinceWords(party.since)}</span>
                </span>,
                <Wish key="wish" party={party} />,
                <Contact key="contact" members={party.members} />,
                party.invitation ? (
                  <span key="state">
                    <Pill tone="apricot">invited</Pill>
                    <a
                      href={`/staff/cohorts/${party.invitation.cohort.id}/invite`}
                      className="flex min-h-11 items-center text-sm sm:min-h-6"
                    >
                      {party.invitation.cohort.title}
                    </a>
                    <span className="block text-sm text-soft">
                      until {momentWords(party.invitation.replyBy, CLINIC_ZONE)}
                    </span>
                  </span>
                ) : (
                  <Pill key="state" tone="periwinkle">
                    waiting
                  </Pill>
                ),
              ],
            }))}
          />
        </>
      )}
      <Pager
        page={page}
        hasNext={hasNext}
        href={(to) => `/staff/interest?${programId ? `program=${programId}&` : ""}page=${to}`}
      />
    </StaffFrame>
  );
}

/** "20 October 2026". */
function sinceWords(since: Temporal.Instant): string {
  const date = since.toZonedDateTimeISO(settings().CLINIC_ZONE).toPlainDate();
  return date.toLocaleString("en-GB", { day: "numeric", month: "long", year: "numeric" });
}
