import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { hoursOf, loadTaught, summary } from "#lib/attendance/taught.ts";
import { staff } from "#lib/auth/who.ts";
import { dateWords } from "#lib/clock/words.ts";
import { ButtonLink } from "../../_components/button.tsx";
import { DataTable } from "../../_components/data-table.tsx";
import { EmptyState } from "../../_components/empty-state.tsx";
import { PageTitle } from "../../_components/page-title.tsx";
import { StaffFrame } from "../_components/staff-frame.tsx";

export const metadata: Metadata = { title: "Sessions taught" };

/** What a facilitator has taught, as teacher training asks for it. */
export default async function RecordPage({ searchParams }: PageProps<"/staff/record">) {
  const actor = await staff();
  const [of] = [(await searchParams).of].flat();
  const taught = await loadTaught(actor, of);
  if (!taught) notFound();
  const { user, colleagues, sessions } = taught;
  const own = user.id === actor.userId;
  const save = (as: string) => `/staff/record/export?${new URLSearchParams({ of: user.id, as })}`;
  return (
    <StaffFrame actor={actor}>
      <PageTitle
        title={own ? "Sessions you have taught" : `Sessions taught by ${user.name}`}
        lead={sessions.length > 0 ? `${summary(taught)}.` : "Teacher training asks for this record."}
      />
      {colleagues.length > 0 && (
        <nav aria-label="Facilitators" className="mb-5 flex flex-wrap gap-x-5 print:hidden">
          {colleagues.map(({ id, name }) => (
            <a
              key={id}
              href={`/staff/record?of=${id}`}
              aria-current={id === user.id ? "page" : undefined}
              className="inline-flex min-h-11 items-center aria-[current]:font-semibold"
            >
              {name}
            </a>
          ))}
        </nav>
      )}
      {sessions.length === 0 ? (
        <EmptyState title="Nothing here yet">
          <p>
            Each session of a group that {own ? "you facilitate" : "they facilitate"} is here once it is over.
          </p>
        </EmptyState>
      ) : (
        <>
          <p className="mb-6 flex flex-wrap gap-3">
            <ButtonLink href={save("pdf")} variant="secondary" download>
              Save as a PDF
            </ButtonLink>
            <ButtonLink href={save("csv")} variant="secondary" download>
              Save as a spreadsheet
            </ButtonLink>
          </p>
          <DataTable
            caption="Sessions taught"
            captionHidden
            head={["Session", "On", "Hours", "Role"]}
            rows={sessions.map(({ id, title, group, startsLocal, minutes, role }) => ({
              key: id,
              cells: [`${title}, ${group}`, dateWords(startsLocal), hoursOf(minutes), role],
            }))}
          />
        </>
      )}
    </StaffFrame>
  );
}
