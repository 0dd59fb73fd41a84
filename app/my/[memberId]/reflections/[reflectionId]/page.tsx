import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { participant } from "#lib/auth/who.ts";
import { dateWords } from "#lib/clock/words.ts";
import { loadReflection } from "#lib/reflections/queries.ts";
import { PageTitle } from "../../../../_components/page-title.tsx";
import { Press } from "../../../../staff/_components/press.tsx";
import { MyFrame } from "../../../my-frame.tsx";
import { deleteReflectionAction } from "../actions.ts";
import { ChangeForm } from "./change-form.tsx";

export const metadata: Metadata = { title: "Change what you wrote" };

export default async function ReflectionPage({
  params,
}: PageProps<"/my/[memberId]/reflections/[reflectionId]">) {
  const actor = await participant();
  const { memberId, reflectionId } = await params;
  const reflection = await loadReflection(actor, memberId, reflectionId);
  if (!reflection) notFound();
  const { name, text, about, writtenOn } = reflection;
  return (
    <MyFrame title="For yourself" titleHref={`/my/${memberId}/reflections`} name={name}>
      <PageTitle
        over={[dateWords(writtenOn), about].filter(Boolean).join(", ")}
        title="Change what you wrote"
        lead="Only the new words are kept."
      />
      {text !== null && <ChangeForm memberId={memberId} reflectionId={reflectionId} text={text} />}
      <section aria-labelledby="delete" className="mt-10 border-t border-line pt-6">
        <h2 id="delete" className="mb-2 text-xl">
          Or delete it
        </h2>
        <p className="mb-4 text-soft">It is gone for good then, also for us.</p>
        <Press action={deleteReflectionAction} values={{ memberId, reflectionId }} variant="destructive">
          Delete it for good
        </Press>
      </section>
    </MyFrame>
  );
}
