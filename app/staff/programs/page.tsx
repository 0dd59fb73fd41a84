import type { Metadata } from "next";
import { staff } from "#lib/auth/who.ts";
import { counted } from "#lib/clock/words.ts";
import { loadPrograms } from "#lib/programs/queries.ts";
import { ButtonLink } from "../../_components/button.tsx";
import { DataTable } from "../../_components/data-table.tsx";
import { PageTitle } from "../../_components/page-title.tsx";
import { Pager } from "../../_components/pager.tsx";
import { pageNumber } from "../_components/page-number.ts";
import { StaffFrame } from "../_components/staff-frame.tsx";

export const metadata: Metadata = { title: "Programs" };

export default async function ProgramsPage({ searchParams }: PageProps<"/staff/programs">) {
  const actor = await staff();
  const page = pageNumber((await searchParams).page);
  const { programs, hasNext } = await loadPrograms(page);
  return (
    <StaffFrame actor={actor} current="cohorts">
      <PageTitle
        over={<a href="/staff/cohorts">Groups</a>}
        title="Programs"
        lead="What groups are planned from. Changing one changes no group that is planned already."
        actions={
          <ButtonLink href="/staff/programs/new" variant="secondary">
            Start a program
          </ButtonLink>
        }
      />
      <DataTable
        caption="Programs by name"
        captionHidden
        head={["Program", "Sessions", "Groups", "Made by"]}
        rows={programs.map(({ id, title, sessions, cohorts, madeBy }) => ({
          key: id,
          cells: [
            <a key="title" href={`/staff/programs/${id}`} className="inline-flex min-h-11 items-center">
              {title}
            </a>,
            sessions,
            cohorts === 0 ? "None yet" : counted(cohorts, "group"),
            madeBy ?? "Built in",
          ],
        }))}
      />
      <Pager page={page} hasNext={hasNext} href={(to) => `/staff/programs?page=${to}`} />
    </StaffFrame>
  );
}
