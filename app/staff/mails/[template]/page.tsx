import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import { loadSample } from "#lib/mail/queries.ts";
import { Card } from "../../../_components/card.tsx";
import { PageTitle } from "../../../_components/page-title.tsx";
import { MailPreview } from "../../_components/mail-preview.tsx";
import { templateWords } from "../../_components/mail-words.ts";
import { StaffFrame } from "../../_components/staff-frame.tsx";

export const metadata: Metadata = { title: "A letter" };

export default async function MailPage({ params }: PageProps<"/staff/mails/[template]">) {
  const actor = await staff();
  const sample = await loadSample((await params).template);
  if (!sample) notFound();
  const words = templateWords[sample.template];
  return (
    <StaffFrame actor={actor} current="messages">
      <PageTitle
        over={
          <a href="/staff/mails" className="inline-flex min-h-11 items-center">
            Our letters
          </a>
        }
        title={words}
        lead={`The subject reads: ${sample.subject}`}
      />
      <div className="grid gap-6 lg:grid-cols-2">
        <MailPreview html={sample.html} title={`${words}, light`} scheme="light" />
        <MailPreview html={sample.html} title={`${words}, dark`} scheme="dark" />
      </div>
      <Card title="As plain text" className="mt-6">
        <p className="max-w-[65ch] whitespace-pre-line wrap-anywhere">{sample.text}</p>
      </Card>
    </StaffFrame>
  );
}
