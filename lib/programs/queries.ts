import type { Staff } from "#lib/audit/actor.ts";
import { mayAdminister, programsOf } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";

const perPage = 20;

/** The clinic's programs by title, twenty a page. All staff may read them. */
export async function loadPrograms(page: number) {
  const programs = await db.program.findMany({
    orderBy: [{ title: "asc" }, { id: "asc" }],
    skip: (page - 1) * perPage,
    take: perPage + 1,
    select: {
      id: true,
      title: true,
      description: true,
      listed: true,
      byUser: { select: { name: true } },
      _count: { select: { sessions: true, cohorts: true } },
    },
  });
  return {
    hasNext: programs.length > perPage,
    programs: programs.slice(0, perPage).map(({ _count, byUser, ...program }) => ({
      ...program,
      ..._count,
      madeBy: byUser?.name ?? null,
    })),
  };
}

/** One program with its sessions in order, and whether the actor may change it. */
export async function loadProgram(actor: Staff, programId: string) {
  if (!isId(programId)) return null;
  const program = await db.program.findUnique({
    where: { id: programId },
    select: {
      id: true,
      title: true,
      description: true,
      listed: true,
      byUserId: true,
      byUser: { select: { name: true } },
      sessions: { orderBy: { position: "asc" }, omit: { programId: true } },
      _count: { select: { cohorts: true, interests: true } },
    },
  });
  if (!program) return null;
  const { byUserId, byUser, _count, ...rest } = program;
  return {
    ...rest,
    cohorts: _count.cohorts,
    madeBy: byUser?.name ?? null,
    mayEdit: mayAdminister(actor) || byUserId === actor.userId,
    mayDelete: _count.cohorts === 0 && _count.interests === 0,
  };
}

/** A program that the actor may change, for the form of a new session. */
export async function loadOwnProgram(actor: Staff, programId: string) {
  if (!isId(programId)) return null;
  return db.program.findFirst({
    where: { id: programId, ...programsOf(actor) },
    select: { id: true, title: true },
  });
}

/** One session of a program that the actor may change. */
export async function loadProgramSession(actor: Staff, programId: string, programSessionId: string) {
  if (!isId(programId) || !isId(programSessionId)) return null;
  return db.programSession.findFirst({
    where: { id: programSessionId, programId, program: programsOf(actor) },
    include: {
      program: { select: { title: true } },
      defaults: {
        orderBy: { id: "asc" },
        include: { material: { select: { title: true } } },
      },
    },
  });
}
