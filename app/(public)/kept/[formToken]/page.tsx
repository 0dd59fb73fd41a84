import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { momentWords, zoneWords } from "#lib/clock/words.ts";
import { loadKept } from "#lib/enrollment/queries.ts";
import { ButtonLink } from "../../../_components/button.tsx";
import { Notice } from "../../../_components/notice.tsx";
import { PageTitle } from "../../../_components/page-title.tsx";
import { ClinicMail } from "../../_cohorts/clinic-mail.tsx";
import { listWords } from "../../_cohorts/words.ts";
import { aheadWords } from "../../_enroll/words.ts";

export const metadata: Metadata = { title: "Your places", robots: { index: false }, referrer: "same-origin" };

/** What a form has made, for the browser that sent it. The rest is behind each person's own link. */
export default async function KeptPage({ params }: { params: Promise<{ formToken: string }> }) {
  const kept = await loadKept((await params).formToken);
  if (!kept) notFound();
  const { cohort, state, seats, keptUntil, firstNames, ahead } = kept;
  const places = seats === 1 ? "Your place is" : "Your places are";
  const enrolled = state === "confirmed" || state === "completed";
  const awaits = state === "held" || state === "waitlisted" || state === "applied";
  const everyone = firstNames.length > 1 ? `${listWords(firstNames)}: each of you has` : "You have";
  return (
    <>
      {state === "held" && keptUntil && (
        <>
          <PageTitle
            over={cohort.title}
            title={`${places} kept`}
            lead={`Until ${momentWords(keptUntil, cohort.timeZone)}, ${zoneWords(cohort.timeZone)} time.`}
          />
          <Notice tone="apricot" title="One more step, in your mailbox">
            <p>
              {everyone} an e-mail from us with a link. Open it and say yes there
              {seats > 1
                ? ", each of you for yourself. When all of you have, you are enrolled."
                : ", and you are enrolled."}
            </p>
          </Notice>
        </>
      )}
      {state === "waitlisted" && ahead && (
        <>
          <PageTitle
            over={cohort.title}
            title="You are in line"
            lead={`${aheadWords(ahead)} When there is room for all of you, we write to you.`}
          />
          <Notice tone="periwinkle" title="Nothing needs to be done now">
            <p>{everyone} an e-mail from us with a link that always shows your place in line.</p>
          </Notice>
        </>
      )}
      {state === "applied" && (
        <>
          <PageTitle
            over={cohort.title}
            title="We have your application"
            lead="The people who lead this group read every application, and write to you soon. You keep your place by the time you applied."
          />
          <Notice tone="periwinkle" title="Nothing needs to be done now">
            <p>{everyone} an e-mail from us with a link that always shows how it stands.</p>
          </Notice>
        </>
      )}
      {enrolled && (
        <>
          <PageTitle
            over={cohort.title}
            title="You are enrolled"
            lead="Everyone has said yes. We look forward to seeing you."
          />
          <ButtonLink href="/my">See your sessions</ButtonLink>
        </>
      )}
      {!enrolled && !awaits && (
        <>
          <PageTitle
            over={cohort.title}
            title="These places are no longer kept"
            lead="The link in our last e-mail shows how it stands. You are welcome in another group."
          />
          <ButtonLink href="/">See the open groups</ButtonLink>
        </>
      )}
      {awaits && (
        <p className="mt-8 text-soft">
          No e-mail after a few minutes? Look in your spam folder, or write to <ClinicMail />.
        </p>
      )}
    </>
  );
}
