import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import { now } from "#lib/clock/now.ts";
import { dayWords, momentWords, zoneWords } from "#lib/clock/words.ts";
import { loadMaterials } from "#lib/materials/queries.ts";
import { aboutWords, loadStarters } from "#lib/materials/starters.ts";
import { Card } from "../../../../_components/card.tsx";
import { FileIcon, PlayIcon } from "../../../../_components/icons.tsx";
import { Pill } from "../../../../_components/pill.tsx";
import { Tabs } from "../../../../_components/tabs.tsx";
import { Press } from "../../../_components/press.tsx";
import { CohortFrame } from "../_components/cohort-frame.tsx";
import { releaseMaterialAction, takeBackMaterialAction } from "./actions.ts";
import { type Kind, MaterialForm } from "./material-form.tsx";

export const metadata: Metadata = { title: "Materials" };

type Loaded = NonNullable<Awaited<ReturnType<typeof loadMaterials>>>;
type Material = Loaded["sessions"][number]["materials"][number];

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
  const kind = kinds.find((one) => one === attach) ?? "recording";
  const current = sessions.findIndex(({ endsAt }) => endsAt.epochMilliseconds > at.epochMilliseconds);
  const options = [...sessions.slice(Math.max(0, current)), ...sessions.slice(0, Math.max(0, current))].map(
    ({ id, title, startsLocal }) => ({ id, label: `${title}, ${dayWords(startsLocal)}` }),
  );
  return (
    <CohortFrame actor={actor} cohort={cohort} current="materials">
      <div className="grid gap-5 lg:grid-cols-[1fr_26rem] lg:items-start">
        <Card title="By session">
          <ol className="divide-y divide-line">
            {sessions.map((session) => (
              <li key={session.id} id={`session-${session.id}`} className="py-4">
                <h3 className="text-lg">{session.title}</h3>
                <p className="text-sm text-soft">{dayWords(session.startsLocal)}</p>
                {session.materials.length === 0 ? (
                  <p className="mt-2 text-soft">Nothing yet.</p>
                ) : (
                  <ul className="mt-2 grid gap-1">
                    {session.materials.map((material) => (
                      <MaterialRow key={material.id} material={material} timeZone={timeZone} />
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
          <MaterialForm
            key={kind}
            kind={kind}
            sessions={options}
            starters={starters}
            zone={zoneWords(timeZone)}
          />
        </Card>
      </div>
    </CohortFrame>
  );
}

function MaterialRow({ material, timeZone }: { material: Material; timeZone: string }) {
  const { id, kind, title, file, visible } = material;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 sm:flex-nowrap">
      <div className="flex min-w-0 items-center gap-3 py-2">
        {kind === "recording" ? <PlayIcon className="text-pine" /> : <FileIcon className="text-pine" />}
        <div className="min-w-0">
          <p className="font-semibold">
            {file ? <a href={`/files/${id}`}>{title}</a> : title}
            {file && <span className="font-normal text-soft"> {size(file.bytes)}</span>}
          </p>
          <p className="text-sm text-soft">{appears(material, timeZone)}</p>
        </div>
      </div>
      <div className="-me-3 flex flex-none items-center">
        {visible && <Pill tone="pine">participants see it</Pill>}
        {visible ? (
          <Press action={takeBackMaterialAction} values={{ materialId: id }}>
            Take back<span className="sr-only"> {title}</span>
          </Press>
        ) : (
          <Press action={releaseMaterialAction} values={{ materialId: id }}>
            Release now<span className="sr-only"> {title}</span>
          </Press>
        )}
      </div>
    </li>
  );
}

const kindWords = {
  recording: "A recording",
  handout: "A handout",
  text: "A text",
  library: "Library",
} satisfies Record<Kind, string>;

const starters = loadStarters().map((starter) => ({
  slug: starter.slug,
  label: `${starter.title} (${aboutWords(starter)})`,
}));

const kinds = Object.keys(kindWords) as Kind[];

function appears({ release, visible, visibleAt }: Material, timeZone: string): string {
  if (!visibleAt) return "Appears when somebody releases it";
  const when = momentWords(visibleAt, timeZone);
  if (release === "afterSession")
    return `${visible ? "Appeared" : "Appears"} when the session ${visible ? "ended" : "ends"}, ${when}`;
  return `${visible ? "Appeared" : "Appears"} ${when}`;
}

function size(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  return megabytes < 1 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${megabytes.toFixed(1)} MB`;
}
