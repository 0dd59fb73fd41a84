import type { Metadata } from "next";
import { loadJoinable } from "#lib/cohorts/queries.ts";
import { inquiryBehind } from "#lib/inquiries/behind.ts";
import { ButtonLink } from "../../../_components/button.tsx";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { PageTitle } from "../../../_components/page-title.tsx";
import { ClinicMail } from "../../_cohorts/clinic-mail.tsx";
import { AlreadySent } from "../../_enroll/already-sent.tsx";
import { EnrollScreen } from "../../_enroll/enroll-screen.tsx";
import { sentBefore } from "../../_enroll/sent-before.ts";

export const metadata: Metadata = {
  title: "Join a group",
  robots: { index: false },
  referrer: "same-origin",
};

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ new?: string }> };

/** The link in our answer to an e-mail: the form, with what the e-mail said filled in. */
export default async function JoinByMailPage({ params, searchParams }: Props) {
  const { token } = await params;
  const again = (await searchParams).new !== undefined;
  const inquiry = await inquiryBehind(token);
  if (!inquiry) return <OldLink />;
  const sent = again ? null : await sentBefore();
  if (sent) return <AlreadySent {...sent} />;
  if (inquiry.enrolled && !again) return <Enrolled />;
  const cohorts = await loadJoinable();
  if (cohorts.length === 0) return <NothingOpen />;
  return <EnrollScreen cohorts={cohorts} formToken={crypto.randomUUID()} inquiry={{ token, ...inquiry }} />;
}

function OldLink() {
  return (
    <>
      <PageTitle title="That link has had its day" lead="You can join a group without it." />
      <ButtonLink href="/">See the open groups</ButtonLink>
      <p className="mt-6">
        Or write to <ClinicMail />, and we send you a new one.
      </p>
    </>
  );
}

function Enrolled() {
  return (
    <>
      <PageTitle
        title="You have already joined by this link"
        lead="We wrote to everyone you named. The link in that e-mail shows each of you how it stands."
      />
      <ButtonLink href="?new" variant="secondary">
        Enrol other people
      </ButtonLink>
    </>
  );
}

function NothingOpen() {
  return (
    <>
      <PageTitle title="No group is open just now" />
      <EmptyState
        title="The next ones are being planned"
        action={<ButtonLink href="/interest">Join the interest list</ButtonLink>}
      >
        <p>
          Your e-mail is with us, and we write to you when there are dates. Tell us when you could come, and
          you hear of them first. Anything to add? Write to <ClinicMail />.
        </p>
      </EmptyState>
    </>
  );
}
