import { cookies } from "next/headers";
import { loadKept } from "#lib/enrollment/queries.ts";

/** What the form on this page has already made in this browser, while it stands. */
export async function sentBefore() {
  const formToken = (await cookies()).get("sent")?.value;
  const kept = formToken ? await loadKept(formToken) : null;
  const stands = kept && ["applied", "held", "waitlisted", "confirmed"].includes(kept.state);
  return formToken && stands ? { formToken, kept } : null;
}
