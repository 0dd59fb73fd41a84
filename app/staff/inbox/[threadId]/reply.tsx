import { asksForPlace } from "#lib/inbox/draft-schema.ts";
import type { ThreadShown } from "#lib/inbox/load-thread.ts";
import type { loadSavedAnswers } from "#lib/inbox/saved-answers.ts";
import { Card } from "../../../_components/card.tsx";
import { ReplyForm } from "./reply-form.tsx";

type ReplyProps = {
  thread: ThreadShown;
  answers: Awaited<ReturnType<typeof loadSavedAnswers>>;
  back: string;
  /** The answer that was just sent, or taken back: then its words are in the form again. */
  about?: string;
  again: boolean;
};

/** The form of an answer, or why there can be none. */
export function Reply({ thread, answers, back, about, again }: ReplyProps) {
  const reachable = thread.otherSide.filter(({ suppressed }) => !suppressed);
  const words = thread.messages.find(({ id }) => again && id === about)?.text;
  return (
    <Card title="Answer" className="mt-6">
      {reachable.length === 0 ? (
        <p className="text-soft">
          {thread.otherSide.length === 0
            ? "Nobody whom we could answer has written here."
            : "Nothing can be sent to this address. Why stands above."}
        </p>
      ) : (
        <ReplyForm
          // An answer that was sent or taken back begins the form anew; whatever else happens leaves the words there.
          key={about}
          threadId={thread.id}
          seen={thread.newest}
          back={back}
          words={words ?? ""}
          to={reachable.map(({ address, name }) => ({
            value: address,
            label: name ? `${name}, ${address}` : address,
          }))}
          first={thread.inquiry?.state !== "open" || !asksForPlace(thread.inquiry.intent)}
          answers={answers.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
    </Card>
  );
}
