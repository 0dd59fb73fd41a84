import { notFound } from "next/navigation";
import { makeCertificates } from "#lib/attendance/certificate.ts";
import { staff } from "#lib/auth/who.ts";
import { asPdf } from "../../../../../_components/as-pdf.ts";

/** The certificates of everyone who has completed a group; of one of them with `person`. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/staff/cohorts/[cohortId]/attendance/certificates">,
) {
  const person = new URL(request.url).searchParams.get("person") ?? undefined;
  const made = await makeCertificates(await staff(), (await params).cohortId, person);
  if (!made) notFound();
  return asPdf(made);
}
