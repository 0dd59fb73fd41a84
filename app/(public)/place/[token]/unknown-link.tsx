import { ButtonLink } from "../../../_components/button.tsx";
import { PageTitle } from "../../../_components/page-title.tsx";
import { ClinicMail } from "../../_cohorts/clinic-mail.tsx";

/** For a link that is not ours, or that a newer one has replaced. */
export function UnknownLink() {
  return (
    <>
      <PageTitle title="That link has had its day" lead="The newest e-mail from us has the one that works." />
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/sign-in">Sign in instead</ButtonLink>
        <ButtonLink href="/" variant="secondary">
          See the open groups
        </ButtonLink>
      </div>
      <p className="mt-6">
        Or write to <ClinicMail />, and we send you a new one.
      </p>
    </>
  );
}
