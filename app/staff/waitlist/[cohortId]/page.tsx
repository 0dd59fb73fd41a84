import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { mayAdminister } from "#lib/auth/policy.ts";
import { staff } from "#lib/auth/who.ts";
import { now } from "#lib/clock/now.ts";
import { loadBoard } from "#lib/waitlist/board.ts";
import { loadUndo } from "#lib/waitlist/undo.ts";
import { ButtonLink } from "../../../_components/button.tsx";
import { Card } from "../../../_components/card.tsx";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { PageTitle } from "../../../_components/page-title.tsx";
import { Pager } from "../../../_components/pager.tsx";
import { Hold } from "../../_components/hold.tsx";
import { pageNumber } from "../../_components/page-number.ts";
import { StaffFrame } from "../../_components/staff-frame.tsx";
import { Reasons } from "../_components/reasons.tsx";
import { holdWords, roomWords } from "../_components/words.ts";
import { HappenedNotice } from "./happened.tsx";
import { happenings } from "./happenings.ts";
import { WaitingRow } from "./waiting-row.tsx";

export const metadata: Metadata = { title: "Waitlist of a group" };

export default async function BoardPage({ params, searchParams }: PageProps<"/staff/waitlist/[cohortId]">) {
  const actor = await staff();
  const decides = mayAdminister(actor);
  const [{ cohortId }, search] = [await params, await searchParams];
  const page = pageNumber(search.page);
  const at = now();
  const board = await loadBoard(actor, cohortId, page, at);
  if (!board) notFound();
  const happened = decides && happenings.find((one) => one === search.happened);
  const undo = happened ? await loadUndo(actor, String(search.about)) : null;
  return (
    <StaffFrame actor={actor} current={decides ? "waitlist" : "cohorts"}>
      <PageTitle
        over={
          <a
            href={decides ? "/staff/waitlist" : `/staff/cohorts/${cohortId}`}
            className="inline-flex min-h-11 items-center"
          >
            {decides ? "Every waitlist" : "The group"}
          </a>
        }
        title={board.title}
        lead={roomWords(board)}
        actions={
          decides && (
            <>
              <ButtonLink href={`/staff/cohorts/${cohortId}`} variant="quiet">
                See the group
              </ButtonLink>
              <ButtonLink href={`/staff/waitlist/${cohortId}/export`} variant="secondary" download>
                Save as a spreadsheet
              </ButtonLink>
            </>
          )
        }
      />
      {happened && <HappenedNotice happened={happened} undo={undo} cohortId={cohortId} page={page} />}
      <div className="grid gap-5 lg:grid-cols-[1fr_22rem] lg:items-start">
        <div>
          <Card title="What happens next">
            <p>{board.words}</p>
          </Card>
          <section className="mt-6">
            <h2 className="mb-2 text-xl">In line</h2>
            {board.line.length === 0 ? (
              <EmptyState title="Nobody is waiting">
                <p>When the group is full, those who wait for it will be here, in order.</p>
              </EmptyState>
            ) : (
              <ol className="divide-y divide-line border-y border-line">
                {board.line.map((party) => (
                  <WaitingRow
                    key={`${party.enrollmentId} ${party.seen}`}
                    party={party}
                    board={board}
                    page={page}
                    at={at}
                    decides={decides}
                  />
                ))}
              </ol>
            )}
            <Pager
              page={page}
              hasNext={board.hasNext}
              href={(to) => `/staff/waitlist/${cohortId}${to > 1 ? `?page=${to}` : ""}`}
            />
          </section>
        </div>
        <Card title="Waiting for a yes">
          {board.holds.length === 0 ? (
            <p className="text-soft">Nobody's answer is awaited.</p>
          ) : (
            <div className="divide-y divide-line">
              {board.holds.map((hold) => (
                <div key={hold.enrollmentId} id={hold.enrollmentId} className="py-3 first:pt-0 last:pb-0">
                  <Hold party={hold} timeZone={board.timeZone}>
                    <p className="text-sm text-soft">{holdWords(hold, at)}</p>
                  </Hold>
                  <Reasons reasons={hold.reasons} timeZone={board.timeZone} />
                </div>
              ))}
            </div>
          )}
        </Card>
      </div>
    </StaffFrame>
  );
}
