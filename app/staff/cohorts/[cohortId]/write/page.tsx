import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { beginnings } from "#lib/announcements/beginnings.ts";
import { fieldWords } from "#lib/announcements/fields.ts";
import { loadWriting } from "#lib/announcements/queries.ts";
import { staff } from "#lib/auth/who.ts";
import { dayWords } from "#lib/clock/words.ts";
import { persons } from "#lib/people/words.ts";
import { Card } from "../../../../_components/card.tsx";
import { EmptyState } from "../../../../_components/empty-state.tsx";
import { Pager } from "../../../../_components/pager.tsx";
import { CohortFrame } from "../_components/cohort-frame.tsx";
import { WriteForm } from "./write-form.tsx";
import { WrittenList } from "./written-list.tsx";

export const metadata: Metadata = { title: "Write to a group" };

export default async function WritePage({
  params,
  searchParams,
}: PageProps<"/staff/cohorts/[cohortId]/write">) {
  const actor = await staff();
  const search = await searchParams;
  const asked = Object.fromEntries(
    ["to", "about", "session", "begin", "change", "again", "page"].map((key) => [
      key,
      [search[key]].flat()[0],
    ]),
  );
  const cohort = await loadWriting(actor, (await params).cohortId, asked);
  if (!cohort) notFound();
  const { id, people, sessions, begun, written, timeZone, page, hasNext } = cohort;
  const here = `/staff/cohorts/${id}/write`;
  return (
    <CohortFrame actor={actor} cohort={cohort} current="write">
      {people.length === 0 ? (
        <EmptyState title="Nobody to write to yet">
          <p>When people are enrolled, you can write to all of them here, or to one.</p>
        </EmptyState>
      ) : (
        <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
          <Card title={begun.announcementId ? "Change a message" : "A new message"}>
            {!begun.announcementId && (
              <div className="mb-5">
                <p className="text-soft">Begin with ready words, or your own:</p>
                <ul className="flex flex-wrap gap-x-5">
                  {Object.entries(beginnings).map(([key, { label }]) => (
                    <li key={key}>
                      <a href={`${here}?begin=${key}`} className="inline-flex min-h-11 items-center">
                        {label}
                      </a>
                    </li>
                  ))}
                </ul>
              </div>
            )}
            <WriteForm
              key={JSON.stringify(begun)}
              cohortId={id}
              formToken={crypto.randomUUID()}
              begun={begun}
              everyone={`Everyone in the group: ${persons(people.length)}`}
              sessions={sessions.map(({ id, title, startsLocal }) => ({
                value: id,
                label: `${dayWords(startsLocal)}: ${title}`,
              }))}
              people={people.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Card>
          <div className="grid gap-6">
            <Card title="Written before">
              {written.length === 0 ? (
                <p className="text-soft">What you write stays here, with how far it has come.</p>
              ) : (
                <WrittenList written={written} timeZone={timeZone} here={here} />
              )}
              <Pager page={page} hasNext={hasNext} href={(next) => `${here}?page=${next}`} />
            </Card>
            <Card title="Fields">
              <p className="mb-3 text-soft">
                Words in braces are filled in for each who reads it. A line in which there is nothing to fill
                in is left out.
              </p>
              <dl className="space-y-2">
                {Object.entries(fieldWords).map(([field, words]) => (
                  <div key={field}>
                    <dt className="font-semibold">{`{${field.replaceAll("_", " ")}}`}</dt>
                    <dd className="text-soft">{words}</dd>
                  </div>
                ))}
              </dl>
            </Card>
          </div>
        </div>
      )}
    </CohortFrame>
  );
}
