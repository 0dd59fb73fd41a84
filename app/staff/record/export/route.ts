import { notFound } from "next/navigation";
import { exportTaught, printTaught } from "#lib/attendance/taught.ts";
import { staff } from "#lib/auth/who.ts";
import { asPdf } from "../../../_components/as-pdf.ts";
import { asDownload } from "../../_components/as-download.ts";

/** The record of sessions taught, as a spreadsheet or, with `as=pdf`, for paper. */
export async function GET(request: Request) {
  const search = new URL(request.url).searchParams;
  const of = search.get("of") ?? undefined;
  const actor = await staff();
  if (search.get("as") === "pdf") {
    const printed = await printTaught(actor, of);
    if (!printed) notFound();
    return asPdf(printed);
  }
  const exported = await exportTaught(actor, of);
  if (!exported) notFound();
  return asDownload(exported);
}
