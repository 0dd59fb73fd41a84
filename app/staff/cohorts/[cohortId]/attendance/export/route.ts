import { notFound } from "next/navigation";
import { exportGrid } from "#lib/attendance/grid.ts";
import { staff } from "#lib/auth/who.ts";
import { asDownload } from "../../../../_components/as-download.ts";

/** A group's attendance as a spreadsheet. */
export async function GET(
  _: Request,
  { params }: RouteContext<"/staff/cohorts/[cohortId]/attendance/export">,
) {
  const grid = await exportGrid(await staff(), (await params).cohortId);
  if (!grid) notFound();
  return asDownload(grid);
}
