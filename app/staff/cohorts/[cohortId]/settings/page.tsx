import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import { zoneWords } from "#lib/clock/words.ts";
import { loadCohortSettings } from "#lib/cohorts/load-cohort-form.ts";
import { ButtonLink } from "../../../../_components/button.tsx";
import { EmptyState } from "../../../../_components/empty-state.tsx";
import { Notice } from "../../../../_components/notice.tsx";
import { aboutValues, givingValues } from "../../_components/cohort-values.ts";
import { CohortFrame } from "../_components/cohort-frame.tsx";
import { SettingsForm } from "./settings-form.tsx";

export const metadata: Metadata = { title: "Settings of a group" };

export default async function SettingsPage({
  params,
  searchParams,
}: PageProps<"/staff/cohorts/[cohortId]/settings">) {
  const actor = await staff();
  const cohort = await loadCohortSettings(actor, (await params).cohortId);
  if (!cohort) notFound();
  const saved = (await searchParams).saved !== undefined;
  return (
    <CohortFrame actor={actor} cohort={cohort} current="settings" over={`${zoneWords(cohort.timeZone)} time`}>
      {saved && (
        <Notice tone="pine" role="status" className="mb-8">
          The settings are saved.
        </Notice>
      )}
      {cohort.state === "cancelled" ? (
        <EmptyState title="This group is cancelled">
          <p>Nothing of it changes any more. Everyone was told: {cohort.cancelReason}</p>
        </EmptyState>
      ) : (
        <>
          <SettingsForm cohortId={cohort.id} initial={aboutValues(cohort)} giving={givingValues(cohort)} />
          <section className="mt-12 border-t border-line pt-6">
            <h2 className="mb-2 text-xl">If the group can't take place</h2>
            <p className="mb-4 max-w-[65ch] text-soft">
              You see first whom it concerns, and say why. Everyone is told, and keeps their place in line for
              another group.
            </p>
            <ButtonLink href={`/staff/cohorts/${cohort.id}/cancel`} variant="secondary">
              Cancel the group
            </ButtonLink>
          </section>
        </>
      )}
    </CohortFrame>
  );
}
