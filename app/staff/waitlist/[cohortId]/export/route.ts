import { notFound } from "next/navigation";
import { admin } from "#lib/auth/who.ts";
import { exportLines } from "#lib/waitlist/export.ts";
import { asDownload } from "../../../_components/as-download.ts";

/** One group's line as a spreadsheet. */
export async function GET(_: Request, { params }: RouteContext<"/staff/waitlist/[cohortId]/export">) {
  const lines = await exportLines(await admin(), (await params).cohortId);
  if (!lines) notFound();
  return asDownload(lines);
}
