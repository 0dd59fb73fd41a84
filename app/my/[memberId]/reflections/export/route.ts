import { notFound } from "next/navigation";
import { participant } from "#lib/auth/who.ts";
import { exportReflections } from "#lib/reflections/queries.ts";

/** Everything that somebody wrote for themselves, as a text. */
export async function GET(_: Request, { params }: { params: Promise<{ memberId: string }> }) {
  const text = await exportReflections(await participant(), (await params).memberId);
  if (text === null) notFound();
  return new Response(text, {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Disposition": 'attachment; filename="for-yourself.txt"',
      "Cache-Control": "private, no-store",
    },
  });
}
