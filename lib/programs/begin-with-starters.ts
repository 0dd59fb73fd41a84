import type { Tx } from "#lib/db/transaction.ts";
import { addStarters } from "#lib/library/add-starters.ts";

/** Puts our own practices into the library, and makes them what each session of the built-in program begins with. */
export async function beginWithStarters(tx: Tx, programId: string): Promise<void> {
  const starters = await addStarters(tx);
  const sessions = await tx.programSession.findMany({
    where: { programId },
    orderBy: { position: "asc" },
    select: { id: true, title: true },
  });
  for (const { id: programSessionId, title } of sessions) {
    for (const slug of practices[title] ?? []) {
      const materialId = starters.get(slug);
      if (!materialId) throw new Error(`There is no practice ${slug}.`);
      await tx.defaultMaterial.createMany({ data: { programSessionId, materialId }, skipDuplicates: true });
    }
  }
}

/** Which of our practices go with which session. */
const practices: Record<string, string[]> = {
  "Discovering mindful self-compassion": ["what-self-compassion-is", "soothing-touch"],
  "Practicing mindfulness": ["staying-in-the-body"],
  "Practicing loving-kindness": ["words-of-kindness"],
  "Discovering your compassionate voice": ["the-inner-critics-worry", "owning-a-mistake"],
  "Living deeply": ["core-values"],
  Retreat: ["giving-and-receiving"],
  "Meeting difficult emotions": ["meeting-difficult-feelings", "when-a-partner-is-not-available"],
  "Exploring challenging relationships": [
    "yourself-and-the-other",
    "when-needs-clash",
    "asking",
    "hard-conversations",
  ],
  "Embracing your life": ["savouring"],
};
