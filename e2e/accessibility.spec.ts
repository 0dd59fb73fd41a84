import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { checkLooks } from "./support/accessible.ts";
import { signedIn } from "./support/addresses.ts";
import { openCohort } from "./support/group.ts";
import { letter, linkIn } from "./support/mail.ts";
import { expect, test } from "./support/test.ts";

type Visit = {
  as?: "admin" | "facilitator" | "participant";
  open: (page: Page) => Promise<unknown>;
};

/** A page, or several states of it, by the folder of its page.tsx. */
const visits: Record<string, Visit[]> = {
  "(public)": [at("/")],
  "(public)/privacy": [at("/privacy")],
  "(public)/practices": [at("/practices")],
  "(public)/practices/[slug]": [at("/practices/when-needs-clash"), at("/practices/none")],
  "(public)/cohorts/[cohortId]": [{ open: openGroup }, at("/cohorts/none")],
  "(public)/cohorts/[cohortId]/join": [
    { open: openForm },
    {
      async open(page) {
        await openForm(page);
        await page.getByLabel("Me and my partners").check();
        await page.getByText("Add another person").first().click();
        await page.getByRole("button", { name: "Keep our places" }).click();
        await complaint(page);
      },
    },
  ],
  "(public)/interest": [
    at("/interest"),
    {
      async open(page) {
        await page.goto("/interest");
        await page.getByLabel("Me and my partners").check();
        await page.getByRole("button", { name: "Join the interest list" }).click();
        await complaint(page);
      },
    },
    at("/interest?joined"),
  ],
  "(public)/join/[token]": [
    {
      open: async (page) => page.goto(linkIn(await letter("mara.l@example.com", /has arrived/), /\/join\//)),
    },
    at("/join/none"),
  ],
  "(public)/kept/[formToken]": [
    {
      async open(page) {
        await openForm(page);
        await page.getByLabel("Just me").check();
        await page.getByLabel("Your name").fill("Ada Lovell");
        await page.getByLabel("Your e-mail").fill("ada.lovell@example.com");
        await page.getByRole("button", { name: "Keep a place" }).click();
        await page.waitForURL(/\/kept\//);
      },
    },
  ],
  "(public)/place/[token]": [
    placeOf("theo.laurent@example.org"),
    placeOf("ines.duarte@example.org"),
    placeOf("rosa.delgado@example.org"),
    placeOf("yara.haddad@example.org"),
    placeOf("selin.arslan@example.org"),
    at("/place/none"),
  ],
  "(public)/place/[token]/also": [placeOf("yara.haddad@example.org", "/also")],
  "(public)/place/[token]/apart": [placeOf("theo.laurent@example.org", "/apart")],
  "(public)/place/[token]/fewer": [placeOf("yara.haddad@example.org", "/fewer")],
  "(public)/place/[token]/partner": [
    placeOf("theo.laurent@example.org", "/partner"),
    {
      async open(page) {
        await placeOf("theo.laurent@example.org", "/partner").open(page);
        await page.getByRole("button", { name: "Ask them" }).click();
        await complaint(page);
      },
    },
  ],
  "(public)/place/[token]/reminders": [placeOf("rosa.delgado@example.org", "/reminders")],
  "(public)/place/[token]/leave": [placeOf("theo.laurent@example.org", "/leave")],
  "sign-in": [
    at("/sign-in"),
    {
      async open(page) {
        await page.goto("/sign-in");
        await page.getByRole("button", { name: "Send me a link" }).click();
        await complaint(page);
      },
    },
    {
      async open(page) {
        await page.goto("/sign-in");
        await page.getByLabel("Your e-mail address").fill("nobody@example.com");
        await page.getByRole("button", { name: "Send me a link" }).click();
        await page.getByLabel("The six digits from the message").fill("1");
        await page.getByRole("button", { name: "Sign in" }).click();
        await complaint(page);
      },
    },
  ],
  "sign-in/[token]": [at("/sign-in/none")],
  // Only a clinic that begins empty has it: looked at in story.spec.ts.
  "welcome/[token]": [],
  account: [at("/account", "participant"), at("/account", "admin")],
  my: [at("/my", "participant")],
  "my/[memberId]": [
    {
      as: "participant",
      async open(page) {
        await page.goto("/my");
        await page.locator("summary").first().click();
      },
    },
    at("/my/none", "participant"),
  ],
  "my/kept": [at("/my/kept")],
  "my/[memberId]/dates": [myPlace("All dates")],
  "my/[memberId]/leave": [myPlace("Leave the group")],
  "my/[memberId]/make-up": [myPlace("Come to another group")],
  "my/[memberId]/people": [myPlace("Who is in the group")],
  "my/[memberId]/questions": [
    {
      as: "participant",
      async open(page) {
        await myPlace("Ask your facilitators").open(page);
        await page.getByRole("button", { name: "Ask" }).click();
        await complaint(page);
      },
    },
  ],
  "my/[memberId]/reflections": [
    {
      as: "participant",
      async open(page) {
        await myPlace("For yourself").open(page);
        await page.getByRole("button", { name: "Keep it" }).click();
        await complaint(page);
      },
    },
  ],
  "my/[memberId]/reflections/[reflectionId]": [
    {
      as: "participant",
      async open(page) {
        await myPlace("For yourself").open(page);
        await page.getByLabel("What would you like to keep?").fill("It was quieter today.");
        await page.getByRole("button", { name: "Keep it" }).click();
        await page
          .getByRole("link", { name: /^Change or delete/ })
          .first()
          .click();
        await page.getByLabel("What you wrote").waitFor();
      },
    },
  ],
  "my/[memberId]/reminders": [
    {
      as: "participant",
      async open(page) {
        await page.goto("/my");
        await page.waitForURL(/\/my\/./);
        await page.goto(`${page.url()}/reminders`);
      },
    },
  ],
  "my/[memberId]/subscribe": [
    {
      as: "participant",
      async open(page) {
        await page.goto("/my");
        await page.getByRole("link", { name: "Keep my calendar up to date" }).click();
        await page.getByRole("heading", { level: 1, name: "Your calendar" }).waitFor();
      },
    },
  ],
  "my/materials/[materialId]": [
    { as: "participant", open: (page) => openMaterial(page, /guided practice/) },
    { as: "participant", open: (page) => openMaterial(page, /what to remember/) },
    {
      as: "participant",
      open: (page) => openMaterial(page, /^(Giving, and receiving too|Meeting a difficult feeling)$/),
    },
  ],
  "staff/cohorts/[cohortId]/questions": [cohort("Autumn Tuesdays", "Questions")],
  staff: [at("/staff", "facilitator"), at("/staff", "admin")],
  "staff/cohorts": [at("/staff/cohorts", "admin")],
  "staff/cohorts/new": [
    at("/staff/cohorts/new", "admin"),
    {
      as: "facilitator",
      async open(page) {
        await page.goto("/staff/cohorts/new");
        await page.getByRole("button", { name: "Save the group" }).click();
        await complaint(page);
      },
    },
    {
      as: "facilitator",
      async open(page) {
        await page.goto("/staff/cohorts/new");
        await page.getByLabel("Name of the group").fill("Spring");
        await page.getByLabel("First session on").fill("2027-04-05");
        await page.getByRole("button", { name: "Show the dates" }).click();
        await page.getByText("The dates", { exact: true }).waitFor();
      },
    },
  ],
  "staff/cohorts/[cohortId]": [
    cohort("Winter evenings"),
    cohort("Saturday mornings"),
    cohort("Autumn Tuesdays"),
  ],
  "staff/cohorts/[cohortId]/invite": [
    cohort("Winter evenings", "Invite"),
    cohort("Autumn Tuesdays", "Invite"),
  ],
  "staff/cohorts/[cohortId]/cancel": [
    {
      as: "admin",
      async open(page) {
        await cohort("Winter evenings", "Settings").open(page);
        await page.getByRole("link", { name: "Cancel the group" }).click();
        await page.getByRole("button", { name: /^Cancel the group and tell/ }).click();
        await complaint(page);
      },
    },
  ],
  "staff/cohorts/[cohortId]/settings": [cohort("Winter evenings", "Settings")],
  "staff/cohorts/[cohortId]/people/[enrollmentId]/move": [
    {
      as: "admin",
      async open(page) {
        await cohort("Winter evenings", "People").open(page);
        await page
          .getByRole("link", { name: /^Move .* to another group$/ })
          .first()
          .click();
        await page.getByRole("button", { name: /^Move / }).click();
        await complaint(page);
      },
    },
  ],
  "staff/cohorts/[cohortId]/people": [cohort("Winter evenings", "People")],
  "staff/cohorts/[cohortId]/attendance": [cohort("Autumn Tuesdays", "Attendance")],
  "staff/cohorts/[cohortId]/sessions": [cohort("Winter evenings", "Sessions")],
  "staff/cohorts/[cohortId]/materials": [
    cohort("Autumn Tuesdays", "Materials"),
    {
      as: "admin",
      async open(page) {
        await cohort("Autumn Tuesdays", "Materials").open(page);
        await page.getByText("Change when").filter({ visible: true }).first().click();
        await page.getByRole("link", { name: "A recording" }).click();
        await page.getByRole("button", { name: "Attach the recording" }).click();
        await complaint(page);
      },
    },
    {
      as: "admin",
      async open(page) {
        await cohort("Autumn Tuesdays", "Materials").open(page);
        await page.getByText("Change when").filter({ visible: true }).first().click();
        await page.getByLabel("It appears").last().selectOption("At a date and time");
        await page.getByLabel("On", { exact: true }).last().waitFor();
      },
    },
  ],
  "staff/cohorts/[cohortId]/write": [
    {
      as: "admin",
      async open(page) {
        await cohort("Autumn Tuesdays", "Write").open(page);
        await page.getByLabel("One person").check();
        await page.getByRole("button", { name: "See it as they will" }).click();
        await complaint(page);
      },
    },
  ],
  "staff/cohorts/[cohortId]/write/[announcementId]": [
    {
      as: "admin",
      async open(page) {
        await cohort("Autumn Tuesdays", "Write").open(page);
        await page.getByRole("link", { name: "Before we meet again" }).click();
        await page.getByRole("button", { name: "See it as they will" }).click();
        await page.getByRole("button", { name: "Send it then" }).click();
        await complaint(page);
      },
    },
  ],
  "staff/inbox": [
    at("/staff/inbox", "admin"),
    at("/staff/inbox?state=later", "admin"),
    at("/staff/inbox?q=tuesday", "admin"),
  ],
  "staff/inbox/answers": [
    {
      as: "admin",
      async open(page) {
        await page.goto("/staff/inbox/answers");
        await page.getByRole("link", { name: "Change or delete" }).first().click();
        await page.getByLabel("Name", { exact: true }).fill("");
        await page.getByRole("button", { name: "Save the change" }).click();
        await complaint(page);
      },
    },
  ],
  "staff/inbox/[threadId]": [
    {
      as: "admin",
      async open(page) {
        await page.goto("/staff/inbox");
        await page.getByRole("link", { name: /Mara Lindholm/ }).click();
        await page.getByRole("heading", { name: "What we read" }).waitFor();
      },
    },
    {
      as: "admin",
      async open(page) {
        await page.goto("/staff/inbox?q=mara");
        await page.getByRole("link", { name: /Mara Lindholm/ }).click();
        for (const folded of ["Correct it", "Put it off", "Say who else it is about", "Keys for this page"])
          await page.locator("summary").filter({ hasText: folded }).click();
        await page.getByRole("button", { name: "Send the answer" }).click();
        await complaint(page);
      },
    },
  ],
  "staff/interest": [at("/staff/interest", "admin")],
  "staff/cohorts/[cohortId]/materials/preview": [
    {
      as: "facilitator",
      async open(page) {
        await cohort("Autumn Tuesdays", "Materials").open(page);
        await page.getByRole("link", { name: "See it as a participant" }).click();
        await page.getByLabel("As", { exact: true }).selectOption("Noor Haddad");
        await page.getByRole("button", { name: "Show" }).click();
        await page.getByRole("heading", { name: "What Noor Haddad sees" }).waitFor();
      },
    },
  ],
  "staff/library": [at("/staff/library", "facilitator"), at("/staff/library?q=nothing+like+it", "admin")],
  "staff/library/new": [
    {
      as: "facilitator",
      async open(page) {
        await page.goto("/staff/library/new");
        await page.getByRole("button", { name: "Add it to the library" }).click();
        await complaint(page);
      },
    },
  ],
  "staff/library/[materialId]": [
    {
      as: "facilitator",
      async open(page) {
        await page.goto("/staff/library?q=soothing");
        await page.getByRole("link", { name: "Soothing touch" }).click();
        await page.getByRole("heading", { name: "Versions" }).waitFor();
      },
    },
  ],
  "staff/mails": [at("/staff/mails", "facilitator")],
  "staff/mails/[template]": [at("/staff/mails/offer", "facilitator")],
  "(public)/unsubscribe/[token]": [at("/unsubscribe/an-old-link")],
  "staff/messages": [at("/staff/messages", "admin"), at("/staff/messages?state=failed", "admin")],
  "staff/messages/[messageId]": [openMessage("incoming"), openMessage("outgoing")],
  "staff/calendar": [at("/staff/calendar", "facilitator"), at("/staff/calendar?month=2027-02", "admin")],
  "staff/programs": [at("/staff/programs", "facilitator")],
  "staff/programs/new": [
    {
      as: "facilitator",
      async open(page) {
        await page.goto("/staff/programs/new");
        await page.getByRole("button", { name: "Start it" }).click();
        await complaint(page);
      },
    },
  ],
  "staff/programs/[programId]": [program("facilitator"), program("admin")],
  "staff/programs/[programId]/sessions/new": [
    {
      as: "admin",
      async open(page) {
        await program("admin").open(page);
        await page.getByRole("link", { name: "Add a session" }).click();
        await page.getByRole("button", { name: "Save it" }).click();
        await complaint(page);
      },
    },
  ],
  "staff/programs/[programId]/sessions/[programSessionId]": [
    {
      as: "admin",
      async open(page) {
        await program("admin").open(page);
        await page.getByRole("link", { name: "Change, Retreat" }).click();
        await page.getByRole("heading", { level: 1, name: "Retreat" }).waitFor();
      },
    },
  ],
  "staff/record": [at("/staff/record", "facilitator"), at("/staff/record", "admin")],
  "staff/sessions/[sessionId]/attendance": [
    {
      as: "facilitator",
      async open(page) {
        await page.goto("/staff");
        await page
          .getByRole("link", { name: /^Attendance.*Autumn Tuesdays/ })
          .first()
          .click();
        await page.getByText("More, or a note").first().click();
      },
    },
  ],
  "staff/sessions/[sessionId]/change": [
    {
      as: "admin",
      async open(page) {
        await cohort("Winter evenings", "Sessions").open(page);
        await page
          .getByRole("link", { name: /^Move or cancel/ })
          .last()
          .click();
        await page.getByRole("button", { name: "Cancel this session and tell everyone" }).click();
        await complaint(page);
      },
    },
  ],
  "staff/sessions/[sessionId]/words": [
    {
      as: "admin",
      async open(page) {
        await cohort("Winter evenings", "Sessions").open(page);
        await page
          .getByRole("link", { name: /^Bring and practice/ })
          .first()
          .click();
        await page.getByLabel("Name", { exact: true }).fill("");
        await page.getByRole("button", { name: "Save it" }).click();
        await complaint(page);
      },
    },
  ],
  "staff/team": [
    at("/staff/team", "admin"),
    {
      as: "admin",
      async open(page) {
        await page.goto("/staff/team");
        await page.getByRole("button", { name: "Add them" }).click();
        await complaint(page);
      },
    },
  ],
  "staff/waitlist": [
    at("/staff/waitlist", "admin"),
    at("/staff/waitlist?show=all", "admin"),
    at("/staff/waitlist?q=nobody+at+all", "admin"),
  ],
  // Its later steps are looked at in import.spec.ts.
  "staff/waitlist/import": [at("/staff/waitlist/import", "admin")],
  "staff/waitlist/[cohortId]": [
    {
      as: "admin",
      async open(page) {
        await page.goto("/staff/waitlist");
        await page.getByRole("link", { name: "Saturday mornings, for couples and partners" }).click();
        await page.getByText("Take out of line").first().click();
        await page.getByRole("button", { name: /^Take .* out of line$/ }).click();
        await page.getByText("Please write why. The party can read it.").waitFor();
      },
    },
  ],
};

const folder = join(import.meta.dirname, "../app");
const pages = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|\/)page\.tsx$/.test(file))
  .map((file) => file.replace(/\/?page\.tsx$/, ""));

test("every page is looked at", () => {
  expect(
    Object.keys(visits).toSorted(),
    "a page without an entry in `visits`, or an entry without a page",
  ).toEqual(pages.toSorted());
});

for (const [route, states] of Object.entries(visits)) {
  for (const [index, { as, open }] of states.entries()) {
    test(`/${route} is for everybody, ${index + 1} of ${states.length}`, async ({ regular }) => {
      const page = await regular(as && signedIn(as));
      await open(page);
      await checkLooks(page);
    });
  }
}

// The second is inside the layout of the public pages.
for (const path of ["/no-such-page", "/kept/none"]) {
  test(`${path} is for everybody`, async ({ page }) => {
    await page.goto(path);
    await checkLooks(page);
    await expect(page.getByRole("contentinfo")).toContainText("If you are in crisis");
  });
}

function at(path: string, as?: Visit["as"]): Visit {
  return { as, open: (page) => page.goto(path) };
}

function placeOf(address: string, below = ""): Visit {
  return {
    async open(page) {
      await page.goto(linkIn(await letter(address, /\/place\//), /\/place\//) + below);
    },
  };
}

function cohort(title: string, tab?: string): Visit {
  return {
    as: "admin",
    async open(page) {
      await openCohort(page, title);
      if (tab) await page.getByRole("link", { name: tab, exact: true }).click();
      await page
        .getByRole("link", { name: tab ?? "Overview", exact: true })
        .and(page.locator("[aria-current]"))
        .waitFor();
    },
  };
}

/** A page that the participant's own place leads to. */
function myPlace(link: string): Visit {
  return {
    as: "participant",
    async open(page) {
      await page.goto("/my");
      await page.getByRole("link", { name: link }).click();
      await page.getByRole("heading", { level: 1, name: new RegExp(`^${link}`) }).waitFor();
    },
  };
}

/** The built-in program, which an admin may change and a facilitator may copy. */
function program(as: "admin" | "facilitator"): Visit {
  return {
    as,
    async open(page) {
      await page.goto("/staff/programs");
      await page.getByRole("link", { name: "Mindful Self-Compassion", exact: true }).click();
      await page.getByRole("button", { name: "Make a copy to change" }).waitFor();
    },
  };
}

function openMessage(direction: string): Visit {
  return {
    as: "admin",
    async open(page) {
      await page.goto(`/staff/messages?direction=${direction}`);
      await page.getByRole("row").nth(1).getByRole("link").click();
      await page.getByText(direction === "incoming" ? "Arrived" : "Written", { exact: true }).waitFor();
    },
  };
}

async function complaint(page: Page) {
  await page.getByRole("heading", { name: /^(One thing|A few things) to look at$/ }).waitFor();
}

async function openGroup(page: Page) {
  await page.goto("/");
  await page.getByRole("link", { name: "Winter evenings", exact: true }).click();
  await page.getByRole("heading", { name: "Every session" }).waitFor();
}

async function openForm(page: Page) {
  await openGroup(page);
  await page.getByRole("link", { name: /^Join this group/ }).click();
  await page.getByLabel("Just me").waitFor();
}

async function openMaterial(page: Page, title: RegExp) {
  await page.goto("/my");
  await page.locator("summary").first().click();
  await page.getByRole("link", { name: title }).filter({ visible: true }).last().click();
  await page.waitForURL(/\/my\/materials\//);
}
