import { expect, test, vi } from "vitest";
import { Prisma } from "../../prisma/generated/client.ts";
import { db } from "./client.ts";

test("rows with all that hangs on them are planned for what is asked, and other statements once", async () => {
  for (let time = 0; time < 3; time += 1) {
    await db.cohort.findMany({ take: 1, select: { sessions: { select: { id: true } } } });
    await db.$queryRaw`SELECT "id" FROM "Cohort" LIMIT 1`;
  }
  const named = await db.$queryRaw<{ statement: string }[]>`SELECT "statement" FROM pg_prepared_statements`;
  const statements = named.map(({ statement }) => statement);
  expect(statements.filter((sql) => sql.includes("LATERAL"))).toEqual([]);
  expect(statements.filter((sql) => sql.includes('FROM "Cohort"'))).toHaveLength(1);
});

test("this module loaded twice, as by a bundler, has one pool, in which no two statements have one name", async () => {
  await db.$queryRaw`SELECT 1 AS "one"`;
  vi.resetModules();
  const { alone } = await import("./alone.ts");
  expect(await alone(Prisma.sql`SELECT 2 AS "two"`)).toEqual([{ two: 2 }]);
  expect(await db.$queryRaw`SELECT 3 AS "three"`).toEqual([{ three: 3 }]);
});
