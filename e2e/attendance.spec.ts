import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import pg from "pg";
import { checkLooks } from "./support/accessible.ts";
import { databaseFile, sharedClinic, signedIn } from "./support/addresses.ts";
import { cast, signInAs } from "./support/sign-in.ts";
import { expect, test } from "./support/test.ts";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };

for (const first of ["Sam", "Alex"] as const) {
  test(`taken on two phones without a line, attendance comes to the same when ${first} is heard first`, async ({
    somebody,
  }) => {
    test.slow();
    const people = ["Ada", "Ben", "Cleo", "Dan"].map((name) => `${name} of ${first}`);
    const [ada, ben, cleo, dan] = people as [string, string, string, string];
    const session = anEvening(`Two phones, ${first} first`, people);
    const phones = {
      Sam: await somebody({ ...phone, storageState: signedIn("facilitator") }),
      Alex: await somebody({ ...phone, storageState: signedIn("admin") }),
    };
    const { Sam: sam, Alex: alex } = phones;
    for (const page of [sam, alex]) {
      await page.goto(`/staff/sessions/${session}/attendance`);
      await page.evaluate(() => navigator.serviceWorker.ready);
      await kept(page, session);
      await page.context().setOffline(true);
    }

    await on(sam, ada, "Away").tap();
    await on(alex, ada, "Late").tap();
    await on(alex, ben, "Away").tap();
    await on(sam, cleo, "Here").tap();
    await on(alex, dan, "Said").tap();
    await sam.getByRole("button", { name: "Everyone is here" }).tap();
    await on(sam, ada, "Here").tap();
    await expect(sam.getByText("wait for the line")).toHaveText(/^5 taps wait/);
    await expect(alex.getByText("wait for the line")).toHaveText(/^3 taps wait/);

    // Closed and opened again, still without a line.
    await sam.reload();
    await expect(on(sam, ada, "Here")).toHaveAttribute("aria-pressed", "true");
    await expect(sam.getByText("wait for the line")).toHaveText(/^5 taps wait/);
    await checkLooks(sam);

    const second = first === "Sam" ? "Alex" : "Sam";
    for (const who of [first, second] as const) {
      await phones[who].context().setOffline(false);
      await expect(phones[who].getByText("wait for the line")).toHaveCount(0);
    }
    await sam.reload();
    await alex.reload();
    for (const page of [sam, alex]) {
      await expect(on(page, ada, "Here")).toHaveAttribute("aria-pressed", "true");
      await expect(on(page, ben, "Away")).toHaveAttribute("aria-pressed", "true");
      await expect(on(page, cleo, "Here")).toHaveAttribute("aria-pressed", "true");
      await expect(on(page, dan, "Said")).toHaveAttribute("aria-pressed", "true");
      await expect(page.getByText("2 here, 1 away, 1 said ahead")).toBeVisible();
    }
    await expect(alex.getByText(/^Sam Lindqvist changed this to “here”/)).toContainText(
      "You had marked “late”.",
    );
    await expect(sam.getByText(/^Your mark replaces “late”, which Alex Tremblay marked/)).toBeVisible();
    expect(await marksOf(session)).toBe(8);
  });
}

test("the facilitator's week, attendance of fourteen people and the materials, takes at most twenty taps", async ({
  somebody,
}) => {
  const couple = "Ida Holm+Per Holm";
  const others = Array.from({ length: 12 }, (_, index) => `Person ${index + 1}`);
  anEvening("Fourteen people", [couple, ...others]);
  const page = await somebody({ ...phone, storageState: signedIn("facilitator") });
  await page.goto("/staff");
  let taps = 0;
  const tap = async (what: Locator) => {
    await what.tap();
    taps += 1;
  };
  await tap(page.getByRole("link", { name: /^Attendance, Discovering.*Fourteen people$/ }));
  await tap(page.getByRole("button", { name: "Everyone is here" }));
  await tap(on(page, "Person 3", "Late"));
  await tap(on(page, "Per Holm", "Away"));
  await expect(page.getByText("12 here, 1 late, 1 away")).toBeVisible();
  await expect(page.getByText("Saved")).toBeVisible();
  await tap(page.getByRole("link", { name: "Release materials" }));
  await tap(page.getByRole("button", { name: "Release now A pause" }));
  await expect(page.getByRole("button", { name: "Release now A pause" })).toHaveCount(0);
  expect(taps).toBeLessThanOrEqual(20);
  test.info().annotations.push({ type: "taps", description: String(taps) });
});

test("who signs out leaves no attendance on the phone, and is warned of what is not sent", async ({
  somebody,
}) => {
  const person = "Eve Alone";
  const session = anEvening("Signing out", [person]);
  const page = await somebody(phone);
  await signInAs(page, cast.facilitator);
  await page.goto(`/staff/sessions/${session}/attendance`);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await kept(page, session);
  await page.route("**/attendance/taps", (route) => route.abort());
  await on(page, person, "Late").tap();
  await expect(page.getByText("1 tap waits for the line.")).toBeVisible();
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out", exact: true }).tap();
  await expect(page.getByText("1 tap of attendance waits for the line")).toBeVisible();
  await checkLooks(page);
  await page.getByRole("button", { name: "Sign out and give them up" }).tap();
  await page.waitForURL("/");
  expect(
    await page.evaluate(async () => ({
      caches: await caches.keys(),
      databases: await indexedDB.databases(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    })),
  ).toEqual({ caches: [], databases: [], workers: 0 });
  expect(await marksOf(session)).toBe(0);
});

function on(page: Page, person: string, mark: string): Locator {
  return page
    .getByRole("group", { name: person, exact: true })
    .getByRole("button", { name: mark, exact: true });
}

/** Waits until the page is kept on the device, with what it is drawn with. */
async function kept(page: Page, session: string) {
  const path = `/staff/sessions/${session}/attendance`;
  await expect.poll(() => page.evaluate(async (path) => Boolean(await caches.match(path)), path)).toBe(true);
}

/** The id of an evening of Sam's that has just begun, with these people. */
function anEvening(title: string, parties: string[]): string {
  return execFileSync(process.execPath, ["e2e/support/make-evening.ts", title, ...parties], {
    cwd: join(import.meta.dirname, ".."),
    env: {
      ...process.env,
      DATABASE_URL: readFileSync(databaseFile, "utf8"),
      DATA_DIR: sharedClinic.dataFolder,
      SECRET: "makes no link that anybody opens",
    },
    encoding: "utf8",
  }).trim();
}

async function marksOf(session: string): Promise<number> {
  const database = new pg.Client({ connectionString: readFileSync(databaseFile, "utf8") });
  await database.connect();
  const { rows } = await database.query(
    `SELECT count(*)::int AS count FROM "AttendanceMark" WHERE "sessionId" = $1`,
    [session],
  );
  await database.end();
  return rows[0].count;
}
