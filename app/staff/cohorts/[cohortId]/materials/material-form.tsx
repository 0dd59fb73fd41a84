"use client";

import { useState } from "react";
import { Button } from "../../../../_components/button.tsx";
import { ErrorSummary } from "../../../../_components/error-summary.tsx";
import { Choices, FileField, Select, TextArea, TextField } from "../../../../_components/field.tsx";
import { Notice } from "../../../../_components/notice.tsx";
import { useSubmission } from "../../../../_components/use-submission.ts";
import { addMaterialAction } from "./actions.ts";

export type Kind = "recording" | "handout" | "text" | "library";

type MaterialFormProps = {
  kind: Kind;
  /** The one it will most likely be for comes first. */
  sessions: { id: string; label: string }[];
  /** What the library has. */
  starters: { slug: string; label: string }[];
  zone: string;
};

/** Attaches one kind of material to a session: a file, a text written here, or one of the library's. */
export function MaterialForm({ kind, sessions, starters, zone }: MaterialFormProps) {
  const { formAction, pending, result, errors, formErrors, field, choices } =
    useSubmission(addMaterialAction);
  const added = result !== null && !result.initialValue && !result.error;
  const [file, setFile] = useState<string>();
  return (
    <form action={formAction} noValidate className="grid gap-6">
      <ErrorSummary errors={errors} formErrors={formErrors} />
      {added && !pending && (
        <Notice tone="pine" role="status">
          It is attached.
        </Notice>
      )}
      <input type="hidden" name="kind" value={kind} />
      <Select
        label="Session"
        {...field("sessionId", sessions[0]?.id)}
        options={sessions.map(({ id, label }) => ({ value: id, label }))}
      />
      {kind === "library" ? (
        <Select
          label="Practice"
          hint={
            <>
              Participants get the text and the practice, as it is on the page of{" "}
              <a href="/practices">practices</a>.
            </>
          }
          {...field("starter", starters[0]?.slug)}
          options={starters.map(({ slug, label }) => ({ value: slug, label }))}
        />
      ) : (
        <TextField label="Title" hint="As participants will read it." {...field("title")} />
      )}
      {kind === "text" && (
        <TextArea
          label="Text"
          hint="Leave an empty line between paragraphs. “## ” begins a heading, “1. ” a step, and *stars* slant words."
          rows={8}
          {...field("text")}
        />
      )}
      {(kind === "recording" || kind === "handout") && (
        <FileField
          label={kind === "recording" ? "Audio file" : "PDF file"}
          name="upload"
          accept={kind === "recording" ? "audio/*" : "application/pdf"}
          hint="Up to 200 MB."
          errors={errors.upload}
          onChange={({ target }) => setFile(target.files?.[0]?.name)}
        />
      )}
      <Choices
        legend="It appears"
        name="release"
        options={[
          { value: "afterSession", label: "When the session ends" },
          { value: "atTime", label: "At a time", hint: `Choose it below, in the time of ${zone}.` },
          { value: "byHand", label: "When somebody releases it" },
        ]}
        defaultValue={choices("release", ["afterSession"]).defaultValue}
        errors={errors.release}
      />
      <div className="flex flex-wrap gap-4">
        <TextField type="date" label="On" optional hint="Only for “at a time”." {...field("releaseOn")} />
        <TextField type="time" label="At" optional hint="Such as 18:30." {...field("releaseTime")} />
      </div>
      <div>
        <Button disabled={pending} variant="secondary">
          {pending ? (file ? `Sending ${file}` : "Attaching") : labels[kind]}
        </Button>
      </div>
    </form>
  );
}

const labels = {
  recording: "Attach the recording",
  handout: "Attach the handout",
  text: "Attach the text",
  library: "Add from the library",
} satisfies Record<Kind, string>;
