import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import pg from "pg";
import { databaseFile, signedIn } from "./support/addresses.ts";
import { signInAs } from "./support/sign-in.ts";
import { expect, test } from "./support/test.ts";

test("somebody says ahead that they can't come, and whoever facilitates sees it", async ({
  page,
  somebody,
}) => {
  await signInAs(page, "otis.brandt@example.org");
  const session = await page.getByRole("heading", { level: 2 }).first().textContent();
  await page.getByRole("button", { name: "I can’t come" }).click();
  await expect(page.getByText("Thank you for telling us")).toBeVisible();
  // Whoever uses the keyboard goes on from there.
  await expect(page.getByRole("button", { name: "I can come after all" })).toBeFocused();

  const sam = await somebody({ storageState: signedIn("facilitator") });
  await sam.goto("/staff");
  await sam
    .getByRole("link", { name: /^Attendance.*Autumn Tuesdays/ })
    .first()
    .click();
  await expect(sam.getByRole("heading", { level: 1, name: String(session) })).toBeVisible();
  const said = (name: string) =>
    sam.getByRole("group", { name }).first().getByRole("button", { name: "Said" });
  await expect(said("Otis Brandt")).toHaveAttribute("aria-pressed", "true");
  await expect(said("Lea Brandt")).toHaveAttribute("aria-pressed", "false");

  await page.getByRole("button", { name: "I can come after all" }).click();
  await expect(page.getByRole("button", { name: "I can’t come" })).toBeVisible();
  await sam.reload();
  await expect(said("Otis Brandt")).toHaveAttribute("aria-pressed", "false");
});

test("a question is answered at the place of whoever asked; what they wrote for themselves stays theirs", async ({
  page,
  somebody,
}) => {
  await signInAs(page, "dana.ruiz@example.org");
  await page.getByRole("link", { name: "For yourself" }).click();
  await page.getByLabel("What would you like to keep?").fill("Today I was kind to my knees.");
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByRole("listitem").getByText("Today I was kind to my knees.")).toBeVisible();
  await expect(page.getByLabel("What would you like to keep?")).toHaveValue("");
  await page.getByRole("link", { name: /^Change or delete/ }).click();
  await page.getByLabel("What you wrote").fill("Today I was kind to my shoulders.");
  await page.getByRole("button", { name: "Keep the change" }).click();
  const saved = page.waitForEvent("download");
  await page.getByRole("link", { name: "Take all of it along as a text" }).click();
  expect(readFileSync(await (await saved).path(), "utf8")).toMatch(
    /\n\nToday I was kind to my shoulders\.\n$/,
  );

  await page.getByRole("link", { name: "Your place" }).click();
  await page.getByRole("link", { name: "Ask your facilitators" }).click();
  await page.getByLabel("Your question").fill("May I lie down for the practice?");
  await page.getByRole("button", { name: "Ask" }).click();
  await expect(page.getByText("Your question is with them")).toBeVisible();

  const sam = await somebody({ storageState: signedIn("facilitator") });
  await openQuestions(sam);
  await expect(sam.getByText(/kind to my/)).toHaveCount(0);
  const asked = sam.getByRole("listitem").filter({ hasText: "May I lie down for the practice?" });
  await asked.getByLabel("Your answer to Dana Ruiz").fill("Please do. There are mats.");
  await asked.getByRole("button", { name: "Answer Dana Ruiz" }).click();
  await expect(asked.getByRole("button")).toHaveCount(0);

  await page.reload();
  await expect(page.getByText("Please do. There are mats.")).toBeVisible();
});

test("the way into a meeting comes by itself when it is time, and was nowhere before", async ({ page }) => {
  const email = "wanda.soon@example.org";
  const database = new pg.Client({ connectionString: readFileSync(databaseFile, "utf8") });
  await database.connect();
  await takesPartOnline(database, email);
  await signInAs(page, email);
  await database.query(`
    UPDATE "Session" SET "startsAt" = at, "endsAt" = at + interval '2 hours'
    FROM (SELECT date_trunc('second', now()) + interval '30 minutes 15 seconds' AS at) AS soon
    WHERE "title" = 'Online, soon'`);
  await database.end();
  await page.goto("/my");
  await expect(page.getByText(/^The way into the meeting is here from/)).toBeVisible();
  expect(await page.content()).not.toContain("meet.example.org");
  const way = page.getByRole("link", { name: "Join the meeting" });
  await expect(way).toHaveAttribute("href", "https://meet.example.org/soon", { timeout: 30_000 });
});

async function openQuestions(page: Page) {
  await page.goto("/staff/cohorts");
  await page.getByRole("link", { name: "Autumn Tuesdays" }).click();
  await page.getByRole("link", { name: "Read and answer" }).click();
}

/** Puts somebody in a group of their own, which meets online tomorrow. */
async function takesPartOnline(database: pg.Client, email: string): Promise<void> {
  await database.query(
    `WITH cohort AS (
       INSERT INTO "Cohort" ("id", "programId", "title", "state", "timeZone", "capacity", "joinUrl", "format")
       SELECT uuidv7(), "id", 'Soon', 'closed', 'America/Toronto', 8, 'https://meet.example.org/soon', 'online'
       FROM "Program" LIMIT 1 RETURNING "id"
     ), session AS (
       INSERT INTO "Session" ("id", "cohortId", "position", "kind", "title", "minutes", "startsLocal", "startsAt", "endsAt")
       SELECT uuidv7(), "id", 1, 'weekly', 'Online, soon', 120, at AT TIME ZONE 'America/Toronto', at, at + interval '2 hours'
       FROM cohort, (SELECT date_trunc('second', now()) + interval '1 day' AS at) AS tomorrow
     ), person AS (
       INSERT INTO "Person" ("id", "name", "email") VALUES (uuidv7(), 'Wanda Soon', $1) RETURNING "id"
     ), party AS (
       INSERT INTO "Party" ("id") VALUES (uuidv7()) RETURNING "id"
     ), member AS (
       INSERT INTO "Member" ("id", "partyId", "personId", "position", "state")
       SELECT uuidv7(), party."id", person."id", 1, 'confirmed' FROM party, person RETURNING "id"
     ), enrollment AS (
       INSERT INTO "Enrollment" ("id", "partyId", "cohortId", "state", "seats", "joinedAt", "confirmedAt")
       SELECT uuidv7(), party."id", cohort."id", 'confirmed', 1, now(), now() FROM party, cohort RETURNING "id"
     )
     INSERT INTO "Acceptance" ("enrollmentId", "memberId", "at")
     SELECT enrollment."id", member."id", now() FROM enrollment, member`,
    [email],
  );
}
