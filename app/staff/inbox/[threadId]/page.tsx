import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { admin } from "#lib/auth/who.ts";
import { now } from "#lib/clock/now.ts";
import { loadInbox, loadThread } from "#lib/inbox/queries.ts";
import { ButtonLink } from "../../../_components/button.tsx";
import { ArrowIcon } from "../../../_components/icons.tsx";
import { StaffFrame } from "../../_components/staff-frame.tsx";
import { Columns } from "../columns.tsx";
import { placeHref, placeSchema } from "../place.ts";
import { Threads } from "../threads.tsx";
import { MessageCard } from "./message-card.tsx";
import { ThreadActions } from "./thread-actions.tsx";
import { WhatWeRead } from "./what-we-read.tsx";

export const metadata: Metadata = { title: "A message" };

export default async function ThreadPage({ params, searchParams }: PageProps<"/staff/inbox/[threadId]">) {
  const actor = await admin();
  const thread = await loadThread(actor, (await params).threadId);
  if (!thread) notFound();
  const place = placeSchema.parse(await searchParams);
  const inbox = await loadInbox(actor, place);
  return (
    <StaffFrame actor={actor} current="inbox" bleed>
      <Columns
        reading
        list={<Threads {...inbox} place={place} today={now()} openThreadId={thread.id} />}
        beside={
          <>
            {thread.inquiry && <WhatWeRead {...thread.inquiry} answered={thread.answered} />}
            <ThreadActions threadId={thread.id} state={thread.state} />
          </>
        }
      >
        <ButtonLink href={placeHref(place)} variant="quiet" className="-ms-3 mb-2 lg:hidden">
          <ArrowIcon className="rotate-180" /> Inbox
        </ButtonLink>
        <h1 className="mb-5 text-3xl">{thread.subject || "(no subject)"}</h1>
        <ol className="space-y-4">
          {thread.messages.map((message) => (
            <li key={message.id}>
              <MessageCard {...message} threadId={thread.id} />
            </li>
          ))}
        </ol>
      </Columns>
    </StaffFrame>
  );
}
