import { notFound } from "next/navigation";
import { admin } from "#lib/auth/who.ts";
import { exportLines } from "#lib/waitlist/export.ts";
import { asDownload } from "../../_components/as-download.ts";

/** Every line as a spreadsheet. */
export async function GET() {
  const lines = await exportLines(await admin(), null);
  if (!lines) notFound();
  return asDownload(lines);
}
