import { db } from "#lib/db/client.ts";
import { listWords } from "#lib/people/words.ts";
import type { Outlook } from "./outlook.ts";
import { mostNamed } from "./words.ts";

/** Names the parties that the words about some lines name, read in one query. */
export async function loadNames(outlooks: Outlook[]): Promise<(enrollmentId: string) => string> {
  const named = outlooks.flatMap(({ fits, savedFor, next }) =>
    [
      ...fits.slice(0, mostNamed),
      savedFor,
      next?.party,
      ...(next?.passing.slice(0, mostNamed) ?? []),
    ].flatMap((party) => (party ? [party.enrollmentId] : [])),
  );
  const enrollments = await db.enrollment.findMany({
    where: { id: { in: named } },
    select: {
      id: true,
      party: {
        select: {
          members: {
            where: { state: { in: ["invited", "confirmed"] } },
            orderBy: { position: "asc" },
            select: { person: { select: { name: true } } },
          },
        },
      },
    },
  });
  const names = new Map(
    enrollments.map(({ id, party }) => [id, listWords(party.members.map(({ person }) => person.name))]),
  );
  return (id) => names.get(id) ?? "";
}
