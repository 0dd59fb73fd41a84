import { momentWords } from "#lib/clock/words.ts";
import { settings } from "#lib/config/settings.ts";
import type { ThreadShown } from "#lib/inbox/load-thread.ts";
import { Button } from "../../../_components/button.tsx";
import { Card } from "../../../_components/card.tsx";
import { FileIcon } from "../../../_components/icons.tsx";
import { Notice } from "../../../_components/notice.tsx";
import { type Place, placeHref } from "../place.ts";
import { splitThreadAction } from "./actions.ts";
import { MarkedText } from "./marked-text.tsx";

type Message = ThreadShown["messages"][number];

type MessageCardProps = {
  message: Message;
  threadId: string;
  place: Place;
  /** Whether what was read from it is marked. */
  marked: boolean;
  /** Whether it is shown as its sender laid it out. */
  laidOut: boolean;
  first: boolean;
};

/** One message, as text: nothing that somebody sent is ever run or fetched by looking at it. */
export function MessageCard({ message, threadId, place, marked, laidOut, first }: MessageCardProps) {
  const incoming = message.direction === "incoming";
  return (
    <Card tight={!incoming}>
      <p className="text-sm wrap-anywhere text-soft">
        {!incoming && `${message.by ?? "We"} wrote to `}
        <strong className="text-ink">{message.name || message.address || "Unknown sender"}</strong>
        {message.name && ` ${message.address}`} ·{" "}
        <time dateTime={message.at.toString()}>{momentWords(message.at, settings().CLINIC_ZONE)}</time>
        {message.checked && ` · ${message.checked}`}
        {waits[message.state] && ` · ${waits[message.state]}`}
      </p>
      {message.automatic && <p className="mt-2 text-sm text-soft">Not answered. {message.automatic}</p>}
      {message.error && (
        <Notice tone="apricot" className="mt-4">
          {message.error}
        </Notice>
      )}
      {laidOut ? (
        <iframe
          title="The message as it was laid out"
          src={`/staff/inbox/${threadId}/layout/${message.id}`}
          sandbox=""
          referrerPolicy="no-referrer"
          className="mt-4 h-[36rem] w-full rounded-field border border-line bg-white"
        />
      ) : message.text && !incoming && message.template !== "reply" ? (
        <details className="mt-1">
          <summary className="min-h-12 cursor-pointer py-3">{message.subject}</summary>
          <p className="whitespace-pre-line text-soft">{message.text}</p>
        </details>
      ) : message.text ? (
        <MarkedText text={message.text} reading={marked ? message.reading : null} />
      ) : (
        !message.error && (
          <p className="mt-4 text-soft">
            {incoming
              ? "No new words were found in it. What there is stands in its layout, and in the original."
              : message.subject}
          </p>
        )
      )}
      <Attachments message={message} threadId={threadId} />
      <div className="mt-3 -mb-2 flex flex-wrap items-center gap-x-5 text-sm">
        {incoming && (
          <>
            <a
              href={`${placeHref(place, threadId, laidOut ? {} : { layout: message.id })}#m-${message.id}`}
              className="inline-flex min-h-12 items-center"
            >
              {laidOut ? "See the words alone" : "See it as laid out"}
            </a>
            <a
              href={`/staff/inbox/${threadId}/original/${message.id}`}
              className="inline-flex min-h-12 items-center"
            >
              See the original
            </a>
          </>
        )}
        {!first && (
          <form action={splitThreadAction} className="ms-auto">
            <input type="hidden" name="threadId" value={threadId} />
            <input type="hidden" name="messageId" value={message.id} />
            <Button variant="quiet" className="font-normal">
              From here on, a thread of its own
            </Button>
          </form>
        )}
      </div>
    </Card>
  );
}

const waits: Partial<Record<Message["state"], string>> = {
  queued: "waits to be sent",
  sending: "is on its way",
  failed: "not sent",
  suppressed: "not sent",
  bounced: "came back",
};

function Attachments({ message, threadId }: { message: Message; threadId: string }) {
  if (message.attachments.length === 0) return null;
  return (
    <ul className="mt-4 border-t border-line pt-2" aria-label="Attached files">
      {message.attachments.map(({ position, name, type, bytes }) => (
        <li key={position}>
          <a
            href={`/staff/inbox/${threadId}/files/${message.id}/${position}`}
            download={name}
            className="inline-flex min-h-12 min-w-0 items-center gap-2 break-all"
          >
            <FileIcon className="flex-none" /> {name || "A file without a name"}
          </a>{" "}
          <span className="text-sm text-soft">
            {type}, {sizeWords(bytes)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** "840 kB", "2.1 MB". */
function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
