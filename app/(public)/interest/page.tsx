import type { Metadata } from "next";
import { loadPrograms } from "#lib/interest/queries.ts";
import { ButtonLink } from "../../_components/button.tsx";
import { EmptyState } from "../../_components/empty-state.tsx";
import { Notice } from "../../_components/notice.tsx";
import { PageTitle } from "../../_components/page-title.tsx";
import { ClinicMail } from "../_cohorts/clinic-mail.tsx";
import { InterestForm } from "./interest-form.tsx";

export const metadata: Metadata = { title: "The interest list" };

type Props = { searchParams: Promise<{ joined?: string }> };

/** Who finds no group that suits, or none at all, waits here for the next. */
export default async function InterestPage({ searchParams }: Props) {
  if ((await searchParams).joined !== undefined) return <Joined />;
  const programs = await loadPrograms();
  return (
    <>
      <PageTitle
        title="Hear of the next groups first"
        lead="Tell us when you could come. When a group is planned that may suit you, we invite you before it opens to everyone, in the order in which people joined."
      />
      {programs.length === 0 ? (
        <EmptyState title="There is nothing to wait for yet">
          <p>
            Programs will be here as soon as there are any. Until then, write to <ClinicMail />.
          </p>
        </EmptyState>
      ) : (
        <InterestForm programs={programs} formToken={crypto.randomUUID()} />
      )}
    </>
  );
}

function Joined() {
  return (
    <>
      <PageTitle
        title="You are on the interest list"
        lead="We write to you when a group is planned that may suit you. From now on your time counts."
      />
      <Notice tone="periwinkle" title="One thing, in your mailbox">
        <p>
          Each of you has an e-mail from us with a link of their own. There you say for yourself that you
          wait, and can leave the list at any time.
        </p>
      </Notice>
      <p className="mt-8 text-soft">
        No e-mail after a few minutes? Look in your spam folder, or write to <ClinicMail />.
      </p>
      <div className="mt-6">
        <ButtonLink href="/" variant="secondary">
          See the open groups
        </ButtonLink>
      </div>
    </>
  );
}
