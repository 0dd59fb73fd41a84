import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { admin } from "#lib/auth/who.ts";
import { now } from "#lib/clock/now.ts";
import { loadWaitlists } from "#lib/waitlist/queries.ts";
import { searchSchema, searchWaitlists } from "#lib/waitlist/search.ts";
import { ButtonLink } from "../../_components/button.tsx";
import { Card } from "../../_components/card.tsx";
import { EmptyState } from "../../_components/empty-state.tsx";
import { PageTitle } from "../../_components/page-title.tsx";
import { Pager } from "../../_components/pager.tsx";
import { pageNumber } from "../_components/page-number.ts";
import { StaffFrame } from "../_components/staff-frame.tsx";
import { Finder, finderHref } from "./_components/finder.tsx";
import { FirstOfLine } from "./_components/first-of-line.tsx";
import { FoundParties } from "./_components/found.tsx";
import { roomWords } from "./_components/words.ts";

export const metadata: Metadata = { title: "Waitlist" };

export default async function WaitlistPage({ searchParams }: PageProps<"/staff/waitlist">) {
  const actor = await admin();
  const asked = await searchParams;
  const search = searchSchema.parse(asked);
  const page = pageNumber(asked.page);
  const at = now();
  const searches = search.q !== "" || search.show !== undefined;
  const found = searches ? await searchWaitlists(actor, search, page, at) : null;
  const waitlists = searches ? null : await loadWaitlists(actor, page, at);
  if (!found && !waitlists) notFound();
  return (
    <StaffFrame actor={actor} current="waitlist">
      <PageTitle
        title="Waitlist"
        lead="Who waits for a place, whose answer is awaited, and what happens next."
        actions={
          <>
            <ButtonLink href="/staff/waitlist/import" variant="secondary">
              Bring over a list
            </ButtonLink>
            <ButtonLink href="/staff/waitlist/export" variant="secondary" download>
              Save as a spreadsheet
            </ButtonLink>
          </>
        }
      />
      <Finder search={search} />
      {found && <FoundParties found={found} search={search} page={page} at={at} />}
      {waitlists && <Lines waitlists={waitlists} page={page} />}
    </StaffFrame>
  );
}

type LinesProps = { waitlists: NonNullable<Awaited<ReturnType<typeof loadWaitlists>>>; page: number };

function Lines({ waitlists: { cohorts, hasNext }, page }: LinesProps) {
  if (cohorts.length === 0)
    return (
      <EmptyState title="Nobody is waiting">
        <p>When a group is full, those who wait for it will be here, in order.</p>
      </EmptyState>
    );
  return (
    <>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        {cohorts.map((cohort) => (
          <Card
            key={cohort.id}
            title={
              <a href={`/staff/waitlist/${cohort.id}`} className="inline-flex min-h-11 items-center">
                {cohort.title}
              </a>
            }
          >
            <p className="text-sm text-soft">{roomWords(cohort)}</p>
            <p className="mt-2">{cohort.words}</p>
            <FirstOfLine cohort={cohort} />
          </Card>
        ))}
      </div>
      <Pager page={page} hasNext={hasNext} href={(to) => finderHref({ q: "" }, to)} />
    </>
  );
}
