import type { Metadata } from "next";
import { staff } from "#lib/auth/who.ts";
import { loadSamples } from "#lib/mail/queries.ts";
import { PageTitle } from "../../_components/page-title.tsx";
import { templateWords } from "../_components/mail-words.ts";
import { StaffFrame } from "../_components/staff-frame.tsx";

export const metadata: Metadata = { title: "Our letters" };

export default async function MailsPage() {
  const actor = await staff();
  const samples = await loadSamples();
  return (
    <StaffFrame actor={actor} current="messages">
      <PageTitle title="Our letters" lead="What people receive from us, each shown with made-up names." />
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {samples.map(({ template, subject }) => (
          <li key={template} className="rounded-card border border-line bg-card p-5">
            <a
              href={`/staff/mails/${template}`}
              className="inline-flex min-h-11 items-center font-serif text-xl"
            >
              {templateWords[template]}
            </a>
            <p className="text-sm text-soft">{subject}</p>
          </li>
        ))}
      </ul>
    </StaffFrame>
  );
}
