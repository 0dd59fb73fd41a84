import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page, Response } from "@playwright/test";
import ICAL from "ical.js";
import type { ParsedMail } from "mailparser";
import { createTransport } from "nodemailer";
import { aHandout } from "#lib/testing/demo-files.ts";
import { aWav } from "#lib/testing/wav.ts";
import { checkLooks } from "./support/accessible.ts";
import { databaseFile, storyClinic } from "./support/addresses.ts";
import { emptyDatabase, settingsAt } from "./support/clinic.ts";
import { fillForm } from "./support/group.ts";
import { letter as letterAt, linkIn, mailTo } from "./support/mail.ts";
import type { MailServer } from "./support/mail-server.ts";
import { keepMail } from "./support/post.ts";
import { type Server, startServer } from "./support/program.ts";
import { askForLink, signInAs } from "./support/sign-in.ts";
import { expect, test } from "./support/test.ts";

// A clinic of its own, which begins empty: the story moves the clock on.
test.use({ baseURL: storyClinic.baseUrl });

let clinic: Server;
let mail: MailServer;
test.beforeAll(async () => {
  const DATABASE_URL = await emptyDatabase(readFileSync(databaseFile, "utf8"), "story");
  const settings = settingsAt(storyClinic);
  mail = await keepMail(storyClinic);
  clinic = await startServer({ ...settings, DATABASE_URL }, ["--empty"]);
});
test.afterAll(async () => {
  await clinic?.stop();
  await mail?.stop();
});

const alex = "alex@willow.example";
const sam = "sam@willow.example";
const sabine = "sabine.quillon@example.net";
const lior = "lior.b@example.net";

const zone = "America/Toronto";
const first = nextMonday(Temporal.Now.plainDateISO(zone).add({ weeks: 2 }));
const skipped = first.add({ weeks: 2 });
/** 8 weekly sessions past the date to skip, and the retreat on the Saturday after the fifth. */
const sessions = [0, 7, 21, 28, 35, 40, 42, 49, 56].map((days) =>
  first.add({ days }).toPlainDateTime(days === 40 ? "10:00" : "18:30"),
);

test("from a raw e-mail to the played recording", async ({ page, somebody }) => {
  test.setTimeout(150_000);
  const admin = await somebody();
  const sabines = await somebody();
  const liors = await somebody();
  let cohortPath = "";

  await test.step("the first admin opens the clinic and adds a facilitator", async () => {
    await admin.goto(String(clinic.said.out.match(/\/welcome\/\S+/)?.[0]));
    await checkLooks(admin);
    await admin.getByLabel("Your name").fill("Alex Tremblay");
    await admin.getByLabel("Your e-mail address").fill(alex);
    await admin.getByRole("button", { name: "Open the clinic" }).click();
    await expect(heading(admin)).toHaveText("Today");
    await admin.goto("/staff/team");
    await admin.getByLabel("Name").fill("Sam Lindqvist");
    await admin.getByLabel("E-mail address").fill(sam);
    await admin.getByRole("button", { name: "Add them" }).click();
    await expect(admin.getByRole("row", { name: /Sam Lindqvist/ })).toBeVisible();
    expect((await letter(sam, /You can sign in/)).text).toContain("/sign-in");
  });

  await test.step("Sam signs in with the link in a message and plans a group", async () => {
    await signInAs(page, sam, storyClinic);
    await page.goto("/staff/cohorts/new");
    await page.getByLabel("Name of the group").fill("Monday evenings");
    await page.getByLabel("First session on").fill(first.toString());
    await page.getByLabel("At", { exact: true }).fill("18:30");
    await page.getByLabel("Dates to skip").fill(skipped.toString());
    await page.getByLabel("Places", { exact: true }).fill("2");
    await page.getByLabel("Place (optional)").fill("Willow Street, second floor");
    await page.getByRole("button", { name: "Show the dates" }).click();
    const dates = page.getByRole("status").getByRole("listitem");
    await expect(dates).toHaveCount(sessions.length);
    for (const [index, start] of sessions.entries()) {
      const when = dates.nth(index).locator("input[type=datetime-local]");
      await expect(when).toHaveValue(start.toString({ smallestUnit: "minute" }));
    }
    await page.getByRole("button", { name: "Save the group" }).click();
    await expect(heading(page)).toHaveText("Monday evenings");
    cohortPath = new URL(page.url()).pathname;
  });

  await test.step("opened, the group is on the public list, with a page of its own", async () => {
    const group = sabines.getByRole("article").filter({ hasText: "Monday evenings" });
    await sabines.goto("/");
    await expect(group).toHaveCount(0);
    await page.getByRole("button", { name: "Open for enrolment" }).click();
    await expect(page.getByText("open for enrolment", { exact: true })).toBeVisible();
    await eventually(sabines, "/", group);
    await expect(group).toContainText("Mondays, 6:30 to 9:00 pm, Toronto time");
    await expect(group).toContainText("With Sam Lindqvist");
    await group.getByRole("link", { name: "Monday evenings", exact: true }).click();
    await expect(sabines.getByRole("listitem").filter({ hasText: /Retreat/ })).toContainText(
      inWords(sessions[5]),
    );
  });

  const joinPath = await test.step("an ordinary e-mail becomes an inquiry, and gets one answer", async () => {
    const raw = readFileSync(join(import.meta.dirname, "fixtures/partner-in-the-text.eml"));
    const post = createTransport({ host: "127.0.0.1", port: storyClinic.mailInPort, ignoreTLS: true });
    const envelope = { from: "squillon@corp.example.com", to: ["groups@clinic.example.org"] };
    await post.sendMail({ envelope, raw });
    const answer = await letter(sabine, /your message has arrived/);
    // The same message once more, as mail servers do: it is stored once and answered once.
    await post.sendMail({ envelope, raw });
    await eventually(admin, "/staff/inbox", admin.getByRole("link", { name: /Sabine Quillon/ }));
    await admin.getByRole("link", { name: /Sabine Quillon/ }).click();
    const read = admin.getByRole("region").or(admin.locator("section")).filter({ hasText: "What we read" });
    await expect(read).toContainText("Lior Benamou");
    await expect(read).toContainText(lior);
    expect(await mailTo(sabine, storyClinic)).toHaveLength(1);
    expect(await mailTo(lior, storyClinic)).toHaveLength(0);
    return linkIn(answer, /\/join\//);
  });

  const kept =
    await test.step("its link opens the form with both filled in, and two places are kept", async () => {
      await sabines.goto(joinPath);
      await expect(sabines.getByLabel("Me and my partner", { exact: true })).toBeChecked();
      await expect(sabines.getByLabel("Your name")).toHaveValue("Sabine Quillon");
      await expect(sabines.getByLabel("Your e-mail")).toHaveValue(sabine);
      await expect(sabines.getByLabel("Your partner's name")).toHaveValue("Lior Benamou");
      await expect(sabines.getByLabel("Your partner's e-mail")).toHaveValue(lior);
      await sabines.getByRole("button", { name: "Keep two places" }).click();
      await expect(heading(sabines)).toHaveText("You have said yes");
      const words = await sabines.getByText(/We wait for Lior, until/).textContent();
      return String(words?.match(/until (.*), Toronto time/)?.[1]);
    });

  await test.step("the partner opens their own link, and says yes; both get all dates", async () => {
    const asked = await letter(lior, /Please say yes for yourself/);
    expect(asked.text).toContain(kept);
    expect(asked.text).not.toContain(sabine);
    await liors.goto(linkIn(asked, /\/place\//));
    await expect(heading(liors)).toHaveText("We keep two places for you");
    await expect(liors.getByText(kept)).toBeVisible();
    await liors.getByRole("button", { name: "Yes, I'm coming" }).click();
    await expect(heading(liors)).toHaveText("You are enrolled");
    const instants = sessions.map((start) => start.toZonedDateTime(zone).toInstant().toString());
    for (const address of [sabine, lior]) {
      expect(startsIn(await letter(address, /You are enrolled/))).toEqual(instants);
    }
    await sabines.reload();
    await expect(heading(sabines)).toHaveText("You are enrolled");
  });

  const mika =
    await test.step("a couple meets a full group, and joins the waitlist; so does somebody alone", async () => {
      const mika = await somebody();
      const wait = mika.getByRole("link", { name: /^Join the waitlist.*Monday evenings/ });
      await eventually(mika, "/", wait);
      await wait.click();
      await mika.getByLabel("Me and my partner", { exact: true }).check();
      await mika.getByLabel("Your name").fill("Mika Aalto");
      await mika.getByLabel("Your e-mail").fill("mika@example.com");
      await mika.getByLabel("Your partner's name").fill("Dov Adler");
      await mika.getByLabel("Your partner's e-mail").fill("dov@example.com");
      await mika.getByRole("button", { name: "Join the waitlist" }).click();
      await expect(heading(mika)).toHaveText("You are in line");
      await expect(mika.getByText("You are the first in line.")).toBeVisible();
      const kim = await somebody();
      await kim.goto(`${cohortPath.replace("/staff", "")}/join`);
      await kim.getByLabel("Just me").check();
      await kim.getByLabel("Your name").fill("Kim Osei");
      await kim.getByLabel("Your e-mail").fill("kim@example.com");
      await kim.getByRole("button", { name: "Join the waitlist" }).click();
      await expect(kim.getByText("Ahead of you are 2 people in 1 party.")).toBeVisible();
      await mika.goto(linkIn(await letter("mika@example.com", /You are in line/), /\/place\//));
      return mika;
    });

  await test.step("a chair is added: it is saved for the couple, and staff and Kim see why", async () => {
    await page.reload();
    await expect(page.getByText("Mika Aalto and Dov Adler", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Add a chair" }).click();
    await expect(
      page.getByText("One place is free, saved for Mika Aalto and Dov Adler, who need 2"),
    ).toBeVisible();
    const kim = await somebody();
    await kim.goto(linkIn(await letter("kim@example.com", /You are in line/), /\/place\//));
    await expect(heading(kim)).toHaveText("You are in line");
    await expect(kim.getByText("they are saved while enough may still come free")).toBeVisible();
    await kim.getByRole("link", { name: "Leave the waitlist" }).click();
    await kim.getByRole("button", { name: "Leave the line" }).click();
    await expect(heading(kim)).toHaveText("You gave up your place");
    await page.getByRole("button", { name: "Add a chair" }).click();
  });

  await test.step("the couple is offered two places by mail, and each says yes by their own link", async () => {
    const mikas = await letter("mika@example.com", /2 places are kept for you until/);
    const dovs = await letter("dov@example.com", /2 places are kept for you until/);
    const dov = await somebody();
    await mika.goto(linkIn(mikas, /\/place\//));
    await expect(heading(mika)).toHaveText("There are two places for you");
    await mika.getByRole("button", { name: "Yes, I'm coming" }).click();
    await expect(mika.getByText(/We wait for Dov/)).toBeVisible();
    await dov.goto(linkIn(dovs, /\/place\//));
    await dov.getByRole("button", { name: "Yes, I'm coming" }).click();
    await expect(heading(dov)).toHaveText("You are enrolled");
    await letter("mika@example.com", /You are enrolled/);
  });

  const kit = await test.step("somebody else is kept a place, and does not answer", async () => {
    const kit = await somebody();
    await page.reload();
    await page.getByRole("button", { name: "Add a chair" }).click();
    await expect(page.getByText("place free", { exact: true })).toBeVisible();
    await fillForm(kit, cohortPath.replace("/staff", ""), [{ name: "Kit Moe", email: "kit@example.com" }]);
    await kit.getByRole("button", { name: "Keep a place" }).click();
    await kit.goto(linkIn(await letter("kit@example.com", /kept until/), /\/place\//));
    await expect(heading(kit)).toHaveText("We keep a place for you");
    return kit;
  });

  await test.step("on a phone, one tap each for attendance, and a note", async () => {
    setClock(sessions[0], { minutes: 10 });
    await kit.reload();
    await expect(heading(kit)).toHaveText("The time to answer has passed");
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/staff");
    await page.getByRole("link", { name: /^Attendance, Discovering mindful/ }).click();
    const tap = (who: string, what: string) =>
      page.getByRole("group", { name: who }).getByRole("button", { name: what });
    await tap("Sabine Quillon", "Here").click();
    await tap("Lior Benamou", "Late").click();
    await tap("Mika Aalto", "Said").click();
    await tap("Dov Adler", "Away").click();
    await expect(page.getByText("Saved")).toBeVisible();
    await page.getByText("More, or a note on Lior Benamou").click();
    await page.getByRole("textbox").fill("The tram was late.");
    await page.getByRole("button", { name: "Keep the note" }).filter({ visible: true }).click();
    await expect(page.getByText("The tram was late.").first()).toBeVisible();
    await page.reload();
    for (const [who, what] of [
      ["Sabine Quillon", "Here"],
      ["Lior Benamou", "Late"],
      ["Mika Aalto", "Said"],
      ["Dov Adler", "Away"],
    ] as const) {
      await expect(tap(who, what)).toHaveAttribute("aria-pressed", "true");
    }
    await expect(page.getByText("1 here, 1 late, 1 away, 1 said ahead")).toBeVisible();
    await expect(page.getByText("The tram was late.").first()).toBeVisible();
  });

  await test.step("Sam attaches a recording, a handout and a text to the first session", async () => {
    await page.getByRole("link", { name: "Materials" }).click();
    await attach(page, "recording", "A soft landing", {
      name: "landing.wav",
      mimeType: "audio/wav",
      buffer: Buffer.from(aWav(480)),
    });
    const handout = aHandout("What to remember");
    await attach(page, "handout", "What to remember", {
      name: handout.name,
      mimeType: handout.type,
      buffer: Buffer.from(await handout.arrayBuffer()),
    });
    await attach(page, "text", "For the week", "Once a day, put a hand where it soothes you.");
    // With the two practices that the program begins with.
    const session = page.getByRole("listitem").filter({
      has: page.getByRole("heading", { name: "Discovering mindful self-compassion" }),
    });
    await expect(session.getByText(/^Appears when the session ends/)).toHaveCount(5);
  });

  await test.step("the partner signs in with six digits, and nothing is there before the session ends", async () => {
    const message = await askForLink(liors, lior, storyClinic);
    await liors
      .getByLabel("The six digits from the message")
      .fill(String(message.text?.match(/\b\d{3} ?\d{3}\b/)));
    await liors.getByRole("button", { name: "Sign in" }).click();
    await liors.waitForURL(/\/my\//);
    await expect(heading(liors)).toHaveText("Monday evenings");
    await expect(liors.getByText("A soft landing")).toHaveCount(0);
  });

  await test.step("when it has ended, the recording plays and seeks, and the handout and text are there", async () => {
    setClock(sessions[0], { hours: 3 });
    await liors.reload();
    await expect(liors.getByText("A soft landing").first()).toBeVisible();
    await expect(liors.getByText("Next, in 7 days")).toBeVisible();
    await liors.getByText("1 recording, 1 handout, 3 readings").click();
    await liors.getByRole("link", { name: "For the week" }).click();
    await expect(liors.getByText("Once a day, put a hand where it soothes you.")).toBeVisible();
    await liors.goBack();
    await liors.getByText("1 recording, 1 handout, 3 readings").click();
    await liors.getByRole("link", { name: "What to remember" }).click();
    const download = liors.waitForEvent("download");
    await liors.getByRole("link", { name: "Download the handout" }).click();
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
    await liors.goBack();
    await liors.getByText("1 recording, 1 handout, 3 readings").click();
    await playsAndSeeks(liors, liors.getByRole("link", { name: "A soft landing" }).last());
  });

  await test.step("an admin sees every message, in and out, and how far it has come", async () => {
    await admin.goto("/staff/messages?direction=incoming");
    await expect(admin.getByRole("row", { name: /From Sabine Quillon/ })).toHaveCount(1);
    await expect(admin.getByRole("row", { name: /From Sabine Quillon/ })).toContainText("Read");
    await admin.goto("/staff/messages?direction=outgoing");
    // Every few minutes people are told what is new: this may be such a minute.
    const toLior = admin
      .getByRole("row", { name: /To Lior Benamou/ })
      .filter({ hasNotText: "There is something new" });
    await expect(toLior).toHaveCount(3);
    await expect(toLior.getByText("Sent", { exact: true })).toHaveCount(3);
    await admin.goto("/staff/messages?state=failed");
    await expect(admin.getByText("No messages here")).toBeVisible();
  });
});

const letter = (address: string, words: RegExp) => letterAt(address, words, storyClinic);

function heading(page: Page): Locator {
  return page.getByRole("heading", { level: 1 });
}

/** Public pages hear of a change within two seconds; mail comes when it comes. */
async function eventually(page: Page, path: string, there: Locator): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    await expect(there).not.toHaveCount(0, { timeout: 250 });
  }).toPass({ timeout: 10_000 });
}

async function attach(
  page: Page,
  kind: "recording" | "handout" | "text",
  title: string,
  content: string | { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await page.getByRole("link", { name: `A ${kind}` }).click();
  const form = page.locator("form", { has: page.getByRole("button", { name: `Attach the ${kind}` }) });
  await form.getByLabel("Title").fill(title);
  await form
    .getByLabel("Session", { exact: true })
    .selectOption({ label: `Discovering mindful self-compassion, ${inWords(sessions[0])}` });
  if (typeof content === "string") await form.getByLabel("Text", { exact: true }).fill(content);
  else await form.getByLabel(/ file$/).setInputFiles(content);
  await form.getByRole("button", { name: `Attach the ${kind}` }).click();
  await expect(form.getByText("It is attached.")).toBeVisible();
}

async function playsAndSeeks(page: Page, link: Locator): Promise<void> {
  const parts: Response[] = [];
  page.on("response", (response) => response.status() === 206 && parts.push(response));
  await link.click();
  const audio = page.getByLabel("A soft landing");
  await audio.focus();
  await page.keyboard.press("Space");
  const time = () => audio.evaluate((element: HTMLAudioElement) => element.currentTime);
  await expect.poll(time).toBeGreaterThan(0.2);
  await audio.evaluate((element: HTMLAudioElement) => {
    element.currentTime = 470;
  });
  await expect.poll(time).toBeGreaterThan(470.2);
  const ranges = await Promise.all(parts.map((part) => part.headerValue("content-range")));
  expect(ranges.some((range) => range && !range.startsWith("bytes 0-"))).toBe(true);
}

function startsIn(message: ParsedMail): string[] {
  const file = message.attachments.find(({ contentType }) => contentType === "text/calendar");
  return new ICAL.Component(ICAL.parse(String(file?.content)))
    .getAllSubcomponents("vevent")
    .map((event) =>
      Temporal.Instant.fromEpochMilliseconds(new ICAL.Event(event).startDate.toUnixTime() * 1000).toString(),
    );
}

function setClock(start: Temporal.PlainDateTime | undefined, later: Temporal.DurationLike): void {
  const then = start?.toZonedDateTime(zone).add(later);
  writeFileSync(storyClinic.clockFile, String((then?.epochMilliseconds ?? 0) - Date.now()));
}

/** "Monday 7 December". */
function inWords(start: Temporal.PlainDateTime | undefined): string {
  return String(start?.toLocaleString("en-GB", { weekday: "long", day: "numeric", month: "long" }));
}

function nextMonday(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.add({ days: (8 - day.dayOfWeek) % 7 });
}
