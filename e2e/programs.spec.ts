import ICAL from "ical.js";
import { signedIn } from "./support/addresses.ts";
import { expect, test } from "./support/test.ts";

test("a facilitator copies a program, changes it without JavaScript, and plans an intensive from it", async ({
  somebody,
}) => {
  test.slow();
  const page = await somebody({ storageState: signedIn("facilitator"), javaScriptEnabled: false });
  await page.goto("/staff/cohorts");
  await page.getByRole("link", { name: "Programs" }).click();
  await page.getByRole("link", { name: "Mindful Self-Compassion", exact: true }).click();
  await expect(page.getByRole("link", { name: "Add a session" })).toHaveCount(0);
  await page.getByRole("button", { name: "Make a copy to change" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mindful Self-Compassion, a copy");
  await page.getByRole("button", { name: "Up, Retreat" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "5. Retreat" })).toBeVisible();
  await page.getByRole("link", { name: "Change, Embracing your life" }).click();
  await page.getByRole("button", { name: "Take this session out of the program" }).click();
  await expect(page.getByRole("heading", { level: 2, name: /^\d\. / })).toHaveCount(8);

  await page.getByRole("link", { name: "Plan a group" }).click();
  await expect(page.getByLabel("Program", { exact: true }).locator("option:checked")).toHaveText(
    "Mindful Self-Compassion, a copy",
  );
  await page.getByLabel("Name of the group").fill("Two weekdays");
  await page.getByLabel("First session on").fill("2031-03-04");
  await page.getByLabel("Twice a week").check();
  await page.getByLabel("The second weekday").selectOption("Thursday");
  await page.getByRole("button", { name: "Show the dates" }).click();
  await expect(page.getByLabel("Practicing mindfulness")).toHaveValue("2031-03-06T18:30");
  await expect(page.getByLabel("Retreat", { exact: true })).toHaveValue("2031-03-15T10:00");
});

test("somebody abroad reads their own time, and their calendar's address has it", async ({ somebody }) => {
  const page = await somebody({ storageState: signedIn("participant"), timezoneId: "Europe/Paris" });
  await page.goto("/my");
  await expect(page.getByText(/^That is .* where you are \(Paris\)\.$/)).toBeVisible();
  await page.getByRole("link", { name: "Keep my calendar up to date" }).click();
  const address = await page.getByLabel("Its address").inputValue();
  // Whatever program reads it has no sign-in.
  const response = await fetch(address);
  expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  const meetings = new ICAL.Component(ICAL.parse(await response.text())).getAllSubcomponents("vevent");
  expect(meetings.map((each) => new ICAL.Event(each).summary)[1]).toBe("Group, 2 of 9");
  await page.getByRole("button", { name: "Replace the address" }).click();
  await expect(page.getByLabel("Its address")).not.toHaveValue(address);
  expect((await fetch(address)).status).toBe(404);
});

test("two groups in one place are told of each other in the calendar of the month", async ({ somebody }) => {
  const page = await somebody({ storageState: signedIn("admin") });
  const plan = async (title: string) => {
    await page.goto("/staff/cohorts/new");
    await page.getByLabel("Name of the group").fill(title);
    await page.getByLabel("First session on").fill("2032-03-02");
    await page.getByLabel(/^Place \(/).fill("The attic");
    await page.getByRole("button", { name: "Save the group" }).click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
  };
  await plan("In the attic");
  await plan("Under the roof");
  await page.goto("/staff/calendar?month=2032-03");
  const clash = "The attic is taken by “In the attic”: Tuesday 2 March, 6:30 pm.";
  await expect(
    page.getByRole("listitem").filter({ hasText: "Under the roof" }).getByText(clash).first(),
  ).toBeVisible();
});
