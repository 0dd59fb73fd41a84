import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { staff } from "#lib/auth/who.ts";
import { dayWords, momentWords, zoneWords } from "#lib/clock/words.ts";
import { loadPreview } from "#lib/materials/preview.ts";
import { Button } from "../../../../../_components/button.tsx";
import { Card } from "../../../../../_components/card.tsx";
import { EmptyState } from "../../../../../_components/empty-state.tsx";
import { Select, TextField } from "../../../../../_components/field.tsx";
import { kindWords } from "../../../../library/kind-words.ts";
import { CohortFrame } from "../../_components/cohort-frame.tsx";

export const metadata: Metadata = { title: "As a participant" };

const askedSchema = z.object({
  person: z.uuid().optional().catch(undefined),
  on: z.iso
    .datetime({ local: true, precision: -1 })
    .transform((text) => Temporal.PlainDateTime.from(text))
    .optional()
    .catch(undefined),
});

export default async function PreviewPage({
  params,
  searchParams,
}: PageProps<"/staff/cohorts/[cohortId]/materials/preview">) {
  const actor = await staff();
  const asked = askedSchema.parse(await searchParams);
  const preview = await loadPreview(actor, (await params).cohortId, { personId: asked.person, on: asked.on });
  if (!preview) notFound();
  const { person, people, sessions, at, timeZone } = preview;
  const local = at.toZonedDateTimeISO(timeZone).toPlainDateTime();
  return (
    <CohortFrame actor={actor} cohort={preview} current="materials">
      <p className="mb-4">
        <a href={`/staff/cohorts/${preview.id}/materials`} className="inline-flex min-h-11 items-center">
          Back to the materials
        </a>
      </p>
      <div className="grid gap-5 lg:grid-cols-[1fr_22rem] lg:items-start">
        <Card title={`What ${person?.name ?? "somebody who was at every session"} sees`}>
          <p className="text-sm text-soft">
            On {momentWords(at, timeZone)}, {zoneWords(timeZone)} time
          </p>
          {sessions.length === 0 ? (
            <EmptyState title="Nothing yet">
              <p>What is released by then will be listed here, as it is on their own page.</p>
            </EmptyState>
          ) : (
            <ol className="divide-y divide-line">
              {sessions.map((session) => (
                <li key={session.id} className="py-4">
                  <h3 className="text-lg">{session.title}</h3>
                  <p className="text-sm text-soft">{dayWords(session.startsLocal)}</p>
                  <ul className="mt-2">
                    {session.materials.map(({ id, kind, title, since }) => (
                      <li key={id}>
                        <a href={`/staff/library/${id}`} className="inline-flex min-h-11 items-center">
                          {title}
                        </a>{" "}
                        <span className="text-sm text-soft">
                          {kindWords[kind]}, since {momentWords(since, timeZone)}
                        </span>
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ol>
          )}
        </Card>
        <Card title="As whom, and when">
          <form className="grid gap-5">
            <Select
              label="As"
              name="person"
              defaultValue={person?.id ?? ""}
              options={[
                { value: "", label: "Somebody who was at every session" },
                ...people.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <TextField
              label="On"
              name="on"
              type="datetime-local"
              hint={`In the time of ${zoneWords(timeZone)}.`}
              defaultValue={local.toString({ smallestUnit: "minute" })}
            />
            <div>
              <Button variant="secondary">Show</Button>
            </div>
          </form>
        </Card>
      </div>
    </CohortFrame>
  );
}
