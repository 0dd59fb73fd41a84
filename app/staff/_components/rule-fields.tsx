"use client";

import type { ReactNode } from "react";
import { Select, TextField } from "../../_components/field.tsx";

type Shown = { name: string; id: string; defaultValue: string; errors: string[] | undefined };

type RuleFieldsProps = {
  /** From `useSubmission`. */
  field: (name: string, initial?: string) => Shown;
  /** What it is now, by the names of the fields. */
  initial?: Record<string, string>;
  /** Tells the fields of several forms on one page apart. */
  idPrefix?: string;
  /** The zone of "at a date and time"; a program, which has no dates, has none. */
  zone?: string;
};

/** When a material appears. What belongs to another choice is out of sight, by style alone. */
export function RuleFields({ field, initial = {}, idPrefix = "", zone }: RuleFieldsProps) {
  const shown = (name: string, otherwise = "") => {
    const { id, ...rest } = field(name, initial[name] ?? otherwise);
    return { ...rest, id: `${idPrefix}${id}` };
  };
  return (
    <div className="group/rule grid gap-5">
      <Select
        label="It appears"
        {...shown("rule", "afterSession")}
        options={[
          { value: "afterSession", label: "After the session" },
          { value: "beforeSession", label: "Before the session" },
          ...(zone ? [{ value: "atTime", label: "At a date and time" }] : []),
          { value: "byHand", label: "When somebody releases it" },
        ]}
      />
      <Amount
        label="How long after its end, or before its start"
        className="hidden group-has-[option[value$=Session]:checked]/rule:block"
        number={shown("offset", "0")}
        unit={shown("offsetUnit", "minutes")}
      />
      {zone && (
        <div className="hidden flex-wrap gap-4 group-has-[option[value=atTime]:checked]/rule:flex">
          <TextField type="date" label="On" {...shown("appearsOn")} />
          <TextField type="time" label="At" hint={`In the time of ${zone}.`} {...shown("appearsTime")} />
        </div>
      )}
      <Select
        label="Those who missed the session"
        {...shown("forMissed", "too")}
        options={[
          { value: "too", label: "See it when everybody does" },
          { value: "later", label: "See it later" },
          { value: "never", label: "Don’t see it" },
        ]}
      />
      <Amount
        label="How much later"
        className="hidden group-has-[option[value=later]:checked]/rule:block"
        number={shown("missedOffset", "0")}
        unit={shown("missedUnit", "days")}
      />
    </div>
  );
}

type AmountProps = { label: ReactNode; className: string; number: Shown; unit: Shown };

function Amount({ label, className, number, unit }: AmountProps) {
  return (
    <fieldset className={className}>
      <legend className="mb-1.5 font-semibold">{label}</legend>
      <div className="grid max-w-[34rem] grid-cols-2 items-end gap-4">
        <TextField label={<span className="sr-only">Number</span>} inputMode="numeric" {...number} />
        <Select
          label={<span className="sr-only">Of what</span>}
          {...unit}
          options={["minutes", "hours", "days"].map((value) => ({ value, label: value }))}
        />
      </div>
    </fieldset>
  );
}
