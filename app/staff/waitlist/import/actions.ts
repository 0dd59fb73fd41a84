"use server";

import { revalidatePath } from "next/cache";
import type { Staff } from "#lib/audit/actor.ts";
import { admin } from "#lib/auth/who.ts";
import { decode } from "#lib/imports/decode.ts";
import { fields, guessFields } from "#lib/imports/fields.ts";
import { importList } from "#lib/imports/import.ts";
import { asksDateOrder, byPlace, guessDateOrder } from "#lib/imports/plan.ts";
import { loadDestinations, previewImport } from "#lib/imports/queries.ts";
import { type ImportInput, importSchema, mostText } from "#lib/imports/schema.ts";
import { readSheet, type Sheet } from "#lib/imports/sheet.ts";
import { partyWords } from "#lib/imports/words.ts";
import type { ColumnsStep, ImportAnswer, PreviewStep } from "./answer.ts";
import { words } from "./words.ts";

/**
 * Every press of the form. The list comes with the first and goes along with the answers, so that nothing of it
 * is stored before it is brought over; whatever comes back is read and checked anew.
 */
export async function importAction(before: ImportAnswer | null, form: FormData): Promise<ImportAnswer> {
  const actor = await admin();
  const press = form.get("press");
  const carried = importSchema.safeParse(before && "list" in before ? before.list : null).data;
  if (carried && press === "choose")
    return { step: "choose", destinationId: carried.destinationId, pasted: carried.text, errors: {} };
  const read = carried && press !== "read" ? { list: carried } : await readList(form);
  if ("step" in read) return read;
  const sheet = readSheet(read.list.text);
  if (!sheet.ok) return refuseList(form, words[sheet.reason]);
  const list = withChoices(read.list, form);
  if (press === "preview") return await preview(actor, list, sheet.value);
  if (press !== "import") return columnsStep(list, sheet.value);

  const outcome = await importList(actor, list, {
    leaveOut: form.has("leaveOut"),
    write: form.has("write"),
  });
  if (outcome.ok) {
    const { destinationId } = list;
    const { cohorts, programs } = await loadDestinations(actor);
    const program = programs.find(({ id }) => id === destinationId);
    const title = (program ?? cohorts.find(({ id }) => id === destinationId))?.title ?? "";
    revalidatePath("/staff", "layout");
    return { step: "done", kind: program ? "program" : "cohort", destinationId, title, ...outcome.value };
  }
  if (outcome.reason === "not_there") return refuseList(form, words.not_there, "destinationId");
  return await preview(actor, list, sheet.value, {
    [outcome.reason === "problems" ? "leaveOut" : ""]: [words[outcome.reason]],
  });
}

/** The list of the first step, with what its columns most likely are; or the first step again. */
async function readList(form: FormData): Promise<{ list: ImportInput } | ImportAnswer> {
  const upload = form.get("upload");
  const pasted = String(form.get("pasted") ?? "");
  let text = pasted;
  if (upload instanceof File && upload.size > 0) {
    if (upload.size > mostText) return refuseList(form, words.too_large);
    const decoded = decode(new Uint8Array(await upload.arrayBuffer()));
    if (!decoded.ok) return refuseList(form, words[decoded.reason]);
    text = decoded.value;
  }
  if (text.length > mostText) return refuseList(form, words.too_large);
  if (!text.trim()) return refuseList(form, "Please choose a file, or paste the cells.");
  const sheet = readSheet(text);
  if (!sheet.ok) return refuseList(form, words[sheet.reason]);
  const columns = guessFields(
    sheet.value.headings,
    sheet.value.rows.map(({ cells }) => cells),
  );
  const list = importSchema.safeParse({
    destinationId: form.get("destinationId"),
    importToken: form.get("importToken") || crypto.randomUUID(),
    text,
    columns,
    order: guessDateOrder(sheet.value, columns),
  });
  return list.success
    ? { list: list.data }
    : refuseList(form, "Please choose where it goes.", "destinationId");
}

/** The list with what was chosen of its columns, where something was. */
function withChoices(list: ImportInput, form: FormData): ImportInput {
  const columns = list.columns.map(
    (guess, index) => fields.find((field) => field === form.get(`column-${index}`)) ?? guess,
  );
  const order = form.get("order");
  return { ...list, columns, order: order === "day" || order === "month" ? order : list.order };
}

function columnsStep(list: ImportInput, sheet: Sheet, errors: ColumnsStep["errors"] = {}): ColumnsStep {
  return {
    step: "columns",
    list,
    columns: sheet.headings.flatMap((heading, index) => {
      const cells = sheet.rows.map((row) => row.cells[index] ?? "").filter(Boolean);
      if (cells.length === 0) return [];
      const samples = [...new Set(cells)].slice(0, 3).map((cell) => cell.slice(0, 60));
      return [{ index, heading, samples, field: list.columns[index] ?? "none" }];
    }),
    asksOrder: list.columns.some((_, index) => asksDateOrder(sheet, onlyDates(list, index))),
    order: list.order,
    errors,
  };
}

/** As if one column were the date: whether to ask is said before it is known which one is. */
function onlyDates({ columns }: ImportInput, index: number) {
  return columns.map((_, other) => (other === index ? "since" : "none"));
}

async function preview(
  actor: Staff,
  list: ImportInput,
  sheet: Sheet,
  errors: PreviewStep["errors"] = {},
): Promise<ImportAnswer> {
  if (!list.columns.includes("name"))
    return columnsStep(list, sheet, { columns: ["Please say which column has the names."] });
  if (!list.order && asksDateOrder(sheet, list.columns))
    return columnsStep(list, sheet, { order: ["Please say which comes first, the day or the month."] });
  const previewed = await previewImport(actor, list);
  if (!previewed.ok) return { step: "choose", errors: { destinationId: [words[previewed.reason]] } };
  const { kind, title, headings, rows } = previewed.value;
  const parties = rows.filter((row) => row.kind === "party").toSorted(byPlace);
  return {
    step: "preview",
    list,
    kind,
    title,
    parties: parties.map((party) => ({
      number: party.number,
      names: party.people.map(({ name }) => name),
      addresses: [...new Set(party.people.map(({ email }) => email))].join(", "),
      words: partyWords(party),
      remarks: party.remarks,
    })),
    people: parties.reduce((sum, { people }) => sum + people.length, 0),
    problems: rows.filter((row) => row.kind === "problem"),
    skipped: rows.filter((row) => row.kind === "skipped"),
    unused: columnsStep(list, sheet)
      .columns.filter(({ field }) => field === "none")
      .map(({ index }) => headings[index] ?? ""),
    errors,
  };
}

function refuseList(form: FormData, sentence: string, field = "upload"): ImportAnswer {
  return {
    step: "choose",
    destinationId: String(form.get("destinationId") ?? ""),
    pasted: String(form.get("pasted") ?? "").slice(0, mostText),
    errors: { [field]: [sentence] },
  };
}
