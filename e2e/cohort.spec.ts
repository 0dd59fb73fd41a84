import type { Page } from "@playwright/test";
import { checkLooks } from "./support/accessible.ts";
import { signedIn } from "./support/addresses.ts";
import { anOpenGroup, fillForm } from "./support/group.ts";
import { letter, linkIn } from "./support/mail.ts";
import { expect, test } from "./support/test.ts";

// What staff do with a whole group, and what its people find behind their own links.
test.use({ storageState: signedIn("facilitator"), trace: "off" });

const address = (name: string) => `${name.toLowerCase()}@example.org`;

test("the settings can be changed later, but not to fewer places than are taken", async ({
  page,
  browser,
  somebody,
}) => {
  test.slow();
  const group = await anOpenGroup(browser, { title: "Room for four", places: 4 });
  await enrol(await somebody(), group, ["Asta", "Birk"]);
  await page.goto(`/staff${group}/settings`);
  await page.getByLabel("Places", { exact: true }).fill("1");
  await page.getByLabel("A note on the fee").fill("pay what you can");
  await page.getByRole("button", { name: "Save the settings" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "One thing to look at" })).toContainText(
    "2 places are taken, so the room can't be smaller than 2.",
  );
  await expect(page.getByLabel("A note on the fee")).toHaveValue("pay what you can");
  await checkLooks(page);
  await page.getByLabel("Places", { exact: true }).fill("5");
  await page.getByLabel("Name of the group").fill("Room for five");
  const opens = Temporal.Now.plainDateTimeISO().add({ weeks: 2 }).round("hour");
  await page.getByLabel("Enrolment opens").fill(opens.toString({ smallestUnit: "minute" }));
  await page.getByRole("button", { name: "Save the settings" }).click();
  await expect(page.getByText("The settings are saved.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Room for five" })).toBeVisible();
  const visitor = await somebody();
  await visitor.goto(group);
  await expect(visitor.getByText(/^Enrolment opens on /)).toBeVisible();
  await expect(visitor.getByText("pay what you can").first()).toBeVisible();
  await expect(visitor.getByRole("link", { name: /^Join/ })).toHaveCount(0);
});

test("a cancelled group's couple goes on in another one, before those who joined there later", async ({
  page,
  browser,
  somebody,
}) => {
  test.slow();
  const cancelled = await anOpenGroup(browser, { title: "Too small a group", places: 8 });
  const other = await anOpenGroup(browser, { title: "Another evening", places: 2 });
  await enrol(await somebody(), cancelled, ["Cleo", "Dara"]);
  await enrol(await somebody(), other, ["Elis", "Fern"]);
  await enrol(await somebody(), other, ["Gale", "Hugo"]);

  await page.goto(`/staff${cancelled}/cancel`);
  await page.getByRole("button", { name: "Cancel the group and tell 2 people" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "One thing to look at" })).toBeFocused();
  await checkLooks(page);
  await page.getByLabel("Why").fill("Too few people could come on Wednesdays.");
  await page.getByRole("button", { name: "Cancel the group and tell 2 people" }).click();
  await expect(page.getByText("cancelled", { exact: true })).toBeVisible();

  const dara = await somebody();
  const message = await letter(address("Dara"), /does not take place/);
  expect(message.text).toContain("Too few people could come on Wednesdays.");
  await dara.goto(linkIn(message, /\/place\//));
  await expect(dara.getByRole("heading", { level: 1, name: "This group does not take place" })).toBeVisible();
  await checkLooks(dara);
  await dara.getByRole("button", { name: /^Ask for a place here.*Another evening$/ }).click();
  await expect(dara.getByRole("heading", { level: 1, name: "You are in line" })).toBeVisible();
  await expect(dara.getByText("You are the first in line.")).toBeVisible();
  await expect(
    dara.getByText(/“Too small a group” does not take place, so you keep your place/),
  ).toBeVisible();
  const gale = await somebody();
  await gale.goto(linkIn(await letter(address("Gale"), /in line/), /\/place\//));
  await expect(gale.getByText("Ahead of you are 2 people in 1 party.")).toBeVisible();
  await gale.goto(cancelled);
  await expect(gale.getByRole("heading", { level: 1, name: "This group does not take place" })).toBeVisible();
  await gale.goto("/");
  await expect(gale.getByRole("link", { name: "Too small a group", exact: true })).toHaveCount(0);
});

test("an admin moves a confirmed couple, who keep their yes and get the new dates", async ({
  browser,
  somebody,
}) => {
  test.slow();
  const [from, full, to] = [
    await anOpenGroup(browser, { title: "The old evening", places: 4 }),
    await anOpenGroup(browser, { title: "The full evening", places: 1 }),
    await anOpenGroup(browser, { title: "The new evening", places: 4 }),
  ];
  expect(full).not.toBe(to);
  await enrol(await somebody(), from, ["Ilse", "Jaro"]);
  for (const name of ["Ilse", "Jaro"]) await sayYes(await somebody(), name);

  const admin = await somebody({ storageState: signedIn("admin") });
  await admin.goto(`/staff${from}/people`);
  await expect(admin.getByText("confirmed", { exact: true })).toBeVisible();
  await admin.getByRole("link", { name: "Move Ilse and Jaro to another group" }).click();
  await admin.getByLabel("The full evening").check();
  await admin.getByRole("button", { name: "Move Ilse and Jaro" }).click();
  await expect(admin.getByText("That group doesn’t take so many people together.").first()).toBeVisible();
  await checkLooks(admin);
  await admin.getByLabel("The new evening").check();
  await admin.getByRole("button", { name: "Move Ilse and Jaro" }).click();
  await admin.waitForURL(`**/staff${to}/people`);
  const row = admin.getByRole("row", { name: /Ilse and Jaro/ });
  await expect(row).toContainText("confirmed");
  const message = await letter(address("Jaro"), /another group now/);
  expect(message.attachments.map(({ filename }) => filename)).toEqual(["sessions.ics"]);
  const jaro = await somebody();
  await jaro.goto(linkIn(message, /\/place\//));
  await expect(jaro.getByRole("heading", { level: 1, name: "You are enrolled" })).toBeVisible();
  await expect(jaro.getByText(/We moved you here from “The old evening”/)).toBeVisible();
});

test("applicants are read first: one is accepted, one gets a kind answer", async ({
  page,
  browser,
  somebody,
}) => {
  test.slow();
  const group = await anOpenGroup(browser, { title: "A read group", places: 4 });
  await page.goto(`/staff${group}/settings`);
  await page.getByLabel("Are read first").check();
  await page.getByRole("button", { name: "Save the settings" }).click();
  await expect(page.getByText("The settings are saved.")).toBeVisible();
  await enrol(await somebody(), group, ["Kirsi"]);
  const levi = await somebody();
  await enrol(levi, group, ["Levi"], "Send the application");
  await expect(levi.getByRole("heading", { level: 1, name: "We have your application" })).toBeVisible();
  await levi.goto(`${group}/join`);
  await expect(levi.getByRole("heading", { name: "We already have your application" })).toBeVisible();
  await levi.goto(linkIn(await letter(address("Levi"), /your application/), /\/place\//));
  await expect(levi.getByRole("heading", { level: 1, name: "We have your application" })).toBeVisible();

  await page.goto(`/staff${group}/people`);
  await page.getByText("Decline Levi", { exact: true }).click();
  await checkLooks(page);
  await page.getByLabel("Your own words").last().fill("The spring group may suit you better.");
  await page.getByRole("button", { name: "Decline and write to Levi" }).click();
  await expect(page.getByText("Levi")).toHaveCount(0);
  await page.getByRole("button", { name: "Accept Kirsi" }).click();
  await expect(page.getByText(/^held until /)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Applications" })).toHaveCount(0);
  const declined = await letter(address("Levi"), /Our answer to your application/);
  expect(declined.text).toContain("The spring group may suit you better.");
  await sayYes(await somebody(), "Kirsi", /say yes|kept|keep/i);
});

test("a group in doubt says so, until enough people are sure to come", async ({
  page,
  browser,
  somebody,
}) => {
  test.slow();
  const group = await anOpenGroup(browser, { title: "Perhaps a group", places: 6 });
  await page.goto(`/staff${group}/settings`);
  await page.getByLabel("Runs from").fill("2");
  await page.getByRole("button", { name: "Save the settings" }).click();
  await expect(page.getByText("The settings are saved.")).toBeVisible();
  await page.goto(`/staff${group}`);
  await expect(page.getByText("Not sure yet whether it runs")).toBeVisible();
  await checkLooks(page);
  await enrol(await somebody(), group, ["Maj"]);
  await enrol(await somebody(), group, ["Nour"]);
  const maj = await somebody();
  await sayYes(maj, "Maj");
  await expect(maj.getByText("This group runs from 2 people, and is not sure yet.")).toBeVisible();
  await sayYes(await somebody(), "Nour");
  await letter(address("Maj"), /It is sure: the group takes place/);
  await maj.reload();
  await expect(maj.getByText("is not sure yet")).toHaveCount(0);
  await page.reload();
  await expect(page.getByText("Not sure yet whether it runs")).toHaveCount(0);
});

/** One party enrols over the web. */
async function enrol(page: Page, group: string, names: string[], press: string | RegExp = /./) {
  await fillForm(
    page,
    group,
    names.map((name) => ({ name, email: address(name) })),
  );
  await page
    .locator("form")
    .filter({ has: page.getByLabel("Your name") })
    .getByRole("button", { name: press })
    .last()
    .click();
  await page.waitForURL(/\/kept\//);
}

/** A member's own yes, by the link in the letter that asks for it. */
async function sayYes(page: Page, name: string, words = /\/place\//) {
  await page.goto(linkIn(await letter(address(name), words), /\/place\//));
  await page.getByRole("button", { name: "Yes, I'm coming" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: /You have said yes|You are enrolled/ }),
  ).toBeVisible();
}
