import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import { dateWords, timeWords, zoneWords } from "#lib/clock/words.ts";
import { loadSessionWords } from "#lib/cohorts/load-session.ts";
import { PageTitle } from "../../../../_components/page-title.tsx";
import { StaffFrame } from "../../../_components/staff-frame.tsx";
import { WordsForm } from "./words-form.tsx";

export const metadata: Metadata = { title: "Bring and practice" };

/** What a session is called, what to bring to it, and what to practice after it. */
export default async function SessionWordsPage({ params }: PageProps<"/staff/sessions/[sessionId]/words">) {
  const actor = await staff();
  const session = await loadSessionWords(actor, (await params).sessionId);
  if (!session) notFound();
  const { id, title, bring, practice, startsLocal, cohort } = session;
  const back = `/staff/cohorts/${cohort.id}/sessions`;
  return (
    <StaffFrame actor={actor} current="cohorts">
      <PageTitle
        over={<a href={back}>{cohort.title}</a>}
        title={title}
        lead={`${dateWords(startsLocal)}, ${timeWords(startsLocal)}, ${zoneWords(cohort.timeZone)} time. What you change here is for this group alone.`}
      />
      <WordsForm sessionId={id} title={title} bring={bring} practice={practice} back={back} />
    </StaffFrame>
  );
}
