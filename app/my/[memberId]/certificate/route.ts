import { notFound } from "next/navigation";
import { makeMyCertificate } from "#lib/attendance/certificate.ts";
import { participant } from "#lib/auth/who.ts";
import { asPdf } from "../../../_components/as-pdf.ts";

/** A member's own certificate. */
export async function GET(_: Request, { params }: RouteContext<"/my/[memberId]/certificate">) {
  const made = await makeMyCertificate(await participant(), (await params).memberId);
  if (!made) notFound();
  return asPdf(made);
}
