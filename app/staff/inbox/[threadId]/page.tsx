import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { admin } from "#lib/auth/who.ts";
import { now } from "#lib/clock/now.ts";
import { findParties, loadThread, threadsBesides } from "#lib/inbox/load-thread.ts";
import { loadInbox } from "#lib/inbox/queries.ts";
import { loadSavedAnswers } from "#lib/inbox/saved-answers.ts";
import { ButtonLink } from "../../../_components/button.tsx";
import { ArrowIcon } from "../../../_components/icons.tsx";
import { StaffFrame } from "../../_components/staff-frame.tsx";
import { Columns } from "../columns.tsx";
import { placeHref, placeSchema } from "../place.ts";
import { Threads } from "../threads.tsx";
import { AboutPeople } from "./about-people.tsx";
import { Draft } from "./draft.tsx";
import { HappenedNotice, happeningSchema, isLeft, LeftNotice } from "./happened.tsx";
import { Messages } from "./messages.tsx";
import { Notes } from "./notes.tsx";
import { Notices } from "./notices.tsx";
import { Reply } from "./reply.tsx";
import { ThreadActions } from "./thread-actions.tsx";
import { ThreadStanding } from "./thread-standing.tsx";
import { Together } from "./together.tsx";

export const metadata: Metadata = { title: "A message" };

/** What of a thread is shown beyond itself: a message as it was laid out, whom a search found, what was just done. */
const lookSchema = happeningSchema.extend({
  layout: z.uuid().optional().catch(undefined),
  party: z.string().trim().max(100).catch(""),
});

export default async function ThreadPage({ params, searchParams }: PageProps<"/staff/inbox/[threadId]">) {
  const actor = await admin();
  const asked = await searchParams;
  const thread = await loadThread(actor, (await params).threadId);
  if (!thread) notFound();
  const place = placeSchema.parse(asked);
  if (thread.mergedIntoId !== null) redirect(placeHref(place, thread.mergedIntoId));
  const look = lookSchema.parse(asked);
  const addresses = thread.otherSide.map(({ address }) => address);
  const [inbox, answers, found, besides] = await Promise.all([
    loadInbox(actor, place),
    loadSavedAnswers(actor),
    findParties(actor, look.party),
    threadsBesides(actor, thread.id, addresses),
  ]);
  const here = placeHref(place, thread.id);
  const next = nextOf(
    inbox.threads.map(({ id }) => id),
    thread.id,
  );
  const ways = { back: here, next: placeHref(place, next) };
  return (
    <StaffFrame actor={actor} current="inbox" bleed>
      <Columns
        reading
        list={<Threads {...inbox} place={place} today={now()} openThreadId={thread.id} />}
        beside={
          <>
            <Draft thread={thread} back={here} />
            <ThreadActions thread={thread} me={actor.userId} ways={ways} />
            <AboutPeople thread={thread} found={found} place={place} q={look.party} back={here} />
            <Notes threadId={thread.id} notes={thread.notes} />
            <Together thread={thread} besides={besides} />
          </>
        }
      >
        <ButtonLink href={placeHref(place)} variant="quiet" className="-ms-3 mb-2 lg:hidden">
          <ArrowIcon className="rotate-180" /> Inbox
        </ButtonLink>
        <LeftNotice {...look} place={place} />
        <h1 className="mb-2 text-3xl">{thread.subject || "(no subject)"}</h1>
        <ThreadStanding thread={thread} me={actor.userId} next={ways.next} />
        {thread.inquiry && (
          <p className="-mt-2 mb-2 xl:hidden">
            <a href="#draft" className="inline-flex min-h-12 items-center">
              What we read from it
            </a>
          </p>
        )}
        {look.happened && !isLeft(look.happened) && (
          <HappenedNotice happened={look.happened} thread={thread} about={look.about} back={here} />
        )}
        <Notices thread={thread} />
        <Messages thread={thread} place={place} layout={look.layout} />
        <Reply
          thread={thread}
          answers={answers}
          back={here}
          about={look.happened && !isLeft(look.happened) ? look.about : undefined}
          again={look.happened === "takenBack"}
        />
      </Columns>
    </StaffFrame>
  );
}

/** The thread after this one in the list, or before it when it is the last. */
function nextOf(ids: string[], threadId: string): string | undefined {
  const index = ids.indexOf(threadId);
  return index < 0 ? ids[0] : (ids[index + 1] ?? ids[index - 1]);
}
