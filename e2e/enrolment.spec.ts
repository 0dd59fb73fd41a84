import type { Locator, Page } from "@playwright/test";
import { anOpenGroup, fillForm } from "./support/group.ts";
import { letter, linkIn, mailTo } from "./support/mail.ts";
import { expect, test } from "./support/test.ts";

let group: string;
test.beforeAll(async ({ browser }) => {
  group = await anOpenGroup(browser, { title: "Wednesdays", places: 60 });
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with JavaScript" : "without JavaScript";
  const somebody = (name: string) => ({
    name: `${name} Berg`,
    email: `${name}.${javaScriptEnabled ? "with" : "without"}@example.org`.toLowerCase(),
  });

  test.describe(how, () => {
    test.use({ javaScriptEnabled });

    test("a couple enrols, each by their own yes", async ({ page, somebody: another }) => {
      const [ana, bo] = [somebody("Ana"), somebody("Bo")];
      await fillForm(page, group, [ana, bo]);
      await page.getByRole("button", { name: "Keep two places" }).click();
      await expect(heading(page)).toHaveText("Your places are kept");
      const until = String(
        (await page.getByText(/^Until /).textContent())?.match(/Until (.*), Toronto/)?.[1],
      );
      await expect(
        page.getByText("Ana and Bo: each of you has an e-mail from us with a link."),
      ).toBeVisible();
      await openPlace(page, ana.email);
      await expect(heading(page)).toHaveText("We keep two places for you");
      await expect(page.getByText(until)).toBeVisible();
      await page.getByRole("button", { name: "Yes, I'm coming" }).click();
      await expect(heading(page)).toHaveText("You have said yes");
      await expect(page.getByText(`We wait for Bo, until ${until}`)).toBeVisible();
      const partner = await another();
      await openPlace(partner, bo.email);
      await partner.getByRole("button", { name: "Yes, I'm coming" }).click();
      await expect(heading(partner)).toHaveText("You are enrolled");
      await page.reload();
      await expect(heading(page)).toHaveText("You are enrolled");
      await letter(ana.email, /You are enrolled/);
      await letter(bo.email, /You are enrolled/);
    });

    test("a partner declines for themselves, and the other is asked again", async ({
      page,
      somebody: another,
    }) => {
      const [cleo, dag] = [somebody("Cleo"), somebody("Dag")];
      await fillForm(page, group, [cleo, dag]);
      await page.getByRole("button", { name: "Keep two places" }).click();
      await openPlace(page, cleo.email);
      await page.getByRole("button", { name: "Yes, I'm coming" }).click();
      await expect(heading(page)).toHaveText("You have said yes");
      await page.getByRole("button", { name: "Ask Dag again" }).click();
      await expect(
        page.getByText("We wrote to them a short while ago. Please give them a little time."),
      ).toBeVisible();
      const partner = await another();
      await openPlace(partner, dag.email);
      await partner.getByRole("link", { name: "I can't come" }).click();
      await expect(partner.getByText("Your name and address are erased here.")).toBeVisible();
      await partner.getByRole("link", { name: "No, keep it" }).click();
      await partner.getByRole("link", { name: "I can't come" }).click();
      await partner.getByRole("button", { name: "Give up my place" }).click();
      await expect(heading(partner)).toHaveText("You gave up your place");
      await letter(cleo.email, /Something has changed/);
      await page.reload();
      await expect(heading(page)).toHaveText("We keep a place for you");
      await page.getByRole("button", { name: "Yes, I'm coming" }).click();
      await expect(heading(page)).toHaveText("You are enrolled");
      await page.getByRole("link", { name: "Give up my place" }).click();
      await page.getByRole("button", { name: "Give up my place" }).click();
      await expect(heading(page)).toHaveText("You gave up your place");
    });

    test("a form that is not complete keeps what was typed, and says what is missing", async ({ page }) => {
      const [eli, fay] = [somebody("Eli"), somebody("Fay")];
      await fillForm(page, group, [eli, { ...fay, email: "fay at example" }, { name: "", email: "" }]);
      await page.getByRole("button", { name: "Keep our places" }).click();
      await expect(page.getByRole("heading", { name: "A few things to look at" })).toBeVisible();
      await expect(page.getByLabel("Me and my partners")).toBeChecked();
      await expect(page.getByLabel("Your name")).toHaveValue(eli.name);
      await expect(page.getByLabel("Your partner's e-mail")).toHaveValue("fay at example");
      await page.getByRole("link", { name: /^Your second partner: Please write their name/ }).click();
      await expect(page.getByLabel("Your second partner's name")).toBeFocused();
      await page.getByLabel("Me and my partner", { exact: true }).check();
      await page.getByLabel("Your partner's e-mail").fill(fay.email);
      await page.getByRole("button", { name: "Keep two places" }).click();
      await expect(heading(page)).toHaveText("Your places are kept");
    });

    test("a double press, the back button and another try enrol once", async ({ page }) => {
      const [gil, hana] = [somebody("Gil"), somebody("Hana")];
      await fillForm(page, group, [gil, hana]);
      await page.getByRole("button", { name: "Keep two places" }).dblclick();
      await page.waitForURL(/\/kept\//);
      await expect(heading(page)).toHaveText("Your places are kept");
      const first = page.url();
      await page.goBack();
      // The browser shows the form as it was left, or asks for the page again.
      await page
        .getByRole("button", { name: "Keep two places" })
        .or(page.getByRole("link", { name: "See how it stands" }))
        .click();
      await page.waitForURL(first);
      await page.goto(`${group}/join`);
      await expect(heading(page)).toHaveText("You have already kept two places here");
      await letter(hana.email, /Please say yes/);
      expect(await mailTo(hana.email)).toHaveLength(1);
      expect(await mailTo(gil.email)).toHaveLength(1);
    });

    test("four enrol together", async ({ page }) => {
      const four = ["Ida", "Jan", "Kai", "Lev"].map(somebody);
      await fillForm(page, group, four);
      await page.getByRole("button", { name: "Keep our places" }).click();
      await expect(page.getByText("Ida, Jan, Kai and Lev: each of you has an e-mail")).toBeVisible();
      for (const [index, { email }] of four.entries()) {
        await openPlace(page, email);
        await page.getByRole("button", { name: "Yes, I'm coming" }).click();
        await expect(heading(page)).toHaveText(index < 3 ? "You have said yes" : "You are enrolled");
      }
    });

    test("two who share a mailbox each have a link of their own", async ({ page }) => {
      const [mia, nils] = [somebody("Mia"), somebody("Nils")];
      await fillForm(page, group, [mia, nils]);
      await page.getByLabel("They share my e-mail address").filter({ visible: true }).check();
      await page.getByRole("button", { name: "Keep two places" }).click();
      await expect(heading(page)).toHaveText("Your places are kept");
      await expect.poll(async () => (await mailTo(mia.email)).length).toBe(2);
      const links = (await mailTo(mia.email)).map((message) => linkIn(message, /\/place\//));
      expect(new Set(links).size).toBe(2);
      for (const link of links) {
        await page.goto(link);
        await page.getByRole("button", { name: "Yes, I'm coming" }).click();
      }
      await expect(heading(page)).toHaveText("You are enrolled");
    });

    test("without room for all of them a party waits, sees its place and can leave", async ({
      page,
      browser,
    }) => {
      const small = await anOpenGroup(browser, { title: "A small room", places: 2 });
      await fillForm(page, small, [somebody("Max")]);
      await page.getByRole("button", { name: "Keep a place" }).click();
      await expect(heading(page)).toHaveText("Your place is kept");
      await page.context().clearCookies();
      const [olu, pia] = [somebody("Olu"), somebody("Pia")];
      await fillForm(page, small, [olu, pia]);
      await page.getByRole("button", { name: "Keep two places" }).click();
      await expect(heading(page)).toHaveText("You are in line");
      await openPlace(page, pia.email);
      await expect(page.getByText("You are the first in line.")).toBeVisible();
      await page.getByRole("button", { name: "Yes, I'd like to wait too" }).click();
      await page.getByRole("link", { name: "Leave the waitlist" }).click();
      await page.getByRole("button", { name: "Leave the line" }).click();
      await expect(heading(page)).toHaveText("You gave up your place");
      // The other is alone now, and the one place is enough: it is offered.
      await letter(olu.email, /A place is kept for you until/);
      await openPlace(page, olu.email);
      await expect(heading(page)).toHaveText("There is a place for you");
      await page.getByRole("button", { name: "Not this time, keep my place in line" }).click();
      await expect(heading(page)).toHaveText("You are in line");
    });

    test("a link that is no longer good offers the next step", async ({ page }) => {
      await page.goto("/place/abc");
      await expect(page.getByRole("link", { name: "Sign in instead" })).toBeVisible();
      await page.getByRole("link", { name: "See the open groups" }).click();
      await expect(page.getByRole("article").first()).toBeVisible();
      await page.goto("/join/abc");
      await expect(page.getByRole("link", { name: "See the open groups" })).toBeVisible();
      await page.goto("/sign-in/abc");
      await page.getByRole("link", { name: "Send me a new link" }).click();
      await expect(page.getByRole("button", { name: "Send me a link" })).toBeVisible();
    });
  });
}

test("a couple enrols with the keyboard alone", async ({ page }) => {
  const press = (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());
  const write = async (label: string, text: string) => {
    await tabTo(page, page.getByLabel(label));
    await page.keyboard.type(text);
  };
  await page.goto(group);
  await press("Tab", "Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await tabTo(page, page.getByRole("link", { name: /^Join this group/ }));
  await press("Enter");
  await tabTo(page, page.getByLabel("Just me"));
  await press("ArrowDown", "ArrowUp", "ArrowDown");
  await expect(page.getByLabel("Me and my partner", { exact: true })).toBeChecked();
  await write("Your name", "Quin Berg");
  await write("Your e-mail", "quin@example.org");
  await write("Your partner's name", "Ravi Berg");
  await tabTo(page, page.getByRole("button", { name: "Keep two places" }));
  await press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "One thing to look at" })).toBeFocused();
  await press("Tab", "Enter");
  await expect(page.getByLabel("Your partner's e-mail")).toBeFocused();
  await page.keyboard.type("ravi@example.org");
  await press("Enter");
  await expect(heading(page)).toHaveText("Your places are kept");
  for (const address of ["quin@example.org", "ravi@example.org"]) {
    await openPlace(page, address);
    await tabTo(page, page.getByRole("button", { name: "Yes, I'm coming" }));
    await press("Enter");
  }
  await expect(heading(page)).toHaveText("You are enrolled");
});

function heading(page: Page): Locator {
  return page.getByRole("heading", { level: 1 });
}

/** Opens the newest link to their own page that somebody was sent. */
async function openPlace(page: Page, address: string): Promise<void> {
  await page.goto(linkIn(await letter(address, /\/place\//), /\/place\//));
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let press = 0; press < 40; press += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${target} can't be reached with the keyboard`);
}
