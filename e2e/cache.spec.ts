import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { openForm, partyFields } from "./support/form.ts";
import { type Postgres, query, startPostgres } from "./support/postgres.ts";
import { freePort, runProgram, type Server, startServer } from "./support/program.ts";

test.describe.configure({ mode: "serial", timeout: 120_000 });

/** How long a process may show an earlier count, in milliseconds. */
const patience = 2_000;

let postgres: Postgres;
let database: string;
let path: string;
const clinics: Server[] = [];

test.beforeAll(async () => {
  postgres = await startPostgres();
  database = await postgres.create("kindroom");
  const settings = {
    RUN: "web",
    DATABASE_URL: database,
    SECRET: "a secret that two servers share, long enough",
  };
  expect((await runProgram("bin/migrate.ts", settings)).code).toBe(0);
  path = `/cohorts/${(await runProgram("e2e/support/make-cohort.ts", settings, ["16"])).out.trim()}`;
  for (const _ of ["one", "other"]) {
    clinics.push(await startServer({ ...settings, PORT: await freePort() }, ["--empty"]));
  }
});

test.afterAll(async () => {
  await Promise.all(clinics.map((clinic) => clinic.stop()));
  await postgres?.stop();
});

test("a place taken through one process is gone in every process within two seconds", async () => {
  for (const { url } of clinics) {
    expect([await placesLeft(url), await placesLeft(url, "/")]).toEqual([16, 16]);
  }
  const form = await openForm(`${clinics[0]?.url}${path}/join`, "formToken");
  expect((await form.send(partyFields(["Ana Moreau", "Noor Haddad"]))).status).toBe(303);
  const until = Date.now() + patience;
  for (const { url } of clinics) {
    for (const page of [path, "/"]) {
      await expect
        .poll(() => placesLeft(url, page), { intervals: [50], timeout: until - Date.now() })
        .toBe(14);
    }
  }
});

test("nobody is shown an earlier count two seconds later, however many ask while it changes", async () => {
  const changes = [{ at: 0, places: await placesLeft(String(clinics[0]?.url)) }];
  const shown: { url: string; askedAt: number; places: number }[] = [];
  let changing = true;
  const visitors = clinics.flatMap(({ url }) =>
    Array.from({ length: 8 }, async () => {
      while (changing) {
        const askedAt = Date.now();
        shown.push({ url, askedAt, places: await placesLeft(url) });
      }
    }),
  );
  // One more chair at moments that fall before, into and after the rendering of the page.
  for (let change = 1; change <= 60; change += 1) {
    await wait(change % 12 ? (7 * change) % 40 : patience);
    await query(database, `UPDATE "Cohort" SET "capacity" = "capacity" + 1`);
    changes.push({ at: Date.now(), places: (changes.at(-1)?.places ?? 0) + 1 });
  }
  await wait(patience + 500);
  changing = false;
  await Promise.all(visitors);

  const owed = (askedAt: number) => changes.findLast(({ at }) => at <= askedAt - patience)?.places ?? 0;
  expect(shown.filter(({ askedAt, places }) => places < owed(askedAt))).toEqual([]);
  for (const { url } of clinics) {
    const theirs = shown.filter((one) => one.url === url);
    expect(theirs.at(-1)?.places).toBe(changes.at(-1)?.places);
    expect(theirs.length).toBeGreaterThan(200);
  }
});

/** What a process shows of the group: how many places are left. */
async function placesLeft(url: string, page = path): Promise<number> {
  const html = await (await fetch(url + page)).text();
  return Number(html.match(/aria-label="(\d+) places left/)?.[1]);
}
