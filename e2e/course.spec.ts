import { readFileSync, writeFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import ICAL from "ical.js";
import type { ParsedMail } from "mailparser";
import { courseClinic, databaseFile } from "./support/addresses.ts";
import { emptyDatabase, settingsAt } from "./support/clinic.ts";
import { fillForm } from "./support/group.ts";
import { letter as letterAt, linkIn, mailTo } from "./support/mail.ts";
import type { MailServer } from "./support/mail-server.ts";
import { textOfPdf } from "./support/pdf.ts";
import { keepMail } from "./support/post.ts";
import { query } from "./support/postgres.ts";
import { type Server, startServer } from "./support/program.ts";
import { signInAs } from "./support/sign-in.ts";
import { expect, test } from "./support/test.ts";

// A clinic of its own, which begins empty: the course moves the clock on by months.
test.use({ baseURL: courseClinic.baseUrl });

let clinic: Server;
let mail: MailServer;
let database = "";
test.beforeAll(async () => {
  database = await emptyDatabase(readFileSync(databaseFile, "utf8"), "course");
  mail = await keepMail(courseClinic);
  clinic = await startServer({ ...settingsAt(courseClinic), DATABASE_URL: database }, ["--empty"]);
});
test.afterAll(async () => {
  await clinic?.stop();
  await mail?.stop();
});

const zone = "America/Toronto";
const sam = "sam@willow.example";
const ana = "ana@example.net";
const noor = "noor@example.net";
const kim = "kim@example.com";

/** The Tuesday four weeks before the clocks change, at least two weeks from now. */
const first = (() => {
  const soonest = Temporal.Now.zonedDateTimeISO(zone).add({ weeks: 7 });
  const change = soonest.getTimeZoneTransition("next") ?? soonest;
  const day = change.toPlainDate().subtract({ weeks: 4 });
  return day.add({ days: (9 - day.dayOfWeek) % 7 });
})();
const retreat = 32;
/** Eight weekly sessions, the retreat on the Saturday after the fifth, and two more evenings. */
const planned = [0, 7, 14, 21, 28, retreat, 35, 42, 49, 56, 63].map((days) =>
  first.add({ days }).toPlainDateTime(days === retreat ? "10:00" : "18:30"),
);

test("a whole course, from its program to its certificates", async ({ page, somebody }) => {
  test.setTimeout(240_000);
  const [anas, noors, kims] = [await somebody(), await somebody(), await somebody()];
  let group = "";
  const dates = [...planned];

  await test.step("Sam makes a program of eleven meetings out of the built-in one", async () => {
    await page.goto(String(clinic.said.out.match(/\/welcome\/\S+/)?.[0]));
    await page.getByLabel("Your name").fill("Sam Lindqvist");
    await page.getByLabel("Your e-mail address").fill(sam);
    await page.getByRole("button", { name: "Open the clinic" }).click();
    await expect(heading(page)).toHaveText("Today");
    await page.goto("/staff/programs");
    await page.getByRole("link", { name: "Mindful Self-Compassion", exact: true }).click();
    await page.getByRole("button", { name: "Make a copy to change" }).click();
    for (const title of ["An evening of practice", "Meeting again"]) {
      await page.getByRole("link", { name: "Add a session" }).click();
      await page.getByLabel("Name").fill(title);
      await page.getByLabel("Minutes").fill("120");
      await page.getByRole("button", { name: "Save it" }).click();
      await expect(page.getByRole("heading", { level: 2, name: title })).toBeVisible();
    }
    await page.getByRole("link", { name: "Plan a group" }).click();
  });

  await test.step("and plans a group of it across the change of the clocks", async () => {
    await page.getByLabel("Name of the group").fill("Tuesday evenings");
    await page.getByLabel("First session on").fill(String(first));
    await page.getByLabel("At", { exact: true }).fill("18:30");
    await page.getByLabel("Places", { exact: true }).fill("6");
    await page.getByLabel("Sessions that complete it").fill("9");
    await page.getByRole("button", { name: "Save the group" }).click();
    await expect(heading(page)).toHaveText("Tuesday evenings");
    group = new URL(page.url()).pathname;
    await page.getByRole("button", { name: "Open for enrolment" }).click();
    await expect(page.getByText("open for enrolment", { exact: true })).toBeVisible();
    const offsets = planned.map((local) => local.toZonedDateTime(zone).offset);
    expect(new Set(offsets).size).toBe(2);
  });

  await test.step("a couple and somebody alone enrol, and their calendars have every meeting", async () => {
    const form = group.replace("/staff", "");
    const couple = [
      { name: "Ana Moreau", email: ana },
      { name: "Noor Haddad", email: noor },
    ];
    await fillForm(anas, form, couple);
    await anas.getByRole("button", { name: "Keep two places" }).click();
    await sayYes(anas, ana);
    await sayYes(noors, noor);
    await fillForm(kims, form, [{ name: "Kim Osei", email: kim }]);
    await kims.getByRole("button", { name: "Keep a place" }).click();
    await sayYes(kims, kim);
    for (const address of [ana, noor, kim])
      expect(instantsIn(await letter(address, /You are enrolled/))).toEqual(dates.map(instantOf));
    await signInAs(noors, noor, courseClinic);
    await agrees(noors, dates);
  });

  const evenings = await test.step("materials wait for the end of the first meeting", async () => {
    await page.goto(`${group}/materials?attach=text`);
    const form = page.locator("form", { has: page.getByRole("button", { name: "Attach the text" }) });
    await form.getByLabel("Title").fill("For the week");
    await form.getByLabel("Text", { exact: true }).fill("A hand where it soothes you.");
    await form.getByLabel("Put it into the library").check();
    await form.getByRole("button", { name: "Attach the text" }).click();
    await expect(form.getByText("It is attached.")).toBeVisible();
    await page.goto(`${group}/sessions`);
    const links = page.getByRole("link", { name: /^Attendance, / });
    await expect(links).toHaveCount(dates.length);
    return links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
  });

  const meet = (nth: number, away: string[] = []) =>
    test.step(`meeting ${nth + 1}${away.length > 0 ? `, without ${away.join(" and ")}` : ""}`, async () => {
      setClock(dates[nth], { minutes: 10 });
      await page.goto(String(evenings[nth]));
      await page.getByRole("button", { name: "Everyone is here" }).click();
      for (const name of away)
        await page.getByRole("group", { name, exact: true }).getByRole("button", { name: "Away" }).click();
      await expect(
        page.getByText(`${3 - away.length} here${away.length > 0 ? `, ${away.length} away` : ""}`),
      ).toBeVisible();
      await expect(page.getByText("Saved")).toBeVisible();
    });

  const signInAgain = (nth: number) =>
    test.step("long after they last did, they sign in again", async () => {
      setClock(dates[nth], { minutes: -60 });
      await signInAs(page, sam, courseClinic);
      await signInAs(noors, noor, courseClinic);
      await signInAs(anas, ana, courseClinic);
    });

  await signInAgain(0);
  await meet(0);

  await test.step("they are there after it, taken back, replaced, and there again", async () => {
    const text = noors.getByText("A hand where it soothes you.");
    const open = async () => {
      await noors.goto("/my");
      await noors.locator("summary", { hasText: "Discovering mindful" }).click();
      await noors.getByRole("link", { name: "For the week" }).filter({ visible: true }).last().click();
    };
    await noors.goto("/my");
    await expect(noors.getByText("For the week")).toHaveCount(0);
    setClock(dates[0], { hours: 3 });
    await open();
    await expect(text).toBeVisible();
    const address = noors.url();
    await page.goto(`${group}/materials`);
    await page.getByRole("button", { name: "Take back For the week" }).click();
    await expect(page.getByRole("button", { name: "Release now For the week" })).toBeVisible();
    expect((await noors.goto(address))?.status()).toBe(404);
    await replaceText(page, "For the week", "Both hands, and a breath.");
    await page.goto(`${group}/materials`);
    await page.getByRole("button", { name: "Release now For the week" }).click();
    await expect(page.getByRole("button", { name: "Take back For the week" })).toBeVisible();
    await open();
    await expect(noors.getByText("Both hands, and a breath.")).toBeVisible();
    await expect(text).toHaveCount(0);
  });

  await meet(1);
  await meet(2, ["Noor Haddad"]);
  await meet(3, ["Noor Haddad"]);

  await test.step("who was away finds it all, and nobody counts it at them", async () => {
    setClock(dates[3], { hours: 4 });
    await noors.goto("/my");
    await expect(noors.getByText("You were away. It is all here.").first()).toBeVisible();
    await anas.goto("/my");
    await expect(anas.getByText("You were away.")).toHaveCount(0);
  });

  await meet(4);
  await signInAgain(5);
  await meet(5);

  await test.step("a meeting is moved: one letter, the same event, a higher number", async () => {
    const moved = dates[6]?.add({ days: 1, minutes: 30 }) as Temporal.PlainDateTime;
    await page.goto(String(evenings[6]).replace(/attendance$/, "change"));
    await page.getByLabel("Begins").fill(moved.toString({ smallestUnit: "minute" }));
    await page.getByRole("button", { name: "Move it and tell everyone" }).click();
    await expect(heading(page)).toHaveText("Tuesday evenings");
    dates[6] = moved;
    const before = eventsIn(await letter(kim, /You are enrolled/))[6];
    const event = eventsIn(await tellsOfDates(kim, 1)).find(({ uid }) => uid === before?.uid);
    expect(instantIn(event)).toBe(instantOf(moved));
    expect(Number(event?.sequence)).toBeGreaterThan(Number(before?.sequence));
    await agrees(noors, dates);
  });

  await meet(6);
  await meet(7);

  await test.step("a meeting is cancelled, and calendars forget it", async () => {
    await page.goto(String(evenings[8]).replace(/attendance$/, "change"));
    await page.getByLabel("Why").fill("Sam is at a funeral.");
    await page.getByRole("button", { name: "Cancel this session and tell everyone" }).click();
    await expect(page.getByText("Sam is at a funeral.")).toBeVisible();
    const told = await tellsOfDates(kim, 2);
    expect(told.text).toContain("Sam is at a funeral.");
    expect(calendarsIn(told).map((one) => one.getFirstPropertyValue("method"))).toContain("CANCEL");
    await agrees(noors, dates, 8);
  });

  await meet(9);
  await signInAgain(10);
  await meet(10);

  await test.step("a meeting made up counts, and everybody has their certificate", async () => {
    setClock(dates[10], { hours: 4 });
    const certificate = noors.getByRole("link", { name: /certificate/i });
    await noors.goto("/my");
    await expect(noors.getByText("That was the last session")).toBeVisible();
    await expect(certificate).toHaveCount(0);
    await page.goto(String(evenings[2]));
    await page.getByText("More, or a note on Noor Haddad").click();
    await page
      .getByRole("group", { name: "Noor Haddad, made it up" })
      .getByRole("button", { name: /call/i })
      .click();
    await expect(page.getByText("Saved")).toBeVisible();
    for (const [browser, name] of [
      [noors, "Noor Haddad"],
      [anas, "Ana Moreau"],
    ] as const) {
      await browser.goto("/my");
      const link = browser.getByRole("link", { name: /certificate/i });
      const file = await browser.request.get(String(await link.getAttribute("href")));
      expect(file.headers()["content-type"]).toBe("application/pdf");
      const words = await textOfPdf(await file.body());
      expect(words).toContain(name);
      expect(words).not.toContain(name === "Noor Haddad" ? "Ana" : "Noor");
    }
  });
});

const letter = (address: string, words: RegExp) => letterAt(address, words, courseClinic);

function heading(page: Page): Locator {
  return page.getByRole("heading", { level: 1 });
}

/** Says yes by one's own link, where that is still to do. */
async function sayYes(page: Page, address: string): Promise<void> {
  await page.goto(linkIn(await letter(address, /say yes|kept until/), /\/place\//));
  await page.getByRole("button", { name: "Yes, I'm coming" }).click();
  await expect(heading(page)).toHaveText(/^You (are enrolled|have said yes)$/);
}

/** The `nth` letter about dates to an address; there are as many as changes, and no more. */
async function tellsOfDates(address: string, nth: number): Promise<ParsedMail> {
  const found = async () =>
    (await mailTo(address, courseClinic)).filter(
      ({ attachments, subject }) => attachments.length > 0 && !/enrolled/.test(String(subject)),
    );
  const count = async () => {
    // It waits some minutes for more changes, by the queue's own clock.
    await query(database, "UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at > now()");
    return (await found()).length;
  };
  await expect.poll(count, { timeout: 20_000 }).toBe(nth);
  return (await found()).at(-1) as ParsedMail;
}

/** Every instant of somebody's own calendar is the one that their page says. */
async function agrees(page: Page, dates: Temporal.PlainDateTime[], cancelled?: number): Promise<void> {
  await page.goto("/my");
  const place = new URL(page.url()).pathname;
  await page.goto(`${place}/subscribe`);
  const address = await page.getByLabel("Its address").inputValue();
  const feed = new ICAL.Component(ICAL.parse(await (await page.request.get(address)).text()));
  const events = feed.getAllSubcomponents("vevent");
  const held = events.filter((event) => event.getFirstPropertyValue("status") !== "CANCELLED");
  const instants = held.map((event) => instantIn(new ICAL.Event(event))).toSorted();
  const expected = dates.filter((_, nth) => nth !== cancelled);
  expect(instants).toEqual(expected.map(instantOf).toSorted());
  expect(events.length - held.length).toBe(cancelled === undefined ? 0 : 1);
  await page.goto(`${place}/dates`);
  const rows = page.getByRole("main").getByRole("listitem");
  await expect(rows).toHaveCount(dates.length);
  for (const instant of instants) await expect(rows.filter({ hasText: inWords(instant) })).toHaveCount(1);
}

async function replaceText(page: Page, title: string, text: string): Promise<void> {
  await page.goto("/staff/library");
  await page.getByRole("link", { name: title }).click();
  await page.getByLabel("Text", { exact: true }).fill(text);
  await page.getByRole("button", { name: /new version/i }).click();
  await expect(page.getByText(text).first()).toBeVisible();
}

function calendarsIn(message: ParsedMail): ICAL.Component[] {
  return message.attachments
    .filter(({ contentType }) => contentType === "text/calendar")
    .map(({ content }) => new ICAL.Component(ICAL.parse(String(content))));
}

function eventsIn(message: ParsedMail): ICAL.Event[] {
  return calendarsIn(message)
    .flatMap((calendar) => calendar.getAllSubcomponents("vevent"))
    .map((event) => new ICAL.Event(event));
}

function instantsIn(message: ParsedMail): string[] {
  return eventsIn(message).map(instantIn);
}

function instantIn(event: ICAL.Event | undefined): string {
  return String(Temporal.Instant.fromEpochMilliseconds(Number(event?.startDate.toUnixTime()) * 1000));
}

function instantOf(local: Temporal.PlainDateTime): string {
  return local.toZonedDateTime(zone).toInstant().toString();
}

/** "Tuesday 9 February, 6:30 pm". */
function inWords(instant: string): string {
  const at = new Date(instant);
  const day = at.toLocaleString("en-GB", { timeZone: zone, weekday: "long", day: "numeric", month: "long" });
  return `${day}, ${at.toLocaleString("en-GB", { timeZone: zone, hour: "numeric", minute: "2-digit", hour12: true })}`;
}

function setClock(start: Temporal.PlainDateTime | undefined, later: Temporal.DurationLike): void {
  const then = start?.toZonedDateTime(zone).add(later);
  writeFileSync(courseClinic.clockFile, String((then?.epochMilliseconds ?? 0) - Date.now()));
}
