import type { Tx } from "#lib/db/transaction.ts";
import type { ProgramOutline } from "./built-in.ts";

/** Adds a program to the clinic, unless it has one of that title. Returns its id. */
export async function addProgram(tx: Tx, { sessions, ...program }: ProgramOutline): Promise<string> {
  const existing = await tx.program.findFirst({ where: { title: program.title }, select: { id: true } });
  if (existing) return existing.id;
  const { id } = await tx.program.create({
    data: {
      ...program,
      sessions: { create: sessions.map((session, index) => ({ ...session, position: index + 1 })) },
    },
    select: { id: true },
  });
  return id;
}
