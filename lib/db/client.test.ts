import { expect, test } from "vitest";
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
