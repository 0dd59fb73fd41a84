import type { Participant, Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import { instantOf } from "#lib/clock/convert.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { ownPerson } from "#lib/people/own-person.ts";

const perPage = 20;

/** What somebody asked, the newest first, with the answers; and who would answer. */
export async function loadMyQuestions(actor: Participant, memberId: string, page = 1) {
  const own = await ownPerson(db, actor, memberId);
  if (!own.ok) return own;
  const { personId, name, hasLeft } = own.value;
  const questions = await db.question.findMany({
    where: { personId },
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * perPage,
    take: perPage + 1,
    select: {
      id: true,
      text: true,
      askedAt: true,
      answer: true,
      answeredAt: true,
      byUser: { select: { name: true } },
      cohort: { select: { timeZone: true } },
    },
  });
  return {
    ok: true as const,
    value: {
      name,
      hasLeft,
      hasNext: questions.length > perPage,
      questions: questions.slice(0, perPage).map(({ byUser, cohort, ...question }) => ({
        ...timed(question),
        by: byUser?.name ?? null,
        ...cohort,
      })),
    },
  };
}

/** What people asked in one of the actor's cohorts: those that wait first, the longest waiting before. */
export async function loadQuestions(actor: Staff, cohortId: string, page = 1) {
  if (!isId(cohortId)) return null;
  const cohort = await db.cohort.findFirst({
    where: { id: cohortId, ...cohortsOf(actor) },
    select: { id: true, title: true, timeZone: true },
  });
  if (!cohort) return null;
  const questions = await db.question.findMany({
    where: { cohortId },
    orderBy: [{ answeredAt: { sort: "desc", nulls: "first" } }, { askedAt: "asc" }, { id: "asc" }],
    skip: (page - 1) * perPage,
    take: perPage + 1,
    select: {
      id: true,
      text: true,
      askedAt: true,
      answer: true,
      answeredAt: true,
      byUser: { select: { name: true } },
      person: { select: { name: true } },
    },
  });
  await record(db, actor, "questions.seen", cohortId);
  return {
    cohort,
    hasNext: questions.length > perPage,
    questions: questions.slice(0, perPage).map(({ byUser, person, ...question }) => ({
      ...timed(question),
      by: byUser?.name ?? null,
      name: person.name,
    })),
  };
}

function timed<Q extends { askedAt: Date; answeredAt: Date | null }>(question: Q) {
  return {
    ...question,
    askedAt: instantOf(question.askedAt),
    answeredAt: question.answeredAt && instantOf(question.answeredAt),
  };
}
