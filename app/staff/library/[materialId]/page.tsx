import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import { momentWords } from "#lib/clock/words.ts";
import { settings } from "#lib/config/settings.ts";
import { languageWords } from "#lib/library/languages.ts";
import { loadMaterial } from "#lib/library/queries.ts";
import { Card } from "../../../_components/card.tsx";
import { Notice } from "../../../_components/notice.tsx";
import { PageTitle } from "../../../_components/page-title.tsx";
import { Reading } from "../../../_components/reading.tsx";
import { sizeWords } from "../../../_components/size-words.ts";
import { Press } from "../../_components/press.tsx";
import { StaffFrame } from "../../_components/staff-frame.tsx";
import { archiveMaterialAction, restoreMaterialAction } from "../actions.ts";
import { kindWords, measureWords } from "../kind-words.ts";
import { EditMaterial } from "./edit-material.tsx";
import { NewVersion } from "./new-version.tsx";

export const metadata: Metadata = { title: "Material" };

type Version = NonNullable<Awaited<ReturnType<typeof loadMaterial>>>["versions"][number];

export default async function MaterialPage({ params }: PageProps<"/staff/library/[materialId]">) {
  const actor = await staff();
  const material = await loadMaterial(actor, (await params).materialId);
  if (!material) notFound();
  const { id, kind, title, language, archivedAt, ownOf, releases, versions } = material;
  const [newest, ...earlier] = versions;
  return (
    <StaffFrame actor={actor} current="library">
      <PageTitle
        over={
          ownOf ? (
            <>
              <a href={`/staff/cohorts/${ownOf.id}/materials`}>{ownOf.title}</a>, that group’s own
            </>
          ) : (
            <a href="/staff/library">Library</a>
          )
        }
        title={title}
        lead={[kindWords[kind], languageWords(language), measureWords(material)].filter(Boolean).join(", ")}
        actions={
          !ownOf && (
            <Press
              action={archivedAt ? restoreMaterialAction : archiveMaterialAction}
              values={{ materialId: id }}
              variant="secondary"
            >
              {archivedAt ? "Take it out again" : "Put it away"}
            </Press>
          )
        }
      />
      {archivedAt && (
        <Notice tone="periwinkle" title="Put away" className="mb-6">
          <p>Groups that have it keep it. No other group is offered it.</p>
        </Notice>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-[minmax(0,1fr)_24rem] lg:items-start">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5 wrap-anywhere">
          <Card title="What participants get">
            {newest && <Content materialId={id} title={title} version={newest} />}
          </Card>
          {material.transcript !== "" && (
            <Card title="What is said in it">
              <Reading text={material.transcript} />
            </Card>
          )}
          <Card title="Versions">
            <ol className="divide-y divide-line">
              {newest && (
                <li className="py-3">
                  <VersionWords {...newest} /> <span className="text-soft">This one is given out.</span>
                </li>
              )}
              {earlier.map((version) => (
                <li key={version.number}>
                  <details className="py-1">
                    <summary className="flex min-h-11 items-center">
                      <VersionWords {...version} />
                    </summary>
                    <div className="pt-2 pb-3">
                      <Content materialId={id} title={title} version={version} />
                    </div>
                  </details>
                </li>
              ))}
            </ol>
          </Card>
          <Card title="Where it is">
            {releases.length === 0 ? (
              <p className="text-soft">In none of your groups yet.</p>
            ) : (
              <ul>
                {releases.map(({ id, session }) => (
                  <li key={id}>
                    <a
                      href={`/staff/cohorts/${session.cohort.id}/materials`}
                      className="inline-flex min-h-11 items-center"
                    >
                      {session.cohort.title}: {session.title}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        </div>
        <div className="grid gap-5">
          <Card title="Change what is said about it">
            <EditMaterial material={material} />
          </Card>
          <Card title="Put something new in it">
            <NewVersion materialId={id} kind={kind} text={newest?.text ?? ""} url={newest?.url ?? ""} />
          </Card>
        </div>
      </div>
    </StaffFrame>
  );
}

function VersionWords({ number, at, by }: Version) {
  return (
    <span>
      Version {number}, {momentWords(at, settings().CLINIC_ZONE)}
      {by && `, by ${by}`}
    </span>
  );
}

function Content({ materialId, title, version }: { materialId: string; title: string; version: Version }) {
  const { file, url, text, number } = version;
  const href = `/files/${materialId}?version=${number}`;
  if (url)
    return (
      <a href={url} rel="noopener noreferrer" className="inline-flex min-h-11 items-center break-all">
        {url}
      </a>
    );
  if (!file) return <Reading text={text} />;
  return (
    <div className="grid gap-2">
      {file.type.startsWith("audio/") && (
        // biome-ignore lint/a11y/useMediaCaption: what is said in it stands beside it, where somebody has written it down
        <audio
          controls
          preload="none"
          src={href}
          aria-label={`${title}, version ${number}`}
          className="w-full"
        />
      )}
      {file.type.startsWith("video/") && (
        // biome-ignore lint/a11y/useMediaCaption: what is said in it stands beside it, where somebody has written it down
        <video
          controls
          preload="none"
          src={href}
          aria-label={`${title}, version ${number}`}
          className="w-full"
        />
      )}
      <p>
        <a href={href} className="inline-flex min-h-11 items-center break-all">
          {file.name}
        </a>{" "}
        <span className="text-soft">{sizeWords(file.bytes)}</span>
      </p>
    </div>
  );
}
