import type { ThreadShown } from "#lib/inbox/load-thread.ts";
import type { loadSavedAnswers } from "#lib/inbox/saved-answers.ts";
import { Card } from "../../../_components/card.tsx";
import { ReplyForm } from "./reply-form.tsx";

type ReplyProps = {
  thread: ThreadShown;
  answers: Awaited<ReturnType<typeof loadSavedAnswers>>;
  back: string;
  /** An answer that was taken back: its words are in the form again. */
  again?: string;
};

/** The form of an answer, or why there can be none. */
export function Reply({ thread, answers, back, again }: ReplyProps) {
  const reachable = thread.otherSide.filter(({ suppressed }) => !suppressed);
  const words = thread.messages.find(({ id }) => id === again)?.text;
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
          // What was taken back, or an answer that has gone, begins the form anew; mail that comes in does not.
          key={again ?? thread.messages.filter(({ template }) => template === "reply").length}
          threadId={thread.id}
          seen={thread.newest}
          back={back}
          words={words ?? ""}
          to={reachable.map(({ address, name }) => ({
            value: address,
            label: name ? `${name}, ${address}` : address,
          }))}
          answers={answers.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
    </Card>
  );
}
