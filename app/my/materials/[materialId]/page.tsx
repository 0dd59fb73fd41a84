import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { participant } from "#lib/auth/who.ts";
import { loadMyMaterial } from "#lib/materials/my-queries.ts";
import { ButtonLink } from "../../../_components/button.tsx";
import { PageTitle } from "../../../_components/page-title.tsx";
import { Reading } from "../../../_components/reading.tsx";
import { MyFrame } from "../../my-frame.tsx";
import { fileWords, kindWords } from "../../words.ts";

export const metadata: Metadata = { title: "From your group" };

export default async function MaterialPage({ params }: { params: Promise<{ materialId: string }> }) {
  const actor = await participant();
  const material = await loadMyMaterial(actor, (await params).materialId);
  if (!material) notFound();
  const { kind, title, text, url, file, transcript, reader } = material;
  return (
    <MyFrame
      title={material.cohortTitle}
      titleHref={reader ? `/my/${reader.memberId}` : "/my"}
      name={reader?.name ?? actor.email}
    >
      <PageTitle over={`${kindWords[kind]}, ${material.sessionTitle}`} title={title} />
      <div className="space-y-6">
        {kind === "recording" && file && (
          // biome-ignore lint/a11y/useMediaCaption: what is said in it stands below, where somebody has written it down
          <audio
            controls
            preload="metadata"
            src={file.link.url}
            aria-label={title}
            className="w-full rounded-full border border-line [&::-webkit-media-controls-enclosure]:bg-plum-pale"
          />
        )}
        {kind === "handout" && file && (
          <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <ButtonLink href={file.link.url} download>
              Download the handout
            </ButtonLink>
            <span className="text-sm text-soft">{fileWords(file)}</span>
          </p>
        )}
        {url && (
          <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <ButtonLink href={url} rel="noopener noreferrer">
              Open the link
            </ButtonLink>
            <span className="text-sm text-soft">It leads to {new URL(url).hostname}, which is not ours.</span>
          </p>
        )}
        {text.trim() !== "" && <Reading text={text} />}
        {transcript !== "" && (
          <details>
            <summary className="inline-flex min-h-11 items-center">What is said in it</summary>
            <Reading text={transcript} />
          </details>
        )}
      </div>
    </MyFrame>
  );
}
