import type { Metadata } from "next";
import { staff } from "#lib/auth/who.ts";
import { PageTitle } from "../../../_components/page-title.tsx";
import { StaffFrame } from "../../_components/staff-frame.tsx";
import { NewProgramForm } from "./new-program-form.tsx";

export const metadata: Metadata = { title: "Start a program" };

export default async function NewProgramPage() {
  return (
    <StaffFrame actor={await staff()} current="cohorts">
      <PageTitle
        over={<a href="/staff/programs">Programs</a>}
        title="Start a program"
        lead="Its sessions come next. To begin with what is there, open a program and copy it."
      />
      <NewProgramForm />
    </StaffFrame>
  );
}
