import { momentWords, spanWords } from "#lib/clock/words.ts";
import { boardPage } from "#lib/waitlist/board.ts";
import type { Search, searchWaitlists } from "#lib/waitlist/search.ts";
import { DataTable } from "../../../_components/data-table.tsx";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { Pager } from "../../../_components/pager.tsx";
import { Pebbles } from "../../../_components/pebbles.tsx";
import { Pill } from "../../../_components/pill.tsx";
import { Contact } from "../../_components/contact.tsx";
import { finderHref } from "./finder.tsx";

type Found = NonNullable<Awaited<ReturnType<typeof searchWaitlists>>>;
type FoundProps = { found: Found; search: Search; page: number; at: Temporal.Instant };

/** The parties that a search found, in any line. */
export function FoundParties({ found, search, page, at }: FoundProps) {
  if (found.parties.length === 0)
    return (
      <EmptyState title="Nobody here">
        <p>
          {search.q
            ? "Nobody who waits or is asked goes by that name or address. A part of it is enough to look for."
            : "Those who wait, are asked, have paused or have applied are listed here."}
        </p>
      </EmptyState>
    );
  return (
    <>
      <DataTable
        caption="Parties, those who joined first on top"
        captionHidden
        head={["Who", "Group", "Places", "Contact", "Waiting for", "State"]}
        rows={found.parties.map((party) => ({
          key: party.enrollmentId,
          cells: [
            <span key="who" className="flex items-center gap-4">
              <Pebbles names={party.members.map(({ name }) => name)} />
              {party.names}
            </span>,
            <a
              key="group"
              href={boardHref(party.cohort.id, party.place ?? 1, party.enrollmentId)}
              className="inline-flex min-h-11 items-center"
            >
              {party.cohort.title}
            </a>,
            party.seats,
            <span key="contact" className="block @4xl:min-w-52">
              <Contact members={party.members} />
            </span>,
            spanWords(party.joinedAt, at),
            <State key="state" party={party} />,
          ],
        }))}
      />
      <Pager page={page} hasNext={found.hasNext} href={(to) => finderHref(search, to)} />
    </>
  );
}

function State({ party }: { party: Found["parties"][number] }) {
  if (party.heldUntil)
    return (
      <>
        <Pill tone="apricot">asked</Pill>
        <span className="mt-1 block text-sm text-soft">
          until {momentWords(party.heldUntil, party.cohort.timeZone)}
        </span>
      </>
    );
  if (party.paused) return <Pill tone="plain">paused{party.place && `, place ${party.place}`}</Pill>;
  if (party.place) return <Pill tone="periwinkle">place {party.place}</Pill>;
  return <Pill tone="plum">applied</Pill>;
}

function boardHref(cohortId: string, place: number, enrollmentId: string): string {
  const page = Math.ceil(place / boardPage);
  return `/staff/waitlist/${cohortId}${page > 1 ? `?page=${page}` : ""}#${enrollmentId}`;
}
