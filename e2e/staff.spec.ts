import { aWav } from "#lib/testing/wav.ts";
import { signedIn } from "./support/addresses.ts";
import { anOpenGroup, fillForm, fillGroup, openCohort } from "./support/group.ts";
import { letter, mailTo } from "./support/mail.ts";
import { signInAs } from "./support/sign-in.ts";
import { expect, test } from "./support/test.ts";

test.describe("a facilitator", () => {
  test.use({ storageState: signedIn("facilitator") });

  test("plans a group, is told what is missing, and sees the dates before saving", async ({ page }) => {
    await fillGroup(page, { title: "", places: 0 });
    await page.getByLabel("Dates to skip").fill("some Wednesdays");
    await page.getByRole("button", { name: "Save the group" }).click();
    const summary = page.getByRole("alert").filter({ hasText: "A few things to look at" });
    await expect(summary).toBeFocused();
    await expect(summary.getByRole("link")).toHaveText([
      "Please give the group a name.",
      "Please write dates to skip as 2027-02-15, one a line.",
      "A group needs at least one place.",
    ]);
    await summary.getByRole("link", { name: "Please give the group a name." }).click();
    await expect(page.getByLabel("Name of the group")).toBeFocused();
    await expect(page.getByLabel("Dates to skip")).toHaveValue("some Wednesdays");
    await page.getByLabel("Name of the group").fill("Planned twice");
    await page.getByLabel("Dates to skip").fill("");
    await page.getByLabel("Places", { exact: true }).fill("12");
    await page.getByLabel("Online").check();
    await page.getByRole("button", { name: "Show the dates" }).click();
    await expect(page.getByRole("status").getByRole("listitem")).toHaveCount(9);
    await expect(page.getByLabel("Online")).toBeChecked();
    await page.getByRole("button", { name: "Save the group" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Planned twice" })).toBeVisible();
    await expect(page.getByText("not open yet")).toBeVisible();
  });

  test("skips a holiday, moves one evening, and plans the next group like this one", async ({ page }) => {
    await fillGroup(page, { title: "Around a holiday", places: 9 });
    await page.getByLabel("First session on").fill("2027-05-17");
    await page.getByRole("button", { name: "Show the dates" }).click();
    const dates = page.getByRole("status");
    const second = dates.getByLabel("Practicing mindfulness");
    await expect(second).toHaveValue("2027-05-24T18:30");
    await dates.getByLabel("Monday 24 May, Victoria Day").check();
    await page.getByRole("button", { name: "Lay the dates out anew" }).click();
    await expect(second).toHaveValue("2027-05-31T18:30");
    await expect(dates.getByLabel("Monday 24 May, Victoria Day")).toBeChecked();

    await second.fill("2027-05-10T18:30");
    await page.getByRole("button", { name: "Save the group" }).click();
    await expect(dates.getByText("This is not after the session before it.")).toBeVisible();
    await expect(second).toHaveValue("2027-05-10T18:30");
    await second.fill("2027-06-01T19:00");
    // Dragged onto the holiday that is skipped, it says so at once, and saving it elsewhere is not held up.
    await page.locator("[data-session='2']").dragTo(page.locator("[data-day='2027-05-24']"));
    await expect(dates.getByText("This is one of the dates to skip.")).toBeVisible();
    await expect(second).toHaveValue("2027-05-24T19:00");
    await second.fill("2027-05-17T20:00");
    await page.getByRole("button", { name: "Save the group" }).click();
    await expect(dates.getByRole("alert")).toContainText("Not saved yet");
    await expect(dates.getByText("The session before it is not over by then.")).toBeVisible();
    await second.fill("2027-06-01T19:00");
    await page.getByRole("button", { name: "Save the group" }).click();
    await page.getByRole("link", { name: "Sessions", exact: true }).click();
    const row = page.getByRole("row", { name: /Practicing mindfulness/ });
    await expect(row).toContainText("Tuesday 1 June 2027");
    await expect(row).toContainText("7:00 pm to 9:30 pm");

    await page.getByRole("link", { name: "Move or cancel, Practicing mindfulness" }).click();
    await page.getByLabel("Begins").fill("2027-06-07T18:00");
    await page.getByRole("button", { name: "Move it and tell everyone" }).click();
    await expect(page.getByText("Another session of this group is at that time.").first()).toBeVisible();
    await expect(page.getByLabel("Begins")).toHaveValue("2027-06-07T18:00");
    await page.getByLabel("Begins").fill("2027-06-02T18:00");
    await page.getByRole("button", { name: "Move it and tell everyone" }).click();
    await expect(row).toContainText("Wednesday 2 June 2027");
    await page.getByRole("link", { name: "Move or cancel, Practicing mindfulness" }).click();
    await page.getByLabel("Why").fill("Sam is away that week.");
    await page.getByRole("button", { name: "Cancel this session and tell everyone" }).click();
    await expect(row).toContainText("does not take place");
    await expect(row).toContainText("Sam is away that week.");

    await page.getByRole("link", { name: "Plan another group like this one" }).click();
    await expect(page.getByLabel("Name of the group")).toHaveValue("Around a holiday");
    await expect(page.getByLabel("Places", { exact: true })).toHaveValue("9");
    await expect(page.getByLabel("First session on")).toHaveValue("");
  });

  test("sends a recording that goes on where the line broke, and has it in the library", async ({ page }) => {
    await page.goto("/staff/library/new?kind=recording");
    await page.getByLabel("Title").fill("A long tone");
    const buffer = Buffer.from(aWav(180));
    const half = buffer.length / 2;
    let broken = true;
    const from: (string | undefined)[] = [];
    await page.route("**/api/uploads/**", async (route, request) => {
      if (request.method() === "PATCH") from.push(request.headers()["upload-offset"]);
      if (!broken) return route.continue();
      // Half of it gets there, and from then on nothing.
      if (from.length === 1 && request.method() === "PATCH")
        await route.fetch({ postData: buffer.subarray(0, half) });
      await route.abort("connectionreset");
    });
    await page.getByLabel(/ file$/).setInputFiles({ name: "tone.wav", mimeType: "audio/wav", buffer });
    await expect(
      page.getByText("The connection is gone. It goes on by itself when it is back."),
    ).toBeVisible();
    await expect(page.getByRole("progressbar", { name: "How much of the file is sent" })).toBeVisible();
    await expect(page.getByText(/ of 1\.4 MB sent$/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Sending the file" })).toBeDisabled();
    broken = false;
    await expect(page.getByText("tone.wav is here.")).toBeVisible();
    expect(from).toEqual(["0", String(half)]);
    await page.getByRole("button", { name: "Add it to the library" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "A long tone" })).toBeVisible();
    await expect(page.getByText(/1\.4 MB/).first()).toBeVisible();
  });

  test("chooses a recording before the page's scripts have come, and it is sent as well", async ({
    page,
  }) => {
    const scripts = Promise.withResolvers<void>();
    await page.route("**/*.js", async (route) => {
      await scripts.promise;
      await route.continue();
    });
    await page.goto("/staff/library/new?kind=recording", { waitUntil: "commit" });
    await page.getByLabel("Title").fill("A quick tone");
    const file = { name: "quick.wav", mimeType: "audio/wav", buffer: Buffer.from(aWav(2)) };
    await page.getByLabel(/ file$/).setInputFiles(file);
    scripts.resolve();
    await expect(page.getByText("quick.wav is here.")).toBeVisible();
    await page.getByRole("button", { name: "Add it to the library" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "A quick tone" })).toBeVisible();
  });

  test("corrects marks in the group's grid with the keyboard alone", async ({ page }) => {
    await openCohort(page, "Autumn Tuesdays");
    await page.getByRole("link", { name: "Attendance", exact: true }).click();
    const cells = page.getByRole("table").locator("button");
    await cells.first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    const focused = page.locator(":focus");
    await page.keyboard.press("m");
    await expect(focused).toHaveText("M");
    await page.keyboard.press("Delete");
    await expect(focused).toHaveText("");
    await page.keyboard.press("e");
    const name = String(await focused.getAttribute("aria-label"));
    expect(name).toMatch(/: left early$/);
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole("button", { name })).toHaveText("E", { timeout: 1_000 });
    }).toPass();
    const csv = await page.request.get(
      String(await page.getByRole("link", { name: "Save as a spreadsheet" }).getAttribute("href")),
    );
    expect(await csv.text()).toContain("left early");
  });

  test("takes no chair away that somebody has", async ({ page, somebody, browser }) => {
    const group = await anOpenGroup(browser, { title: "Two chairs", places: 2 });
    const visitor = await somebody();
    await fillForm(visitor, group, [
      { name: "Una Vik", email: "una@example.org" },
      { name: "Ville Vik", email: "ville@example.org" },
    ]);
    await visitor.getByRole("button", { name: "Keep two places" }).click();
    await visitor.waitForURL(/\/kept\//);
    await page.goto(`/staff${group}`);
    await page.getByRole("button", { name: "Take one away" }).click();
    await expect(page.getByText("2 places are taken, so the room can't be smaller than 2.")).toBeVisible();
    await page.getByRole("button", { name: "Add a chair" }).click();
    await expect(page.getByText("place free", { exact: true })).toBeVisible();
    await expect(page.getByText("2 places are taken")).toHaveCount(0);
    await page.getByRole("button", { name: "Take one away" }).click();
    await expect(page.getByText("places free", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Ask Ville Vik again" }).click();
    await expect(page.getByText("Please give them a little time.")).toBeVisible();
    await page.getByRole("button", { name: "Close for enrolment" }).click();
    await expect(page.getByText("closed for enrolment", { exact: true })).toBeVisible();
    await visitor.goto(group);
    await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("This group is not open now");
  });

  test("sees nothing that is an admin's, and no group of a colleague's", async ({ page }) => {
    for (const path of ["/staff/inbox", "/staff/messages", "/staff/team", "/staff/waitlist"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
    }
  });
});

test.describe("an admin", () => {
  test.use({ storageState: signedIn("admin") });

  test("says where a message of the inbox stands", async ({ page }) => {
    await page.goto("/staff/inbox");
    await page.getByRole("link", { name: /A question about the retreat/ }).click();
    const address = page.url();
    await page.getByRole("button", { name: "Mark as done" }).click();
    await page.waitForURL((url) => url.href !== address);
    await page.goto(address);
    await expect(page.getByText("This is done.")).toBeVisible();
    await page.goto("/staff/inbox?state=done");
    await page.getByRole("link", { name: /A question about the retreat/ }).click();
    await page.getByRole("button", { name: "Needs us" }).click();
    await expect(page.getByText("This waits for us.")).toBeVisible();
    const original = await page.request.get(
      String(await page.getByRole("link", { name: "See the original" }).first().getAttribute("href")),
    );
    expect(original.headers()["content-type"]).toBe("text/plain; charset=utf-8");
    expect(await original.text()).toContain("Subject: A question about the retreat");
  });

  test("sees a message that could not be sent, and why, and sends it again", async ({ page }) => {
    const address = "refused@example.org";
    await page.goto("/staff/team");
    await page.getByLabel("Name").fill("Wanda Moe");
    await page.getByLabel("E-mail address").fill(address);
    await page.getByRole("button", { name: "Add them" }).click();
    await expect(page.getByText("They are on the team")).toBeVisible();
    const row = page.getByRole("row", { name: /Wanda Moe/ });
    await expect(async () => {
      await page.goto("/staff/messages");
      await page.getByRole("link", { name: "See why, and send again" }).click({ timeout: 500 });
    }).toPass();
    await expect(row).toContainText("Not sent");
    await expect(row).toContainText("The mail server answered: 550 No such mailbox here");
    await row.getByRole("button", { name: "Send again" }).click();
    expect((await letter(address, /You can sign in/)).subject).toBe("You can sign in to the groups now");
    await page.goto("/staff/messages?state=failed");
    await expect(row).toHaveCount(0);
    expect(await mailTo(address)).toHaveLength(1);
  });

  test("adds a colleague, who signs in, and takes the role away, which signs them out", async ({
    page,
    somebody,
  }) => {
    const address = "tove@willowstreet.example";
    await page.goto("/staff/team");
    await page.getByRole("button", { name: "Add them" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "A few things to look at" })).toBeFocused();
    await page.getByLabel("Name").fill("Tove Dahl");
    await page.getByLabel("E-mail address").fill(address);
    await page.getByRole("button", { name: "Add them" }).click();
    await expect(page.getByText("They are on the team")).toBeVisible();
    const tove = await somebody();
    await signInAs(tove, address);
    await expect(tove.getByRole("heading", { level: 1 })).toHaveText("Today");
    await page.getByRole("button", { name: "Take the role away from Tove Dahl" }).click();
    await expect(page.getByRole("row", { name: /Tove Dahl/ })).toHaveCount(0);
    await tove.reload();
    await expect(tove.getByRole("heading", { level: 1 })).not.toHaveText("Today");
  });
});
