import type { Metadata } from "next";
import { mayAdminister } from "#lib/auth/policy.ts";
import { staff } from "#lib/auth/who.ts";
import { loadCohortForm } from "#lib/cohorts/staff-queries.ts";
import { settings } from "#lib/config/settings.ts";
import { PageTitle } from "../../../_components/page-title.tsx";
import { StaffFrame } from "../../_components/staff-frame.tsx";
import { CohortForm } from "./cohort-form.tsx";

export const metadata: Metadata = { title: "Plan a group" };

export default async function NewCohortPage() {
  const actor = await staff();
  const { programs, colleagues } = await loadCohortForm(actor);
  return (
    <StaffFrame actor={actor} current="cohorts">
      <PageTitle title="Plan a group" lead="Nobody sees it until you open it for enrolment." />
      <CohortForm
        programs={programs}
        zones={zones(settings().CLINIC_ZONE)}
        colleagues={mayAdminister(actor) ? colleagues : null}
      />
    </StaffFrame>
  );
}

/** Every zone, the clinic's first. */
function zones(clinics: string): string[] {
  return [clinics, ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== clinics)];
}
