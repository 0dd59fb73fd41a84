import { loadOpenCohorts } from "#lib/cohorts/queries.ts";
import { isBuilding } from "#lib/config/settings.ts";
import { EmptyState } from "../_components/empty-state.tsx";
import { PageTitle } from "../_components/page-title.tsx";
import { ClinicMail } from "./_cohorts/clinic-mail.tsx";
import { CohortCard } from "./_cohorts/cohort-card.tsx";

export const dynamic = "force-static";
/** Changes are heard of at once; this is for what changes by itself, a group that begins. In seconds. */
export const revalidate = 60;

export default async function GroupsPage() {
  const cohorts = isBuilding() ? [] : await loadOpenCohorts();
  return (
    <>
      <PageTitle
        large
        title={
          <>
            A kinder way to be with yourself, <em>and with each other.</em>
          </>
        }
        lead="Eight weekly sessions and a half-day retreat of Mindful Self-Compassion. Come alone, or with your partner or partners."
      />
      {cohorts.length === 0 ? (
        <EmptyState title="The next groups are being planned">
          <p>
            They will be here as soon as their dates are set. Write to <ClinicMail /> if you would like to
            hear of them, or tell us when you could come.
          </p>
        </EmptyState>
      ) : (
        <>
          <div className="grid gap-6 lg:grid-cols-2">
            {cohorts.map((cohort) => (
              <CohortCard key={cohort.id} cohort={cohort} />
            ))}
          </div>
          <p className="mt-10 text-soft">
            No time that suits? Tell us when you could come, and whether with a partner or partners. Write to{" "}
            <ClinicMail />.
          </p>
        </>
      )}
    </>
  );
}
