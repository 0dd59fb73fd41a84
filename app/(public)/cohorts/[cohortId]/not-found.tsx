import { ButtonLink } from "../../../_components/button.tsx";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { PageTitle } from "../../../_components/page-title.tsx";
import { ClinicMail } from "../../_cohorts/clinic-mail.tsx";

export default function CohortNotFound() {
  return (
    <>
      <PageTitle title="This group is not open now" />
      <EmptyState
        title="It may have begun, or be closed"
        action={
          <div className="flex flex-wrap gap-3">
            <ButtonLink href="/">See the open groups</ButtonLink>
            <ButtonLink href="/interest" variant="secondary">
              Wait for the next group
            </ButtonLink>
          </div>
        }
      >
        <p>
          If you have a place in it, the link in our e-mail to you still works. Or write to <ClinicMail />.
        </p>
      </EmptyState>
    </>
  );
}
