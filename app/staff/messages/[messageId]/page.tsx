import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { admin } from "#lib/auth/who.ts";
import { momentWords } from "#lib/clock/words.ts";
import { settings } from "#lib/config/settings.ts";
import { loadMessage } from "#lib/mail/queries.ts";
import { Card } from "../../../_components/card.tsx";
import { DetailsList } from "../../../_components/details-list.tsx";
import { Notice } from "../../../_components/notice.tsx";
import { PageTitle } from "../../../_components/page-title.tsx";
import { MailPreview } from "../../_components/mail-preview.tsx";
import { templateWords } from "../../_components/mail-words.ts";
import { StaffFrame } from "../../_components/staff-frame.tsx";
import { MessagePress } from "../message-press.tsx";
import { MessageStatePill } from "../message-state.tsx";

export const metadata: Metadata = { title: "A message" };

export default async function MessagePage({ params }: PageProps<"/staff/messages/[messageId]">) {
  const actor = await admin();
  const message = await loadMessage(actor, (await params).messageId);
  if (!message) notFound();
  const incoming = message.direction === "incoming";
  const words = message.template ? templateWords[message.template] : "(no subject)";
  return (
    <StaffFrame actor={actor} current="messages">
      <PageTitle
        over={
          <a href="/staff/messages" className="inline-flex min-h-11 items-center">
            Messages
          </a>
        }
        title={message.subject || message.preview?.subject || words}
      />
      <div className="grid gap-6 lg:grid-cols-[1fr_1.6fr] lg:items-start">
        <div className="space-y-6">
          <Card>
            <DetailsList
              items={[
                {
                  term: incoming ? "From" : "To",
                  value: (
                    <span className="wrap-anywhere">
                      {message.name} {message.address}
                    </span>
                  ),
                },
                { term: "State", value: <MessageStatePill {...message} /> },
                { term: incoming ? "Arrived" : "Written", value: moment(message.at) },
                ...(message.sentAt ? [{ term: "Sent", value: moment(message.sentAt) }] : []),
                ...(message.attempts > 1 ? [{ term: "Tries", value: message.attempts }] : []),
              ]}
            />
          </Card>
          {message.automatic && <Notice title="Not answered">{message.automatic}</Notice>}
          {message.error && (
            <Notice tone={message.state === "kept" ? "plain" : "apricot"}>{message.error}</Notice>
          )}
          <MessagePress {...message} variant="primary" />
        </div>
        <div className="space-y-6">
          {message.secret ? (
            <Notice title="For its reader alone">
              What a letter with a link to sign in says is not shown.
            </Notice>
          ) : message.preview ? (
            <MailPreview html={message.preview.html} title={`The letter: ${message.preview.subject}`} />
          ) : (
            <Card>
              <p className="max-w-[65ch] whitespace-pre-line wrap-anywhere">
                {message.text || (incoming ? "There is no text in it." : "It was never written.")}
              </p>
            </Card>
          )}
          {message.original && (
            <details>
              <summary className="inline-flex min-h-11 cursor-pointer items-center">
                Show the original
              </summary>
              <pre className="mt-2 max-h-[40rem] overflow-auto rounded-card border border-line bg-card p-4 text-sm whitespace-pre-wrap wrap-anywhere">
                {message.original}
              </pre>
            </details>
          )}
        </div>
      </div>
    </StaffFrame>
  );
}

function moment(at: Temporal.Instant) {
  return <time dateTime={at.toString()}>{momentWords(at, settings().CLINIC_ZONE)}</time>;
}
