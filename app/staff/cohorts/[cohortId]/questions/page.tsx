import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import { momentWords } from "#lib/clock/words.ts";
import { loadQuestions } from "#lib/questions/queries.ts";
import { Card } from "../../../../_components/card.tsx";
import { EmptyState } from "../../../../_components/empty-state.tsx";
import { Pager } from "../../../../_components/pager.tsx";
import { Pebbles } from "../../../../_components/pebbles.tsx";
import { pageNumber } from "../../../_components/page-number.ts";
import { CohortFrame } from "../_components/cohort-frame.tsx";
import { AnswerForm } from "./answer-form.tsx";

export const metadata: Metadata = { title: "Questions" };

export default async function QuestionsPage({
  params,
  searchParams,
}: PageProps<"/staff/cohorts/[cohortId]/questions">) {
  const actor = await staff();
  const { cohortId } = await params;
  const page = pageNumber((await searchParams).page);
  const found = await loadQuestions(actor, cohortId, page);
  if (!found) notFound();
  const { cohort, questions, hasNext } = found;
  return (
    <CohortFrame actor={actor} cohort={cohort} current="questions">
      {questions.length === 0 ? (
        <EmptyState title="No questions yet">
          <p>What people of this group ask at their place is here, to be answered.</p>
        </EmptyState>
      ) : (
        <ul className="max-w-[44rem] space-y-4">
          {questions.map(({ id, name, text, askedAt, answer, answeredAt, by }) => (
            <li key={id}>
              <Card>
                <div className="flex flex-wrap items-center gap-x-3">
                  <Pebbles names={[name]} />
                  <h2 className="font-sans text-base font-semibold tracking-normal">{name}</h2>
                  <p className="ms-auto text-sm text-soft">{momentWords(askedAt, cohort.timeZone)}</p>
                </div>
                <p className="mt-3 whitespace-pre-line">{text}</p>
                {answer && answeredAt ? (
                  <div className="mt-4 border-s-2 border-pine ps-4">
                    <p className="text-sm text-soft">
                      {by ?? "A colleague"}, {momentWords(answeredAt, cohort.timeZone)}
                    </p>
                    <p className="mt-1 whitespace-pre-line">{answer}</p>
                  </div>
                ) : (
                  <AnswerForm questionId={id} name={name} />
                )}
              </Card>
            </li>
          ))}
        </ul>
      )}
      <Pager page={page} hasNext={hasNext} href={(to) => `/staff/cohorts/${cohortId}/questions?page=${to}`} />
    </CohortFrame>
  );
}
