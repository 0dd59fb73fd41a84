import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import { now } from "#lib/clock/now.ts";
import { counted, dayWords, zoneWords } from "#lib/clock/words.ts";
import { findMaterials, loadMaterials } from "#lib/materials/queries.ts";
import { Card } from "../../../../_components/card.tsx";
import { ArrowIcon } from "../../../../_components/icons.tsx";
import { Tabs } from "../../../../_components/tabs.tsx";
import { LibrarySearch } from "../../../_components/library-search.tsx";
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
  const { attach, q } = await searchParams;
  const kind = kinds.find((one) => one === attach) ?? "library";
  const words = typeof q === "string" ? q.trim().slice(0, 100) : "";
  const library = kind === "library" ? await findMaterials(actor, { words }) : { materials: [], more: false };
  const current = sessions.findIndex(({ endsAt }) => endsAt.epochMilliseconds > at.epochMilliseconds);
  // This week: what is next, and what was last.
  const next = current === -1 ? sessions.length : current;
  const isNear = (index: number) => index === next || index === next - 1;
  const options = [...sessions.slice(Math.max(0, current)), ...sessions.slice(0, Math.max(0, current))].map(
    ({ id, title, startsLocal }) => ({ id, label: `${title}, ${dayWords(startsLocal)}` }),
  );
  return (
    <CohortFrame actor={actor} cohort={cohort} current="materials">
      <div className="grid gap-5 lg:grid-cols-[1fr_26rem] lg:items-start">
        <Card title="By session">
          <p className="flex flex-wrap gap-x-6">
            <a
              href={`/staff/cohorts/${cohort.id}/materials/preview`}
              className="inline-flex min-h-11 items-center"
            >
              See it as a participant
            </a>
            <a href="#attach" className="inline-flex min-h-11 items-center lg:hidden">
              Attach something
            </a>
          </p>
          <ol className="divide-y divide-line">
            {sessions.map((session, index) => (
              <li key={session.id}>
                <details open={isNear(index)} className="group">
                  <summary className="flex list-none items-center gap-4 py-3 text-ink [&::-webkit-details-marker]:hidden">
                    <span className="min-w-0 flex-1">
                      <h3 className="text-lg">{session.title}</h3>
                      <span className="block text-sm font-normal text-soft">
                        {dayWords(session.startsLocal)}. {insideWords(session.releases)}
                      </span>
                    </span>
                    <ArrowIcon className="flex-none rotate-90 text-soft group-open:-rotate-90" />
                  </summary>
                  {/* Inside, so that a link to it opens what it is in. */}
                  <div id={`session-${session.id}`} className="scroll-mt-24 pb-4">
                    {session.releases.length === 0 ? (
                      <p className="text-soft">
                        <a href="#attach">Attach something</a> to it, and participants find it here.
                      </p>
                    ) : (
                      <ul className="grid gap-1">
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
                  </div>
                </details>
              </li>
            ))}
          </ol>
        </Card>
        <div id="attach" className="min-w-0 scroll-mt-6">
          <Card title="Attach something">
            <Tabs
              label="What to attach"
              items={kinds.map((one) => ({
                href: `?attach=${one}#attach`,
                label: kindWords[one],
                current: one === kind,
              }))}
            />
            {kind === "library" && (
              <LibrarySearch words={words} count={library.materials.length} more={library.more} id="attach" />
            )}
            {(kind !== "library" || library.materials.length > 0) && (
              <AttachForm
                key={`${kind} ${words}`}
                kind={kind}
                sessions={options}
                library={library.materials.map(({ id, title, minutes }) => ({
                  id,
                  label: minutes ? `${title} (${counted(minutes, "minute")})` : title,
                }))}
                zone={zoneWords(timeZone)}
              />
            )}
          </Card>
        </div>
      </div>
    </CohortFrame>
  );
}

/** "3 things, 1 of them seen by participants." */
function insideWords(releases: { visible: boolean }[]): string {
  if (releases.length === 0) return "Nothing yet.";
  const seen = releases.filter(({ visible }) => visible).length;
  const things = counted(releases.length, "thing");
  if (seen === 0) return `${things}, not seen yet.`;
  return seen === releases.length
    ? `${things}, participants see ${seen === 1 ? "it" : "them"}.`
    : `${things}, participants see ${seen}.`;
}

const kindWords = {
  library: "Library",
  recording: "A recording",
  handout: "A handout",
  link: "A link",
  text: "A text",
} satisfies Record<Kind, string>;

const kinds = Object.keys(kindWords) as Kind[];
