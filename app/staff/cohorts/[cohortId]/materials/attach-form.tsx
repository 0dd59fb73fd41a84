"use client";

import { useEffect, useState } from "react";
import { Button } from "../../../../_components/button.tsx";
import { ErrorSummary } from "../../../../_components/error-summary.tsx";
import { Choices, Select, TextField } from "../../../../_components/field.tsx";
import { Notice } from "../../../../_components/notice.tsx";
import { useSubmission } from "../../../../_components/use-submission.ts";
import { RuleFields } from "../../../_components/rule-fields.tsx";
import { ContentFields, type ContentKind } from "../../../library/content-fields.tsx";
import { attachMaterialAction } from "./actions.ts";

export type Kind = ContentKind | "library";

type AttachFormProps = {
  kind: Kind;
  /** The one it will most likely be for comes first. */
  sessions: { id: string; label: string }[];
  /** What the library has. */
  library: { id: string; label: string }[];
  zone: string;
};

/** Gives a session something of the library's, or something new. */
export function AttachForm({ kind, sessions, library, zone }: AttachFormProps) {
  const { formAction, pending, result, errors, formErrors, field, choices } =
    useSubmission(attachMaterialAction);
  const [busy, setBusy] = useState(false);
  const [round, setRound] = useState(0);
  const added = result !== null && !result.initialValue && !result.error;
  useEffect(() => {
    if (result && !result.initialValue && !result.error) setRound((count) => count + 1);
  }, [result]);
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
          label="From the library"
          hint={
            <>
              More about each is in the <a href="/staff/library">library</a>.
            </>
          }
          {...field("materialId", library[0]?.id)}
          options={library.map(({ id, label }) => ({ value: id, label }))}
        />
      ) : (
        <>
          <TextField label="Title" hint="As participants will read it." {...field("title")} />
          {/* The key: what was attached is not sent once more. */}
          <ContentFields key={round} kind={kind} field={field} errors={errors} onBusy={setBusy} />
        </>
      )}
      <RuleFields field={field} zone={zone} />
      {kind !== "library" && (
        <Choices
          legend="Who else may use it"
          type="checkbox"
          name="inLibrary"
          options={[
            {
              value: "true",
              label: "Put it into the library",
              hint: "For every group, and for all staff to see. Without it, it stays with this group.",
            },
          ]}
          defaultValue={choices("inLibrary").defaultValue}
          errors={errors.inLibrary}
        />
      )}
      <div>
        <Button disabled={pending || busy} variant="secondary">
          {busy ? "Sending the file" : pending ? "Attaching" : labels[kind]}
        </Button>
      </div>
    </form>
  );
}

const labels = {
  library: "Add from the library",
  recording: "Attach the recording",
  handout: "Attach the handout",
  link: "Attach the link",
  text: "Attach the text",
} satisfies Record<Kind, string>;
