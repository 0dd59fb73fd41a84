"use client";

import { Button } from "../../../../_components/button.tsx";
import { classNames } from "../../../../_components/class-names.ts";
import { ErrorSummary } from "../../../../_components/error-summary.tsx";
import { FileIcon, LinkIcon, PlayIcon } from "../../../../_components/icons.tsx";
import { Pill } from "../../../../_components/pill.tsx";
import { useSubmission } from "../../../../_components/use-submission.ts";
import { Press } from "../../../_components/press.tsx";
import { RuleFields } from "../../../_components/rule-fields.tsx";
import { changeRuleAction, detachAction, releaseAction, takeBackAction } from "./actions.ts";

export type ReleaseRowProps = {
  id: string;
  kind: "recording" | "handout" | "link" | "text";
  title: string;
  /** Where staff look at it. */
  href: string;
  about: string;
  /** From when on participants see it, in words. */
  appears: string;
  visible: boolean;
  /** What the form of its rule begins with. */
  rule: Record<string, string>;
  zone: string;
};

/** What a session was given: whether participants see it, and what one can do about that. */
export function ReleaseRow({ id, kind, title, href, about, appears, visible, rule, zone }: ReleaseRowProps) {
  const Icon = { recording: PlayIcon, link: LinkIcon, handout: FileIcon, text: FileIcon }[kind];
  return (
    <li className="py-1">
      <div className="flex flex-wrap items-center justify-between gap-x-4 sm:flex-nowrap">
        <div className="flex min-w-0 items-center gap-3 py-2">
          <Icon className="flex-none text-pine" />
          <div className="min-w-0">
            <p className="font-semibold">
              <a href={href}>{title}</a>
              {about && <span className="font-normal text-soft"> {about}</span>}
            </p>
            <p className="text-sm text-soft">{appears}</p>
          </div>
        </div>
        <div className={classNames("-me-3 flex flex-none items-center sm:ms-0", visible ? "ms-8" : "ms-5")}>
          {visible && <Pill tone="pine">participants see it</Pill>}
          {visible ? (
            <Press action={takeBackAction} values={{ releaseId: id }}>
              Take back<span className="sr-only"> {title}</span>
            </Press>
          ) : (
            <Press action={releaseAction} values={{ releaseId: id }}>
              Release now<span className="sr-only"> {title}</span>
            </Press>
          )}
        </div>
      </div>
      <details className="ms-8">
        <summary className="inline-flex min-h-11 items-center text-sm">
          Change when<span className="sr-only"> {title} appears</span>
        </summary>
        <div className="grid gap-3 pt-2 pb-4">
          {/* The key: after the change its fields begin with what is stored now. */}
          <RuleForm key={JSON.stringify(rule)} id={id} rule={rule} zone={zone} />
          <Press action={detachAction} values={{ releaseId: id }}>
            Take it out of this session<span className="sr-only">: {title}</span>
          </Press>
        </div>
      </details>
    </li>
  );
}

function RuleForm({ id, rule, zone }: { id: string; rule: Record<string, string>; zone: string }) {
  const { formAction, pending, errors, formErrors, field } = useSubmission(changeRuleAction);
  return (
    <form action={formAction} noValidate className="grid gap-5">
      <ErrorSummary errors={errors} formErrors={formErrors} />
      <input type="hidden" name="releaseId" value={id} />
      <RuleFields field={field} initial={rule} idPrefix={`${id}-`} zone={zone} />
      <div>
        <Button variant="secondary" disabled={pending}>
          Save when it appears
        </Button>
      </div>
    </form>
  );
}
