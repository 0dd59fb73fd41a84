import type { Metadata } from "next";
import { admin } from "#lib/auth/who.ts";
import { loadDestinations } from "#lib/imports/queries.ts";
import { ButtonLink } from "../../../_components/button.tsx";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { PageTitle } from "../../../_components/page-title.tsx";
import { StaffFrame } from "../../_components/staff-frame.tsx";
import { ImportForm } from "./import-form.tsx";

export const metadata: Metadata = { title: "Bring over a list" };

export default async function ImportPage({ searchParams }: PageProps<"/staff/waitlist/import">) {
  const actor = await admin();
  const { to } = await searchParams;
  const destinations = await loadDestinations(actor);
  const all = [...destinations.cohorts, ...destinations.programs];
  return (
    <StaffFrame actor={actor} current="waitlist">
      <PageTitle
        title="Bring over a list"
        lead="The list that you have in a spreadsheet, with everybody's place in it. You see what will happen before it does."
      />
      {all.length === 0 ? (
        <EmptyState
          title="There is no group to wait for yet"
          action={<ButtonLink href="/staff/cohorts/new">Plan a group</ButtonLink>}
        >
          <p>Plan a group first. It need not be open: a list can be brought over to it before.</p>
        </EmptyState>
      ) : (
        <ImportForm
          destinations={destinations}
          chosen={all.find(({ id }) => id === to)?.id}
          importToken={crypto.randomUUID()}
        />
      )}
    </StaffFrame>
  );
}
