import type { Metadata } from "next";
import { admin } from "#lib/auth/who.ts";
import { fieldWords } from "#lib/inbox/answer-fields.ts";
import { loadSavedAnswers } from "#lib/inbox/saved-answers.ts";
import { Button } from "../../../_components/button.tsx";
import { Card } from "../../../_components/card.tsx";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { PageTitle } from "../../../_components/page-title.tsx";
import { StaffFrame } from "../../_components/staff-frame.tsx";
import { deleteAnswerAction } from "./actions.ts";
import { AnswerForm } from "./answer-form.tsx";

export const metadata: Metadata = { title: "Saved answers" };

export default async function AnswersPage() {
  const actor = await admin();
  const answers = await loadSavedAnswers(actor);
  return (
    <StaffFrame actor={actor} current="inbox">
      <PageTitle
        over={<a href="/staff/inbox">Inbox</a>}
        title="Saved answers"
        lead="Answers that you give often. Whoever answers a message can put one in and change it."
      />
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
                  <details className="mt-3">
                    <summary className="min-h-12 cursor-pointer py-3 font-semibold text-plum">
                      Change or delete<span className="sr-only"> “{answer.title}”</span>
                    </summary>
                    <div className="mt-2">
                      <AnswerForm answer={answer} />
                      <form action={deleteAnswerAction} className="mt-3">
                        <input type="hidden" name="answerId" value={answer.id} />
                        <Button variant="destructive">
                          Delete it<span className="sr-only">, “{answer.title}”</span>
                        </Button>
                      </form>
                    </div>
                  </details>
                </Card>
              </li>
            ))}
          </ul>
        </div>
        <div className="space-y-6">
          <Card title="A new answer">
            <AnswerForm />
          </Card>
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
