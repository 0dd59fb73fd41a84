import type { ReactNode } from "react";
import type { loadInbox } from "#lib/inbox/queries.ts";
import type { ThreadState } from "../../../prisma/generated/enums.ts";
import { classNames } from "../../_components/class-names.ts";
import { EmptyState } from "../../_components/empty-state.tsx";
import { Pager } from "../../_components/pager.tsx";
import { Tabs } from "../../_components/tabs.tsx";
import { type Place, placeHref } from "./place.ts";
import { shortTime } from "./when.ts";

type ThreadsProps = Awaited<ReturnType<typeof loadInbox>> & {
  place: Place;
  today: Temporal.Instant;
  openThreadId?: string;
};

/** The list of the mailbox, in the state and on the page that one has come to. */
export function Threads({ threads, hasNext, place, today, openThreadId }: ThreadsProps) {
  return (
    <>
      <div className="lg:px-5">
        <Tabs
          label="Where threads stand"
          items={tabs.map(([state, label]) => ({
            href: placeHref({ state, page: 1 }),
            label,
            current: state === place.state,
          }))}
        />
        {threads.length === 0 && <EmptyState {...emptyWords[place.state]} />}
      </div>
      <ul className="-mx-5 lg:mx-0">
        {threads.map(({ id, from, subject, beginning, at }) => (
          <li key={id}>
            <a
              href={placeHref(place, id)}
              aria-current={id === openThreadId ? "page" : undefined}
              className={classNames(
                "block border-s-4 py-4 ps-4 pe-5 text-ink no-underline -outline-offset-3 hover:bg-card hover:text-ink",
                id === openThreadId ? "border-plum bg-card" : "border-transparent",
              )}
            >
              <span className="flex items-baseline justify-between gap-4">
                <span className="min-w-0 truncate font-semibold">{from || "Unknown sender"}</span>
                <time dateTime={at.toString()} className="flex-none text-sm text-soft">
                  {shortTime(at, today)}
                </time>
              </span>
              <span className="block truncate text-sm">{subject || "(no subject)"}</span>
              <span className="block truncate text-sm text-soft">{beginning}</span>
            </a>
          </li>
        ))}
      </ul>
      <div className="lg:px-5">
        <Pager page={place.page} hasNext={hasNext} href={(page) => placeHref({ ...place, page })} />
      </div>
    </>
  );
}

const tabs: [ThreadState, string][] = [
  ["new", "New"],
  ["needsUs", "Needs us"],
  ["waitingForThem", "Waiting for them"],
  ["done", "Done"],
];

const emptyWords: Record<ThreadState, { title: string; children: ReactNode }> = {
  new: {
    title: "Nothing new",
    children: <p>What people write to the groups’ address appears here.</p>,
  },
  needsUs: {
    title: "Nothing waits for you",
    children: <p>Threads that wait for a word or a deed of ours appear here.</p>,
  },
  waitingForThem: {
    title: "Nobody is waited for",
    children: <p>Threads in which the next word is theirs appear here.</p>,
  },
  done: {
    title: "Nothing is done yet",
    children: <p>Threads that you mark as done appear here, and automatic mail.</p>,
  },
};
