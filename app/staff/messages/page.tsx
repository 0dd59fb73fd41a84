import type { Metadata } from "next";
import { z } from "zod";
import { admin } from "#lib/auth/who.ts";
import { momentWords } from "#lib/clock/words.ts";
import { settings } from "#lib/config/settings.ts";
import { loadMessages } from "#lib/mail/queries.ts";
import { Direction, MessageState } from "../../../prisma/generated/enums.ts";
import { ButtonLink } from "../../_components/button.tsx";
import { DataTable } from "../../_components/data-table.tsx";
import { EmptyState } from "../../_components/empty-state.tsx";
import { Notice } from "../../_components/notice.tsx";
import { PageTitle } from "../../_components/page-title.tsx";
import { Pager } from "../../_components/pager.tsx";
import { Tabs } from "../../_components/tabs.tsx";
import { templateWords } from "../_components/mail-words.ts";
import { pageNumber } from "../_components/page-number.ts";
import { StaffFrame } from "../_components/staff-frame.tsx";
import { MessagePress } from "./message-press.tsx";
import { MessageStatePill } from "./message-state.tsx";

export const metadata: Metadata = { title: "Messages" };

const filterSchema = z.object({
  direction: z.enum(Direction).optional().catch(undefined),
  state: z.enum(MessageState).optional().catch(undefined),
});

type Filter = z.output<typeof filterSchema>;

export default async function MessagesPage({ searchParams }: PageProps<"/staff/messages">) {
  const actor = await admin();
  const search = await searchParams;
  const filter = filterSchema.parse(search);
  const page = pageNumber(search.page);
  const { messages, failed, bounced, hasNext, mailGoesOut } = await loadMessages(actor, { ...filter, page });
  return (
    <StaffFrame actor={actor} current="messages">
      <PageTitle
        title="Messages"
        lead="Every e-mail that came in or went out, and how far it has come."
        actions={
          <ButtonLink href="/staff/mails" variant="secondary">
            See our letters
          </ButtonLink>
        }
      />
      {!mailGoesOut && (
        <Notice tone="periwinkle" title="Messages stay here" className="mb-6">
          No mail server is set, so nothing goes out. You can read every message here with its links.
        </Notice>
      )}
      {failed > 0 && filter.state !== "failed" && (
        <Notice
          tone="apricot"
          title={failed === 1 ? "One message could not be sent" : `${failed} messages could not be sent`}
          className="mb-6"
        >
          <a href={href({ state: "failed" })} className="inline-flex min-h-11 items-center">
            See why, and send again
          </a>
        </Notice>
      )}
      {bounced > 0 && filter.state !== "bounced" && (
        <Notice
          tone="apricot"
          title={bounced === 1 ? "One message came back" : `${bounced} messages came back`}
          className="mb-6"
        >
          <p>Nothing more is sent to such an address until somebody says so.</p>
          <a href={href({ state: "bounced" })} className="inline-flex min-h-11 items-center">
            See what the other server said
          </a>
        </Notice>
      )}
      <Tabs
        label="Which messages"
        items={tabs.map(({ label, ...only }) => ({ label, href: href(only), current: isSame(only, filter) }))}
      />
      {messages.length === 0 ? (
        <EmptyState title="No messages here">
          <p>What comes in to the groups' address, and what is sent to people, will be listed here.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Messages, newest first"
          captionHidden
          head={["Message", "Who", "State", "When", ""]}
          rows={messages.map((message) => ({
            key: message.id,
            cells: [
              <a
                key="subject"
                href={`/staff/messages/${message.id}`}
                className="inline-flex min-h-11 items-center wrap-anywhere @2xl:min-w-48"
              >
                {message.subject || (message.template ? templateWords[message.template] : "(no subject)")}
              </a>,
              <span key="who" className="inline-block wrap-anywhere @2xl:min-w-40">
                <span className="text-soft">{message.direction === "incoming" ? "From" : "To"}</span>{" "}
                {message.name || message.address}
              </span>,
              <span key="state">
                <MessageStatePill {...message} />
                {message.error && (
                  <span className="mt-1 block max-w-[36ch] text-sm text-soft">{message.error}</span>
                )}
              </span>,
              <time key="when" dateTime={message.at.toString()} className="text-sm @2xl:whitespace-nowrap">
                {momentWords(message.at, settings().CLINIC_ZONE)}
              </time>,
              <MessagePress key="press" {...message} mailGoesOut={mailGoesOut} />,
            ],
          }))}
        />
      )}
      <Pager page={page} hasNext={hasNext} href={(next) => href(filter, next)} />
    </StaffFrame>
  );
}

const tabs: (Filter & { label: string })[] = [
  { label: "All" },
  { label: "Came in", direction: "incoming" },
  { label: "Went out", direction: "outgoing" },
  { label: "Not sent", state: "failed" },
  { label: "Came back", state: "bounced" },
  { label: "Withheld", state: "suppressed" },
  { label: "On the way", state: "queued" },
  { label: "Kept here", state: "kept" },
];

function isSame(one: Filter, other: Filter): boolean {
  return one.direction === other.direction && one.state === other.state;
}

function href({ direction, state }: Filter, page = 1): string {
  const search = new URLSearchParams();
  if (direction) search.set("direction", direction);
  if (state) search.set("state", state);
  if (page > 1) search.set("page", String(page));
  return search.size > 0 ? `/staff/messages?${search}` : "/staff/messages";
}
