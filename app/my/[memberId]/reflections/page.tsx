import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { participant } from "#lib/auth/who.ts";
import { dateWords, dayWords } from "#lib/clock/words.ts";
import { loadReflections } from "#lib/reflections/queries.ts";
import { ButtonLink } from "../../../_components/button.tsx";
import { Card } from "../../../_components/card.tsx";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { PageTitle } from "../../../_components/page-title.tsx";
import { Pager } from "../../../_components/pager.tsx";
import { pageNumber } from "../../../staff/_components/page-number.ts";
import { MyFrame } from "../../my-frame.tsx";
import { SharedMailbox } from "../shared-mailbox.tsx";
import { WriteForm } from "./write-form.tsx";

export const metadata: Metadata = { title: "For yourself" };

export default async function ReflectionsPage({
  params,
  searchParams,
}: PageProps<"/my/[memberId]/reflections">) {
  const actor = await participant();
  const { memberId } = await params;
  const { page, about } = await searchParams;
  const number = pageNumber(page);
  const found = await loadReflections(actor, memberId, number);
  if (!found.ok && found.reason === "not_there") notFound();
  const here = `/my/${memberId}/reflections`;
  return (
    <MyFrame
      title="Your place"
      titleHref={found.ok && found.value.hasLeft ? "/my" : `/my/${memberId}`}
      name={found.ok ? found.value.name : actor.email}
    >
      <PageTitle
        title="For yourself"
        lead="What you write here is sealed. Only you read it: not whoever came with you, not your facilitators, nobody at the clinic."
      />
      {found.ok ? (
        <div className="space-y-8">
          <WriteForm
            memberId={memberId}
            about={typeof about === "string" ? about : ""}
            sessions={found.value.sessions.map(({ id, title, startsLocal }) => ({
              value: `session:${id}`,
              label: `${title}, ${dayWords(startsLocal)}`,
            }))}
          />
          {found.value.reflections.length === 0 ? (
            <EmptyState title="Nothing here yet">
              <p>A sentence is enough. It waits here for you, and nobody counts.</p>
            </EmptyState>
          ) : (
            <section aria-labelledby="written">
              <h2 id="written" className="mb-3 text-xl">
                What you wrote
              </h2>
              <ul className="space-y-4">
                {found.value.reflections.map(({ id, text, about, writtenOn }) => (
                  <li key={id}>
                    <Card>
                      <p className="text-sm text-soft">
                        {[dateWords(writtenOn), about].filter(Boolean).join(", ")}
                      </p>
                      <p className="mt-1 whitespace-pre-line">
                        {text ??
                          "This one can’t be opened any more. The key that it was sealed with is gone."}
                      </p>
                      <p className="mt-2">
                        <ButtonLink href={`${here}/${id}`} variant="quiet" className="-ms-3">
                          Change or delete
                          <span className="sr-only">, of {dateWords(writtenOn)}</span>
                        </ButtonLink>
                      </p>
                    </Card>
                  </li>
                ))}
              </ul>
              <Pager page={number} hasNext={found.value.hasNext} href={(to) => `${here}?page=${to}`} />
              <p className="mt-6">
                <ButtonLink href={`${here}/export`} variant="secondary" download>
                  Take all of it along as a text
                </ButtonLink>
              </p>
            </section>
          )}
        </div>
      ) : (
        <SharedMailbox />
      )}
    </MyFrame>
  );
}
