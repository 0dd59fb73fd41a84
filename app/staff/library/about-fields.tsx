"use client";

import { languages } from "#lib/library/languages.ts";
import { Select, TextArea, TextField } from "../../_components/field.tsx";
import type { ContentKind } from "./content-fields.tsx";

type Shown = { name: string; id: string; defaultValue: string; errors: string[] | undefined };

type AboutFieldsProps = {
  kind: ContentKind;
  /** From `useSubmission`. */
  field: (name: string, initial?: string) => Shown;
  initial?: { title: string; language: string; minutes: number | null; transcript: string; licence: string };
};

/** What is said about a material. */
export function AboutFields({ kind, field, initial }: AboutFieldsProps) {
  return (
    <>
      <TextField label="Title" hint="As participants will read it." {...field("title", initial?.title)} />
      <div className="grid max-w-[34rem] gap-4 sm:grid-cols-2">
        <Select
          label="Language"
          {...field("language", initial?.language ?? "en")}
          options={languages.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <TextField
          label="Length in minutes"
          optional
          inputMode="numeric"
          {...field("minutes", initial?.minutes ? String(initial.minutes) : "")}
        />
      </div>
      {kind === "recording" && (
        <TextArea
          label="Transcript"
          optional
          hint="What is said in it, for those who can’t hear it or would rather read."
          rows={5}
          {...field("transcript", initial?.transcript)}
        />
      )}
      <TextField
        label="Licence"
        optional
        hint="By whose leave we have it, and what may be done with it. Staff alone read it."
        {...field("licence", initial?.licence)}
      />
    </>
  );
}
