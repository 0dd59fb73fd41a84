"use client";

import { useEffect, useRef } from "react";
import { Button } from "../../../_components/button.tsx";
import { ErrorSummary } from "../../../_components/error-summary.tsx";
import { FileField, Select, TextArea } from "../../../_components/field.tsx";
import { useSubmission } from "../../../_components/use-submission.ts";
import { replyAction } from "./actions.ts";

type Option = { value: string; label: string };

type ReplyFormProps = {
  threadId: string;
  seen: string | null;
  back: string;
  words: string;
  to: Option[];
  answers: Option[];
  /** Whether answering is what the page asks for first. */
  first: boolean;
};

/** An answer, from one's own words and saved ones. What was typed stays, whatever comes of a press. */
export function ReplyForm({ threadId, seen, back, words, to, answers, first }: ReplyFormProps) {
  const { formAction, pending, result, errors, formErrors, field } = useSubmission(replyAction);
  const [only] = to;
  const text = field("text", words);
  const form = useRef<HTMLFormElement>(null);
  const unsent = `unsent-${threadId}`;

  // What isn't sent yet stays in this tab, whatever key or link leads away from it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer from the server has the words in it again
  useEffect(() => {
    const box = form.current?.querySelector("textarea");
    if (text.defaultValue) sessionStorage.setItem(unsent, text.defaultValue);
    else if (box && !box.value) box.value = sessionStorage.getItem(unsent) ?? "";
  }, [result, text.defaultValue, unsent]);

  return (
    <form
      ref={form}
      action={formAction}
      onSubmit={({ nativeEvent }) => {
        const { submitter } = nativeEvent as SubmitEvent;
        if (submitter instanceof HTMLButtonElement && submitter.value === "send")
          sessionStorage.removeItem(unsent);
      }}
      noValidate
      className="grid grid-cols-[minmax(0,1fr)] gap-5"
    >
      <ErrorSummary errors={errors} formErrors={formErrors} />
      <input type="hidden" name="threadId" value={threadId} />
      <input type="hidden" name="back" value={back} />
      {seen && <input type="hidden" name="seen" value={seen} />}
      {to.length > 1 ? (
        <Select label="To" {...field("to", only?.value)} options={to} />
      ) : (
        <p className="wrap-anywhere">
          <span className="font-semibold">To</span> {only?.label}
          <input type="hidden" name="to" value={only?.value} />
        </p>
      )}
      {answers.length > 0 && (
        <div className="flex max-w-[34rem] items-end gap-2">
          <div className="min-w-0 flex-1">
            <Select label="A saved answer" {...field("answerId", answers[0]?.value)} options={answers} />
          </div>
          <Button name="press" value="put-in" variant="secondary" className="px-4" disabled={pending}>
            Put it in
          </Button>
        </div>
      )}
      <TextArea
        // New words from the server, such as a saved answer, are new defaults.
        key={text.defaultValue}
        label="Your words"
        rows={8}
        {...text}
        onInput={({ currentTarget }) => sessionStorage.setItem(unsent, currentTarget.value)}
        data-key="r"
        aria-keyshortcuts="r"
      />
      <FileField
        label="Files"
        name="files"
        multiple
        optional
        hint="Up to 15 MB together."
        errors={errors.files}
      />
      <div>
        <Button name="press" value="send" variant={first ? "primary" : "secondary"} disabled={pending}>
          Send the answer
        </Button>
      </div>
    </form>
  );
}
