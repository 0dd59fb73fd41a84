"use client";

import type { ReactNode } from "react";
import { Button } from "../../_components/button.tsx";
import { ErrorSummary } from "../../_components/error-summary.tsx";
import { Choices, TextField } from "../../_components/field.tsx";
import { useSubmission } from "../../_components/use-submission.ts";
import { enrollAction } from "./actions.ts";
import { errorLabels, PartnerFields } from "./partner-fields.tsx";

export type Company = "alone" | "partner" | "partners";

type EnrollFormProps = {
  /** What the form is about, when there is no group to choose. */
  over?: ReactNode;
  /** One group, or several to choose from. */
  groups: { value: string; label: string; hint: string }[];
  chosenGroup?: string;
  companies: Company[];
  largestParty: number;
  /** Whether places would be kept at once, or a place in line, or somebody reads what is sent first. */
  leadsTo: "places" | "line" | "application";
  /** What happens when the button is pressed. */
  about: string;
  formToken: string;
  inquiry?: string;
  /** Who the e-mail seems to be about, the one who wrote first. */
  people: { name: string; email: string | null }[];
};

/** All fields are on the page from the start, and the style sheet shows those that apply: no script is needed. */
export function EnrollForm(props: EnrollFormProps) {
  const { over, groups, companies, formToken, inquiry, people } = props;
  const { formAction, pending, errors, formErrors, field, choices } = useSubmission(enrollAction);
  const [me, ...partners] = people;
  const company = companies.length === 1 ? companies[0] : fitting(people.length);
  return (
    <form
      action={formAction}
      noValidate
      className="group/form grid max-w-[34rem] grid-cols-[minmax(0,1fr)] gap-6"
    >
      <ErrorSummary errors={errors} formErrors={formErrors} labels={errorLabels} />
      <input type="hidden" name="formToken" value={formToken} />
      {inquiry && <input type="hidden" name="inquiry" value={inquiry} />}
      {!over ? (
        <>
          <h1 className="text-3xl sm:text-4xl">Join a group</h1>
          <Choices legend="Which group?" options={groups} {...field("cohortId", props.chosenGroup)} />
        </>
      ) : (
        <>
          <p className="-mb-5 text-sm text-soft">{over}</p>
          <input type="hidden" name="cohortId" value={groups[0]?.value} />
        </>
      )}
      {companies.length === 1 ? (
        <>
          {over && <h1 className="text-3xl sm:text-4xl">Join this group</h1>}
          <input type="hidden" name="company" value={company} />
        </>
      ) : (
        <Choices
          legend="Who is coming?"
          legendAs={over ? "page-title" : "label"}
          options={companies.map((value) => ({ value, label: companyWords[value] }))}
          {...field("company", company)}
        />
      )}
      <TextField label="Your name" autoComplete="name" {...field("name", me?.name)} />
      <TextField
        label="Your e-mail"
        type="email"
        autoComplete="email"
        hint="We write to you there with your own link."
        {...field("email", me?.email ?? "")}
      />
      {companies.some((one) => one !== "alone") && (
        <div className={companies.includes("alone") ? shownFor.anyPartner : "grid gap-6"}>
          <PartnerFields index={0} given={partners[0]} field={field} choices={choices} />
        </div>
      )}
      {companies.includes("partners") && (
        <div className={shownFor.partners}>
          {Array.from({ length: props.largestParty - 2 }, (_, at) => at + 1).map((index) => (
            <PartnerFields
              key={index}
              index={index}
              given={partners[index]}
              field={field}
              choices={choices}
            />
          ))}
        </div>
      )}
      <p className="text-sm text-soft">{props.about}</p>
      <Button wide disabled={pending}>
        {props.leadsTo === "places" && <KeepWords company={companies.length === 1 ? company : undefined} />}
        {props.leadsTo === "line" && "Join the waitlist"}
        {props.leadsTo === "application" && "Send the application"}
      </Button>
    </form>
  );
}

export const companyWords = {
  alone: "Just me",
  partner: "Me and my partner",
  partners: "Me and my partners",
} satisfies Record<Company, string>;

export const shownFor = {
  anyPartner:
    "hidden gap-6 group-has-[[name=company][value=partner]:checked]/form:grid group-has-[[name=company][value=partners]:checked]/form:grid",
  partners: "hidden gap-6 group-has-[[name=company][value=partners]:checked]/form:grid",
};

/** What the button does, in the words of the choice above it. */
function KeepWords({ company }: { company?: Company }) {
  if (company) return keepWords[company];
  return (
    <>
      <span className="group-has-[[name=company]:not([value=alone]):checked]/form:hidden">
        {keepWords.alone}
      </span>
      <span className="hidden group-has-[[name=company][value=partner]:checked]/form:inline">
        {keepWords.partner}
      </span>
      <span className="hidden group-has-[[name=company][value=partners]:checked]/form:inline">
        {keepWords.partners}
      </span>
    </>
  );
}

const keepWords = {
  alone: "Keep a place",
  partner: "Keep two places",
  partners: "Keep our places",
} satisfies Record<Company, string>;

/** An e-mail that names one person may well be about two: then the form asks. */
function fitting(people: number): Company | undefined {
  if (people < 2) return undefined;
  return people === 2 ? "partner" : "partners";
}
