"use client";

import type { SubmissionResult } from "@conform-to/react";
import { useActionState, useEffect, useLayoutEffect, useRef } from "react";
import { fieldId } from "./field-id.ts";

type FieldOf<Shape> = (keyof Shape & string) | (string & {});

/**
 * A form without a form library in the browser: the server parses with conform and answers `submission.reply()`,
 * and this reads the answer. The same with and without JavaScript.
 */
export function useSubmission<T = Record<string, unknown>>(
  action: (prev: SubmissionResult | null, form: FormData) => Promise<SubmissionResult | null>,
) {
  const [result, formAction, pending] = useActionState(action, null);
  useFocusKept(pending);
  const errors = result?.error ?? none;

  const field = (name: FieldOf<T>, initial = "") => ({
    name: name as string,
    id: fieldId(name),
    defaultValue: oneOf(typed(result, name), initial),
    errors: errors[name] ?? undefined,
  });

  /** A field with several values. Unticked boxes are not sent, so a missing one means none, not the first default. */
  const choices = (name: FieldOf<T>, initial: string[] = []) => ({
    name: name as string,
    id: fieldId(name),
    defaultValue: result?.initialValue ? strings(valueAt(result.initialValue, name)) : initial,
    errors: errors[name] ?? undefined,
  });

  return { formAction, pending, result, errors, formErrors: errors[""] ?? undefined, field, choices };
}

/**
 * A button is disabled while what it does is done, and the browser takes the focus from it. Unless something else
 * has it by then, it comes back, and whoever uses the keyboard goes on from where they were.
 */
function useFocusKept(pending: boolean) {
  const pressed = useRef<Element | null>(null);

  useLayoutEffect(() => {
    if (pending) pressed.current = document.activeElement;
  }, [pending]);

  useEffect(() => {
    const free = document.activeElement === null || document.activeElement === document.body;
    if (!pending && free && pressed.current instanceof HTMLElement)
      pressed.current.focus({ preventScroll: true });
  }, [pending]);
}

const none: NonNullable<SubmissionResult["error"]> = {};

/** What was typed last: conform drops empty values from its answer, but says which fields were sent. */
function typed(result: SubmissionResult | null, name: string) {
  if (!result?.initialValue) return undefined;
  return valueAt(result.initialValue, name) ?? (result.fields?.includes(name) ? "" : undefined);
}

function valueAt(root: unknown, name: string): unknown {
  return name
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>(
      (value, key) =>
        value && typeof value === "object" ? (value as Record<string, unknown>)[key] : undefined,
      root,
    );
}

function oneOf(value: unknown, initial: string) {
  return value === undefined ? initial : (strings(value)[0] ?? "");
}

function strings(value: unknown) {
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === "string");
}
