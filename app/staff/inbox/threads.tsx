import type { ReactNode } from "react";
import { momentWords } from "#lib/clock/words.ts";
import { settings } from "#lib/config/settings.ts";
import type { List, ListedThread, loadInbox } from "#lib/inbox/queries.ts";
import { Button } from "../../_components/button.tsx";
import { classNames } from "../../_components/class-names.ts";
import { EmptyState } from "../../_components/empty-state.tsx";
import { TextField } from "../../_components/field.tsx";
import { ClockIcon } from "../../_components/icons.tsx";
import { Pager } from "../../_components/pager.tsx";
import { Pebbles } from "../../_components/pebbles.tsx";
import { Tabs } from "../../_components/tabs.tsx";
import { Keys } from "./keys.tsx";
import { type Place, placeHref } from "./place.ts";
import { shortTime } from "./when.ts";
import { intentWords, stateWords } from "./words.ts";

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
        <form action="/staff/inbox" className="mb-3 flex items-end gap-2">
          {place.who === "me" && <input type="hidden" name="who" value="me" />}
          <div className="min-w-0 flex-1">
            <TextField label="Search all mail" name="q" id="search" type="search" defaultValue={place.q} />
          </div>
          <Button variant="secondary" className="px-4">
            Find
          </Button>
        </form>
        <Tabs
          wrap
          label="Where threads stand"
          items={states.map((state) => ({
            href: placeHref({ ...place, q: "", state, page: 1 }),
            label: stateWords[state],
            current: !place.q && state === place.state,
          }))}
        />
        <p className="-mt-3 mb-3 flex gap-x-5 text-sm">
          {(["anyone", "me"] as const).map((who) => (
            <a
              key={who}
              href={placeHref({ ...place, who, page: 1 })}
              aria-current={who === place.who ? "true" : undefined}
              className={classNames(
                "inline-flex min-h-11 items-center",
                who === place.who ? "font-semibold text-ink no-underline" : "text-soft",
              )}
            >
              {who === "me" ? "Mine" : "Anyone’s"}
            </a>
          ))}
          <a href="/staff/inbox/answers" className="ms-auto inline-flex min-h-11 items-center">
            Saved answers
          </a>
        </p>
        {place.q && threads.length > 0 && (
          <p className="mb-3 text-sm text-soft">What has “{place.q}” in it, whatever its state.</p>
        )}
        {threads.length === 0 && <EmptyState {...emptyWords(place)} />}
      </div>
      <ul className="-mx-5 lg:mx-0">
        {threads.map((thread) => (
          <li key={thread.id}>
            <Row thread={thread} place={place} today={today} open={thread.id === openThreadId} />
          </li>
        ))}
      </ul>
      <div className="lg:px-5">
        <Pager page={place.page} hasNext={hasNext} href={(page) => placeHref({ ...place, page })} />
        <Keys />
      </div>
    </>
  );
}

type RowProps = { thread: ListedThread; place: Place; today: Temporal.Instant; open: boolean };

function Row({ thread, place, today, open }: RowProps) {
  const { id, from, subject, beginning, at, intent, people, assignee, messages, snoozedUntil } = thread;
  return (
    <a
      href={placeHref(place, id)}
      data-thread=""
      aria-current={open ? "page" : undefined}
      className={classNames(
        "block border-s-4 py-4 ps-4 pe-5 text-ink no-underline -outline-offset-3 hover:bg-card hover:text-ink",
        open ? "border-plum bg-card" : "border-transparent",
      )}
    >
      <span className="flex items-baseline justify-between gap-4">
        <span className="relative flex min-w-0 items-baseline gap-1.5">
          <span className="min-w-0 truncate font-semibold">{from || "Unknown sender"}</span>
          {messages > 1 && (
            <span className="flex-none text-sm text-soft tabular-nums">
              <span aria-hidden="true">{messages}</span>
              <span className="sr-only">, {messages} messages</span>
            </span>
          )}
        </span>
        <time dateTime={at.toString()} className="flex-none text-sm text-soft">
          {shortTime(at, today)}
        </time>
      </span>
      <span className="block truncate text-sm">{subject || "(no subject)"}</span>
      <span className={classNames("block text-sm text-soft", place.q ? "line-clamp-3" : "truncate")}>
        {beginning.map(({ text, found }, index) =>
          found ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces never move
            <mark key={index} className="rounded-sm bg-apricot-pale text-apricot-ink">
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </span>
      <span className="mt-1.5 flex min-h-7 flex-wrap items-center empty:hidden gap-x-2.5 gap-y-1 text-xs text-soft">
        {people.length > 0 && <Pebbles names={people} size="small" />}
        {intent && (
          <span className="rounded-full border border-line px-2.5 py-0.5">{intentWords[intent]}</span>
        )}
        {place.q && <span>{stateWords[thread.state]}</span>}
        {snoozedUntil && (
          <span className="inline-flex items-center gap-1">
            <ClockIcon className="text-periwinkle-ink" />
            {momentWords(snoozedUntil, settings().CLINIC_ZONE)}
          </span>
        )}
        {assignee && (
          <span className="ms-auto inline-flex items-center gap-1.5">
            <Pebbles names={[assignee]} size="small" />
            <span className="sr-only">{assignee} looks after it</span>
          </span>
        )}
      </span>
    </a>
  );
}

const states: List["state"][] = ["new", "needsUs", "waitingForThem", "later", "done"];

function emptyWords({ state, q, who }: Place): { title: string; children: ReactNode } {
  if (q)
    return {
      title: "Nothing found",
      children: <p>No message has all of these words. The beginning of a word is enough.</p>,
    };
  if (who === "me")
    return { title: "Nothing of yours here", children: <p>Threads that you look after appear here.</p> };
  return nothing[state];
}

const nothing: Record<List["state"], { title: string; children: ReactNode }> = {
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
  later: {
    title: "Nothing is put off",
    children: <p>Threads that you put off appear here until their day, or until somebody writes.</p>,
  },
  done: {
    title: "Nothing is done yet",
    children: <p>Threads that you mark as done appear here, and automatic mail.</p>,
  },
};
