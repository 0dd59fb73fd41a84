import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { admin } from "#lib/auth/who.ts";
import { now } from "#lib/clock/now.ts";
import { loadWaitlists } from "#lib/waitlist/queries.ts";
import { ButtonLink } from "../../_components/button.tsx";
import { Card } from "../../_components/card.tsx";
import { EmptyState } from "../../_components/empty-state.tsx";
import { PageTitle } from "../../_components/page-title.tsx";
import { Pager } from "../../_components/pager.tsx";
import { Hold } from "../_components/hold.tsx";
import { Line } from "../_components/line.tsx";
import { pageNumber } from "../_components/page-number.ts";
import { StaffFrame } from "../_components/staff-frame.tsx";

export const metadata: Metadata = { title: "Waitlist" };

export default async function WaitlistPage({ searchParams }: PageProps<"/staff/waitlist">) {
  const actor = await admin();
  const page = pageNumber((await searchParams).page);
  const at = now();
  const waitlists = await loadWaitlists(actor, page, at);
  if (!waitlists) notFound();
  const { cohorts, hasNext } = waitlists;
  return (
    <StaffFrame actor={actor} current="waitlist">
      <PageTitle
        title="Waitlist"
        lead="Who waits for a place, whose answer is awaited, and what happens next."
        actions={
          <ButtonLink href="/staff/waitlist/import" variant="secondary">
            Bring over a list
          </ButtonLink>
        }
      />
      {cohorts.length === 0 && (
        <EmptyState title="Nobody is waiting">
          <p>When a group is full, those who wait for it will be here, in order.</p>
        </EmptyState>
      )}
      <div className="grid gap-5">
        {cohorts.map(({ id, title, timeZone, holds, line }) => (
          <Card
            key={id}
            title={
              <a href={`/staff/cohorts/${id}`} className="inline-flex min-h-11 items-center">
                {title}
              </a>
            }
          >
            <div className="grid gap-8 lg:grid-cols-[1.4fr_1fr]">
              <div>
                <p>{line.words}</p>
                {line.parties.length > 0 && (
                  <Line parties={line.parties} timeZone={timeZone} now={at} withContact />
                )}
              </div>
              <div>
                <h3 className="mb-3 text-lg">Waiting for a yes</h3>
                {holds.length === 0 ? (
                  <p className="text-soft">Nobody's answer is awaited.</p>
                ) : (
                  <div className="divide-y divide-line">
                    {holds.map((hold) => (
                      <Hold key={hold.enrollmentId} party={hold} timeZone={timeZone} />
                    ))}
                  </div>
                )}
              </div>
            </div>
          </Card>
        ))}
      </div>
      <Pager page={page} hasNext={hasNext} href={(to) => `/staff/waitlist?page=${to}`} />
    </StaffFrame>
  );
}
