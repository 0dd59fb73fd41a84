import type { ThreadShown } from "#lib/inbox/load-thread.ts";
import type { Place } from "../place.ts";
import { MessageCard } from "./message-card.tsx";

type MessagesProps = { thread: ThreadShown; place: Place; layout?: string };

/** The messages of a thread, in order. */
export function Messages({ thread, place, layout }: MessagesProps) {
  return (
    <ol className="space-y-4">
      {thread.messages.map((message, index) => (
        <li key={message.id} id={`m-${message.id}`}>
          <MessageCard
            message={message}
            threadId={thread.id}
            place={place}
            marked={message.id === thread.newestIncoming}
            laidOut={message.id === layout}
            first={index === 0}
          />
        </li>
      ))}
    </ol>
  );
}
