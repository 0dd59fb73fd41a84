import type { Metadata } from "next";
import { mayAdminister } from "#lib/auth/policy.ts";
import { staff } from "#lib/auth/who.ts";
import { loadCohortForm, loadCohortSettings } from "#lib/cohorts/load-cohort-form.ts";
import { settings } from "#lib/config/settings.ts";
import { PageTitle } from "../../../_components/page-title.tsx";
import { StaffFrame } from "../../_components/staff-frame.tsx";
import { aboutValues, givingValues } from "../_components/cohort-values.ts";
import { CohortForm } from "./cohort-form.tsx";

export const metadata: Metadata = { title: "Plan a group" };

/** With `?like=`, the form begins with what another group is, all but its dates; with `?program=`, with that program. */
export default async function NewCohortPage({ searchParams }: PageProps<"/staff/cohorts/new">) {
  const actor = await staff();
  const { programs, colleagues } = await loadCohortForm(actor);
  const { like, program } = await searchParams;
  const model = typeof like === "string" ? await loadCohortSettings(actor, like) : null;
  return (
    <StaffFrame actor={actor} current="cohorts">
      <PageTitle title="Plan a group" lead="Nobody sees it until you open it for enrolment." />
      <CohortForm
        programs={programs}
        programId={programs.find(({ id }) => id === program)?.id ?? programs[0]?.id}
        zones={zones(settings().CLINIC_ZONE)}
        colleagues={mayAdminister(actor) ? colleagues : null}
        like={model && likeValues(model)}
      />
    </StaffFrame>
  );
}

function likeValues(cohort: NonNullable<Awaited<ReturnType<typeof loadCohortSettings>>>) {
  return {
    about: {
      ...aboutValues(cohort),
      programId: cohort.programId,
      timeZone: cohort.timeZone,
      format: cohort.format,
      rhythm: cohort.rhythm,
      alsoOn: String(cohort.alsoOn ?? ""),
      startsAt: cohort.startsAt?.toString({ smallestUnit: "minute" }) ?? "",
    },
    giving: { ...givingValues(cohort), opensAt: "", closesAt: "" },
  };
}

/** Every zone, the clinic's first. */
function zones(clinics: string): string[] {
  return [clinics, ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== clinics)];
}
