import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { Prisma } from "../../prisma/generated/client.ts";
import { breaches, order, sources, writers } from "./structure.ts";

test("the sources keep to the layout", () => {
  expect(breaches(sources(resolve()))).toEqual([]);
});

test("every table has one writer, and every writer is a module", () => {
  expect(Object.keys(writers).sort()).toEqual(Object.values(Prisma.ModelName).sort());
  expect(Object.values(writers).filter((writer) => !order.includes(writer))).toEqual([]);
});

describe("what it finds", () => {
  const found = (path: string, text: string) =>
    breaches([{ path, text }]).map((breach) => breach.split(":")[0]);

  test("an arrow against the order", () => {
    expect(found("lib/seats/a.ts", 'import { b } from "#lib/waitlist/b.ts";')).toEqual([
      "lib/seats/a.ts imports lib/waitlist/b.ts",
    ]);
    expect(found("lib/waitlist/b.ts", 'import { a } from "#lib/seats/a.ts";')).toEqual([]);
    expect(found("lib/seats/a.ts", 'import { b } from "../../app/b.ts";')).toEqual([
      "lib/seats/a.ts imports app/b.ts",
    ]);
    expect(found("emails/a.tsx", 'import { b } from "#lib/clock/now.ts";')).toEqual([
      "emails/a.tsx imports lib/clock/now.ts",
    ]);
    expect(found("app/a.tsx", 'import { b } from "#emails/offer.tsx";')).toEqual([
      "app/a.tsx imports emails/offer.tsx",
    ]);
    expect(found("app/a.tsx", 'import { b } from "#lib/testing/cast.ts";')).toEqual([
      "app/a.tsx imports lib/testing/cast.ts",
    ]);
  });

  test("a screen that reaches the database", () => {
    expect(found("app/a.tsx", 'import { db } from "#lib/db/client.ts";')).toEqual([
      "app/a.tsx imports lib/db/client.ts",
    ]);
  });

  test("a circle", () => {
    const files = [
      { path: "lib/seats/a.ts", text: 'import { b } from "./b.ts";' },
      { path: "lib/seats/b.ts", text: 'import { a } from "./a.ts";' },
    ];
    expect(breaches(files)).toEqual([
      "lib/seats/a.ts → lib/seats/b.ts → lib/seats/a.ts: a circle. Move what both need into a file of its own.",
    ]);
  });

  test("a table written by a second module", () => {
    expect(breaches([{ path: "lib/inbox/a.ts", text: "await tx.message.create({ data })" }])).toEqual([
      "lib/inbox/a.ts writes Message, which lib/mail alone writes. Call one of its verbs, or add one there.",
    ]);
    expect(
      breaches([{ path: "app/a.ts", text: 'db.$executeRaw`UPDATE "Cohort" SET "capacity" = 1`' }]),
    ).toHaveLength(1);
    expect(breaches([{ path: "lib/mail/a.ts", text: "await tx.message.create({ data })" }])).toEqual([]);
  });

  test("settings and the clock read elsewhere", () => {
    expect(breaches([{ path: "lib/inbox/a.ts", text: "process.env.PORT" }])).toHaveLength(1);
    expect(breaches([{ path: "lib/inbox/a.ts", text: "const at = new Date();" }])).toHaveLength(1);
  });
});
