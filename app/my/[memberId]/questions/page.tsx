import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { participant } from "#lib/auth/who.ts";
import { momentWords } from "#lib/clock/words.ts";
import { loadMyQuestions } from "#lib/questions/queries.ts";
import { Card } from "../../../_components/card.tsx";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { Notice } from "../../../_components/notice.tsx";
import { PageTitle } from "../../../_components/page-title.tsx";
import { Pager } from "../../../_components/pager.tsx";
import { pageNumber } from "../../../staff/_components/page-number.ts";
import { MyFrame } from "../../my-frame.tsx";
import { SharedMailbox } from "../shared-mailbox.tsx";
import { AskForm } from "./ask-form.tsx";

export const metadata: Metadata = { title: "Ask your facilitators" };

export default async function QuestionsPage({ params, searchParams }: PageProps<"/my/[memberId]/questions">) {
  const actor = await participant();
  const { memberId } = await params;
  const { page, asked } = await searchParams;
  const number = pageNumber(page);
  const found = await loadMyQuestions(actor, memberId, number);
  if (!found.ok && found.reason === "not_there") notFound();
  const hasLeft = found.ok && found.value.hasLeft;
  return (
    <MyFrame
      title="Your place"
      titleHref={hasLeft ? "/my" : `/my/${memberId}`}
      name={found.ok ? found.value.name : actor.email}
    >
      <PageTitle
        title="Ask your facilitators"
        lead="Anything about the group, a practice, or how you are with it. You get an e-mail when there is an answer; the answer itself is here."
      />
      {found.ok ? (
        <div className="space-y-8">
          {asked !== undefined && (
            <Notice tone="pine" role="status" title="Your question is with them">
              <p>Somebody reads it, usually within a few days.</p>
            </Notice>
          )}
          {!hasLeft && <AskForm memberId={memberId} />}
          {found.value.questions.length === 0 ? (
            <EmptyState title="Nothing asked yet">
              <p>What you ask, and what is answered, stays here. Nobody else in the group sees it.</p>
            </EmptyState>
          ) : (
            <section aria-labelledby="asked">
              <h2 id="asked" className="mb-3 text-xl">
                What you asked
              </h2>
              <ul className="space-y-4">
                {found.value.questions.map(({ id, text, askedAt, answer, answeredAt, by, timeZone }) => (
                  <li key={id}>
                    <Card>
                      <p className="text-sm text-soft">{momentWords(askedAt, timeZone)}</p>
                      <p className="mt-1 whitespace-pre-line">{text}</p>
                      <div className="mt-4 border-s-2 border-pine ps-4">
                        {answer && answeredAt ? (
                          <>
                            <p className="text-sm text-soft">
                              {by ?? "The clinic"}, {momentWords(answeredAt, timeZone)}
                            </p>
                            <p className="mt-1 whitespace-pre-line">{answer}</p>
                          </>
                        ) : (
                          <p className="text-soft">Not answered yet.</p>
                        )}
                      </div>
                    </Card>
                  </li>
                ))}
              </ul>
              <Pager
                page={number}
                hasNext={found.value.hasNext}
                href={(to) => `/my/${memberId}/questions?page=${to}`}
              />
            </section>
          )}
          <p className="text-sm text-soft">
            This is not watched around the clock. If you need somebody now, please use the line at the foot of
            this page.
          </p>
        </div>
      ) : (
        <SharedMailbox />
      )}
    </MyFrame>
  );
}
