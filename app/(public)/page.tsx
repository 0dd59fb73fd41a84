import { loadOpenCohorts } from "#lib/cohorts/queries.ts";
import { isBuilding } from "#lib/config/settings.ts";
import { ButtonLink } from "../_components/button.tsx";
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
        <EmptyState
          title="The next groups are being planned"
          action={<ButtonLink href="/interest">Tell me when there is a group</ButtonLink>}
        >
          <p>
            They will be here as soon as their dates are set. Join the interest list and you hear of them
            first, or write to <ClinicMail />.
          </p>
        </EmptyState>
      ) : (
        <>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-2">
            {cohorts.map((cohort) => (
              <CohortCard key={cohort.id} cohort={cohort} />
            ))}
          </div>
          <p className="mt-10 text-soft">
            None of these suits? <a href="/interest">Join the interest list</a>: tell us when you could come,
            and you hear of the next groups first. Or write to <ClinicMail />.
          </p>
        </>
      )}
    </>
  );
}
