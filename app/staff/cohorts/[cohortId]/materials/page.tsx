import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import { now } from "#lib/clock/now.ts";
import { counted, dayWords, zoneWords } from "#lib/clock/words.ts";
import { findMaterials, loadMaterials } from "#lib/materials/queries.ts";
import { Card } from "../../../../_components/card.tsx";
import { Tabs } from "../../../../_components/tabs.tsx";
import { measureWords } from "../../../library/kind-words.ts";
import { appearsWords, ruleFields } from "../../../library/rule-words.ts";
import { CohortFrame } from "../_components/cohort-frame.tsx";
import { AttachForm, type Kind } from "./attach-form.tsx";
import { ReleaseRow } from "./release-row.tsx";

export const metadata: Metadata = { title: "Materials" };

export default async function MaterialsPage({
  params,
  searchParams,
}: PageProps<"/staff/cohorts/[cohortId]/materials">) {
  const actor = await staff();
  const at = now();
  const cohort = await loadMaterials(actor, (await params).cohortId, at);
  if (!cohort) notFound();
  const { sessions, timeZone } = cohort;
  const { attach } = await searchParams;
  const kind = kinds.find((one) => one === attach) ?? "library";
  const library = kind === "library" ? await findMaterials(actor, {}) : [];
  const current = sessions.findIndex(({ endsAt }) => endsAt.epochMilliseconds > at.epochMilliseconds);
  const options = [...sessions.slice(Math.max(0, current)), ...sessions.slice(0, Math.max(0, current))].map(
    ({ id, title, startsLocal }) => ({ id, label: `${title}, ${dayWords(startsLocal)}` }),
  );
  return (
    <CohortFrame actor={actor} cohort={cohort} current="materials">
      <div className="grid gap-5 lg:grid-cols-[1fr_26rem] lg:items-start">
        <Card title="By session">
          <p>
            <a
              href={`/staff/cohorts/${cohort.id}/materials/preview`}
              className="inline-flex min-h-11 items-center"
            >
              See it as a participant
            </a>
          </p>
          <ol className="divide-y divide-line">
            {sessions.map((session) => (
              <li key={session.id} id={`session-${session.id}`} className="py-4">
                <h3 className="text-lg">{session.title}</h3>
                <p className="text-sm text-soft">{dayWords(session.startsLocal)}</p>
                {session.releases.length === 0 ? (
                  <p className="mt-2 text-soft">Nothing yet.</p>
                ) : (
                  <ul className="mt-2 grid gap-1">
                    {session.releases.map(({ material, ...release }) => (
                      <ReleaseRow
                        key={release.id}
                        id={release.id}
                        kind={material.kind}
                        title={material.title}
                        href={`/staff/library/${material.id}`}
                        about={measureWords({ minutes: material.minutes, bytes: material.file?.bytes })}
                        appears={appearsWords(release, timeZone)}
                        visible={release.visible}
                        rule={ruleFields(release)}
                        zone={zoneWords(timeZone)}
                      />
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ol>
        </Card>
        <Card title="Attach something">
          <Tabs
            label="What to attach"
            items={kinds.map((one) => ({
              href: `?attach=${one}`,
              label: kindWords[one],
              current: one === kind,
            }))}
          />
          <AttachForm
            key={kind}
            kind={kind}
            sessions={options}
            library={library.map(({ id, title, minutes }) => ({
              id,
              label: minutes ? `${title} (${counted(minutes, "minute")})` : title,
            }))}
            zone={zoneWords(timeZone)}
          />
        </Card>
      </div>
    </CohortFrame>
  );
}

const kindWords = {
  library: "Library",
  recording: "A recording",
  handout: "A handout",
  link: "A link",
  text: "A text",
} satisfies Record<Kind, string>;

const kinds = Object.keys(kindWords) as Kind[];
