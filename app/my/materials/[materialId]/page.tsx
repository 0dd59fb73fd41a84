import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { participant } from "#lib/auth/who.ts";
import { counted } from "#lib/clock/words.ts";
import { loadMyMaterial } from "#lib/materials/my-queries.ts";
import { ButtonLink } from "../../../_components/button.tsx";
import { PageTitle } from "../../../_components/page-title.tsx";
import { Reading } from "../../../_components/reading.tsx";
import { Keep } from "../../kept/keep.tsx";
import { MyFrame } from "../../my-frame.tsx";
import { Player } from "../../player.tsx";
import { fileWords, kindWords } from "../../words.ts";

export const metadata: Metadata = { title: "From your group" };

export default async function MaterialPage({ params }: { params: Promise<{ materialId: string }> }) {
  const actor = await participant();
  const material = await loadMyMaterial(actor, (await params).materialId);
  if (!material) notFound();
  const { id, kind, title, minutes, version, text, url, file, transcript, reader } = material;
  const over = `${kindWords[kind]}, ${material.sessionTitle}`;
  return (
    <MyFrame
      title={material.cohortTitle}
      titleHref={reader ? `/my/${reader.memberId}` : "/my"}
      name={reader?.name ?? actor.email}
    >
      <PageTitle
        over={over}
        title={title}
        lead={minutes && kind !== "text" ? counted(minutes, "minute") : undefined}
      />
      <div className="space-y-6">
        {kind === "recording" && file && (
          <Player id={id} title={title} artist={material.cohortTitle} src={file.link.url} />
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
        {text.trim() !== "" && <Reading text={text} id="words" />}
        {transcript !== "" && (
          <section aria-labelledby="said">
            <h2 id="said" className="mb-3 text-xl">
              What is said in it
            </h2>
            <Reading text={transcript} id="words" />
          </section>
        )}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line pt-4">
          {kind !== "link" && (
            <Keep
              thing={{ id, version, kind, title, over, file: file && { name: file.name, bytes: file.bytes } }}
              fileHref={file?.link.url ?? null}
              wordsId="words"
            />
          )}
          {reader && (
            <ButtonLink
              href={`/my/${reader.memberId}/reflections?about=material:${id}`}
              variant="quiet"
              className="-ms-3"
            >
              Write something for yourself
            </ButtonLink>
          )}
        </div>
      </div>
    </MyFrame>
  );
}
