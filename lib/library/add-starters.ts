import type { Tx } from "#lib/db/transaction.ts";
import { asMaterial, loadStarters } from "./starters.ts";

/** Puts our own practices into the library, each unless it is there. Returns the id of each by its slug. */
export async function addStarters(tx: Tx): Promise<Map<string, string>> {
  const there = await tx.material.findMany({ where: { starter: { not: null } }, select: slugged });
  const ids = new Map(there.map(({ id, starter }) => [starter ?? "", id]));
  for (const starter of loadStarters()) {
    if (ids.has(starter.slug)) continue;
    const { title, text } = asMaterial(starter);
    const { id } = await tx.material.create({
      data: {
        kind: "text",
        title,
        minutes: starter.minutes,
        licence: "Written for Kindroom, AGPL-3.0-or-later",
        starter: starter.slug,
        versions: { create: { number: 1, text } },
      },
      select: slugged,
    });
    ids.set(starter.slug, id);
  }
  return ids;
}

const slugged = { id: true, starter: true } as const;
