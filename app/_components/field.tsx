import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { fieldId } from "./field-id.ts";
import { WarningIcon } from "./icons.tsx";

type Common = {
  label: ReactNode;
  name: string;
  id?: string;
  hint?: ReactNode;
  errors?: string[] | null;
  /** Says "optional" beside the label; what isn't optional needs no mark. */
  optional?: boolean;
};

type TextFieldProps = Common & Omit<ComponentProps<"input">, keyof Common>;

export function TextField(props: TextFieldProps) {
  const { label, hint, errors, optional, className, type = "text", ...rest } = props;
  const id = props.id ?? fieldId(props.name);
  return (
    <Field id={id} label={label} hint={hint} errors={errors} optional={optional}>
      <input
        {...rest}
        {...described(id, props)}
        type={type}
        className={classNames(box(errors), "min-h-12", className)}
      />
    </Field>
  );
}

type TextAreaProps = Common & Omit<ComponentProps<"textarea">, keyof Common>;

export function TextArea(props: TextAreaProps) {
  const { label, hint, errors, optional, className, rows = 4, ...rest } = props;
  const id = props.id ?? fieldId(props.name);
  return (
    <Field id={id} label={label} hint={hint} errors={errors} optional={optional}>
      <textarea
        {...rest}
        {...described(id, props)}
        rows={rows}
        className={classNames(box(errors), "field-sizing-content block min-h-24", className)}
      />
    </Field>
  );
}

type SelectProps = Common & {
  options: { value: string; label: string }[];
} & Omit<ComponentProps<"select">, keyof Common | "children">;

export function Select(props: SelectProps) {
  const { label, hint, errors, optional, options, className, defaultValue, ...rest } = props;
  const id = props.id ?? fieldId(props.name);
  return (
    <Field id={id} label={label} hint={hint} errors={errors} optional={optional}>
      {/* React resets a form after its action, and a select only ever to its first default: the key makes it new. */}
      <select
        key={String(defaultValue)}
        {...rest}
        {...described(id, props)}
        defaultValue={defaultValue}
        className={classNames(box(errors), "select-arrow min-h-12 pe-11 text-ellipsis", className)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

type FileFieldProps = Common & Omit<ComponentProps<"input">, keyof Common | "type" | "defaultValue">;

export function FileField(props: FileFieldProps) {
  const { label, hint, errors, optional, className, ...rest } = props;
  const id = props.id ?? fieldId(props.name);
  return (
    <Field id={id} label={label} hint={hint} errors={errors} optional={optional}>
      <input
        {...rest}
        {...described(id, props)}
        type="file"
        className={classNames(
          box(errors),
          "min-h-14 text-soft file:me-4 file:min-h-9 file:cursor-pointer file:rounded-full file:border-0",
          "file:bg-plum-pale file:px-4 file:font-semibold file:text-plum-ink",
          className,
        )}
      />
    </Field>
  );
}

type ChoicesProps = {
  legend: ReactNode;
  name: string;
  id?: string;
  type?: "radio" | "checkbox";
  options: { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }[];
  hint?: ReactNode;
  errors?: string[] | null;
  optional?: boolean;
  defaultValue?: string | string[];
  required?: boolean;
  legendAs?: "page-title" | "label";
};

export function Choices(props: ChoicesProps) {
  const { legend, name, type = "radio", options, hint, errors, optional, defaultValue, required } = props;
  const id = props.id ?? fieldId(name);
  const chosen = new Set(([] as string[]).concat(defaultValue ?? []));
  const { "aria-describedby": describedBy, "aria-invalid": invalid } = described(id, props);
  return (
    <fieldset aria-describedby={describedBy} className="min-w-0 max-w-[34rem]">
      <legend className="mb-2 w-full">
        {props.legendAs === "page-title" ? (
          <h1 className="mb-2 text-3xl sm:text-4xl">{legend}</h1>
        ) : (
          <span className="font-semibold">{legend}</span>
        )}
        {optional && <Optional />}
      </legend>
      <Hint id={id}>{hint}</Hint>
      <Errors id={id} errors={errors} />
      <div className="grid gap-2.5">
        {options.map((option, index) => {
          const optionId = index === 0 ? id : `${id}-${index + 1}`;
          return (
            <label
              key={option.value}
              htmlFor={optionId}
              className={classNames(
                "flex min-h-14 cursor-pointer gap-4 rounded-[0.9375rem] border bg-card px-4 py-[0.9375rem]",
                "transition-colors hover:border-soft",
                "has-checked:border-plum has-checked:bg-plum-pale has-checked:ring-1 has-checked:ring-plum",
                "has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-plum",
                "has-disabled:cursor-default has-disabled:bg-bg has-disabled:text-soft has-disabled:hover:border-line",
                errors?.length ? "border-apricot-ink" : "border-line",
              )}
            >
              <input
                id={optionId}
                type={type}
                name={name}
                value={option.value}
                defaultChecked={chosen.has(option.value)}
                disabled={option.disabled}
                required={type === "radio" && required}
                aria-invalid={type === "checkbox" ? invalid : undefined}
                aria-describedby={option.hint ? `${optionId}-about` : undefined}
                className="choice-mark mt-px focus-visible:outline-none"
              />
              <span className="min-w-0">
                <span className="block font-semibold">{option.label}</span>
                {option.hint && (
                  <span id={`${optionId}-about`} className="block text-sm text-soft">
                    {option.hint}
                  </span>
                )}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

function Field({
  id,
  label,
  hint,
  errors,
  optional,
  children,
}: Omit<Common, "name"> & { children: ReactNode }) {
  return (
    <div className="min-w-0 max-w-[34rem]">
      <label htmlFor={id} className="mb-1.5 block font-semibold">
        {label}
        {optional && <Optional />}
      </label>
      <Hint id={id as string}>{hint}</Hint>
      <Errors id={id as string} errors={errors} />
      {children}
    </div>
  );
}

function Optional() {
  return <span className="font-normal text-soft"> (optional)</span>;
}

function Hint({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div id={`${id}-hint`} className="-mt-0.5 mb-2 max-w-[65ch] text-sm text-soft">
      {children}
    </div>
  );
}

function Errors({ id, errors }: { id: string; errors?: string[] | null }) {
  if (!errors?.length) return null;
  return (
    <div id={`${id}-error`} className="mb-2 flex gap-2.5 rounded-field bg-apricot-pale px-3 py-2 text-ink">
      <WarningIcon className="mt-0.5 text-apricot-ink" />
      <div>
        {errors.map((error) => (
          <p key={error}>{error}</p>
        ))}
      </div>
    </div>
  );
}

function described(id: string, props: Pick<Common, "hint" | "errors"> & { "aria-describedby"?: string }) {
  const wrong = Boolean(props.errors?.length);
  const ids = [props.hint && `${id}-hint`, wrong && `${id}-error`, props["aria-describedby"]].filter(Boolean);
  return {
    id,
    "aria-describedby": ids.length ? ids.join(" ") : undefined,
    "aria-invalid": wrong || undefined,
  };
}

function box(errors?: string[] | null) {
  return classNames(
    "w-full rounded-field border bg-card px-3.5 py-2 text-base text-ink placeholder:text-soft",
    "disabled:bg-bg disabled:text-soft read-only:[&:not(select,[type=file])]:bg-bg",
    errors?.length ? "border-2 border-apricot-ink" : "border-soft",
  );
}
