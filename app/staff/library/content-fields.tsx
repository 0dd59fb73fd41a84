"use client";

import { TextArea, TextField } from "../../_components/field.tsx";
import { UploadField } from "./upload-field.tsx";

export type ContentKind = "recording" | "handout" | "link" | "text";

type Shown = { name: string; id: string; defaultValue: string; errors: string[] | undefined };

type ContentFieldsProps = {
  kind: ContentKind;
  /** From `useSubmission`. */
  field: (name: string, initial?: string) => Shown;
  errors: Record<string, string[] | null>;
  /** Told while a file is on its way. */
  onBusy: (busy: boolean) => void;
};

/** What is in a material: a file, an address or a text. */
export function ContentFields({ kind, field, errors, onBusy }: ContentFieldsProps) {
  if (kind === "text")
    return (
      <TextArea
        label="Text"
        hint="Leave an empty line between paragraphs. “## ” begins a heading, “1. ” a step, and *stars* slant words."
        rows={8}
        {...field("text")}
      />
    );
  if (kind === "link")
    return (
      <TextField
        label="Address"
        type="url"
        hint="Such as https://example.org/a-talk. It opens on a page that is not ours."
        {...field("url")}
      />
    );
  return (
    <UploadField
      label={kind === "recording" ? "Audio or video file" : "PDF file"}
      accept={kind === "recording" ? "audio/*,video/*" : "application/pdf"}
      errors={errors.upload}
      onBusy={onBusy}
    />
  );
}
