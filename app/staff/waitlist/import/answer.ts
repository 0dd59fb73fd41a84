import type { DateOrder } from "#lib/imports/dates.ts";
import type { Field } from "#lib/imports/fields.ts";
import type { ImportInput } from "#lib/imports/schema.ts";

/** What the form is told after a press: which step comes now, and what it shows. */
export type ImportAnswer =
  | { step: "choose"; destinationId?: string; pasted?: string; errors: Record<string, string[]> }
  | ColumnsStep
  | PreviewStep
  | {
      step: "done";
      kind: "cohort" | "program";
      destinationId: string;
      title: string;
      parties: number;
      people: number;
      offered: number;
    };

/** The list itself goes from step to step with the form, and is kept nowhere. */
export type ColumnsStep = {
  step: "columns";
  list: ImportInput;
  columns: { index: number; heading: string; samples: string[]; field: Field }[];
  asksOrder: boolean;
  order: DateOrder | null;
  errors: Record<string, string[]>;
};

export type PreviewStep = {
  step: "preview";
  list: ImportInput;
  kind: "cohort" | "program";
  title: string;
  /** In the order of the line. */
  parties: { number: number; names: string[]; addresses: string; words: string; remarks: string[] }[];
  people: number;
  problems: RowShown[];
  skipped: RowShown[];
  /** Headings of columns that are not brought over. */
  unused: string[];
  errors: Record<string, string[]>;
};

export type RowShown = { number: number; what: string; sentences: string[] };
