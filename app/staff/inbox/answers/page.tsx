import type { Metadata } from "next";
import { admin } from "#lib/auth/who.ts";
import { fieldWords } from "#lib/inbox/answer-fields.ts";
import { loadSavedAnswers } from "#lib/inbox/saved-answers.ts";
import { Button, ButtonLink } from "../../../_components/button.tsx";
import { Card } from "../../../_components/card.tsx";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { Notice } from "../../../_components/notice.tsx";
import { PageTitle } from "../../../_components/page-title.tsx";
import { StaffFrame } from "../../_components/staff-frame.tsx";
import { deleteAnswerAction } from "./actions.ts";
import { AnswerForm } from "./answer-form.tsx";

export const metadata: Metadata = { title: "Saved answers" };

export default async function AnswersPage({ searchParams }: PageProps<"/staff/inbox/answers">) {
  const actor = await admin();
  const answers = await loadSavedAnswers(actor);
  const { edit, saved, deleted } = await searchParams;
  const edited = answers.find(({ id }) => id === edit);
  return (
    <StaffFrame actor={actor} current="inbox">
      <PageTitle
        over={<a href="/staff/inbox">Inbox</a>}
        title="Saved answers"
        lead="Answers that you give often. Whoever answers a message can put one in and change it."
      />
      {(saved ?? deleted) !== undefined && (
        <Notice tone="pine" role="status" className="mb-6">
          {saved === undefined ? "It is deleted." : "It is saved."}
        </Notice>
      )}
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          {answers.length === 0 && (
            <EmptyState title="Nothing saved yet">
              <p>An answer that you save here is offered below every message.</p>
            </EmptyState>
          )}
          <ul className="space-y-4">
            {answers.map((answer) => (
              <li key={answer.id}>
                <Card title={answer.title}>
                  <p className="whitespace-pre-line">{answer.text}</p>
                  <p className="mt-2 -mb-2">
                    <a href={`?edit=${answer.id}#form`} className="inline-flex min-h-12 items-center">
                      Change or delete<span className="sr-only"> “{answer.title}”</span>
                    </a>
                  </p>
                </Card>
              </li>
            ))}
          </ul>
        </div>
        <div className="space-y-6">
          <div id="form">
            <Card title={edited ? `Change “${edited.title}”` : "A new answer"}>
              <AnswerForm key={edited?.id} answer={edited} />
              {edited && (
                <form action={deleteAnswerAction} className="mt-4 flex flex-wrap gap-3">
                  <input type="hidden" name="answerId" value={edited.id} />
                  <Button variant="destructive">Delete it</Button>
                  <ButtonLink href="/staff/inbox/answers" variant="quiet">
                    Leave it as it is
                  </ButtonLink>
                </form>
              )}
            </Card>
          </div>
          <Card title="Fields">
            <p className="mb-3 text-soft">Words in braces are filled in for the one who is answered.</p>
            <dl className="space-y-2">
              {Object.entries(fieldWords).map(([field, words]) => (
                <div key={field}>
                  <dt className="font-semibold">{`{${field}}`}</dt>
                  <dd className="text-soft">{words}</dd>
                </div>
              ))}
            </dl>
          </Card>
        </div>
      </div>
    </StaffFrame>
  );
}
