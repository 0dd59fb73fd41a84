import { momentWords } from "#lib/clock/words.ts";
import { settings } from "#lib/config/settings.ts";
import type { loadThread } from "#lib/inbox/queries.ts";
import { Card } from "../../../_components/card.tsx";
import { Notice } from "../../../_components/notice.tsx";

type Message = NonNullable<Awaited<ReturnType<typeof loadThread>>>["messages"][number];

/** One message, as text: nothing that somebody sent is ever run or fetched by looking at it. */
export function MessageCard(message: Message & { threadId: string }) {
  const incoming = message.direction === "incoming";
  return (
    <Card tight={!incoming}>
      <p className="text-sm text-soft">
        {incoming ? "" : "We wrote to "}
        <strong className="text-ink">{message.name || message.address || "Unknown sender"}</strong>
        {message.name && ` ${message.address}`} ·{" "}
        <time dateTime={message.at.toString()}>{momentWords(message.at, settings().CLINIC_ZONE)}</time>
      </p>
      {message.automatic && <p className="mt-2 text-sm text-soft">Not answered. {message.automatic}</p>}
      {message.error && (
        <Notice tone="apricot" className="mt-4">
          {message.error}
        </Notice>
      )}
      {message.text ? (
        <p className="mt-4 whitespace-pre-line">{message.text}</p>
      ) : (
        !message.error && (
          <p className="mt-4 text-soft">{incoming ? "There is no new text in it." : message.subject}</p>
        )
      )}
      {incoming && (
        <p className="mt-4 text-sm">
          <a
            href={`/staff/inbox/${message.threadId}/original/${message.id}`}
            className="inline-flex min-h-11 items-center"
          >
            See the original
          </a>
        </p>
      )}
    </Card>
  );
}
