import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import pg from "pg";
import { actions, type Rule, routes } from "#lib/auth/access.ts";
import type { Cast } from "./support/access-cast.ts";
import { forms } from "./support/access-forms.ts";
import { type Action, builtActions, builtRoutes, formFor } from "./support/actions.ts";
import { accessPort, databaseFile, sharedClinic } from "./support/addresses.ts";
import { emptyDatabase } from "./support/clinic.ts";
import { changed, digest, keep } from "./support/digest.ts";
import { type Server, startServer } from "./support/program.ts";

// One clinic, in one process, and one thing after the other: what is in its database is compared.
test.describe.configure({ mode: "default" });

const cast = ["nobody", "ana", "noor", "lou", "sam", "robin", "alex"] as const;
type Role = (typeof cast)[number];

/** The design's table "Who may do what" for this cast, where everything asked for is Ana's, or of her cohort. */
const letsThrough: Record<Rule, readonly Role[]> = {
  anyone: cast,
  "own link": cast,
  "signed by the provider": [],
  "first admin": [],
  "signed in": ["ana", "noor", "lou", "sam", "robin", "alex"],
  "the member": ["ana"],
  participant: ["ana", "noor"],
  "participant or facilitator": ["ana", "noor", "sam", "alex"],
  staff: ["sam", "robin", "alex"],
  "staff or nothing": ["sam", "robin", "alex"],
  facilitator: ["sam", "alex"],
  author: ["sam", "alex"],
  admin: ["alex"],
};

const baseUrl = `http://localhost:${accessPort}`;
const secret = "a secret of the tests, long enough to pass";

let clinic: Server;
let database: pg.Client;
let there: Cast;
let bringBack: (changed: string[]) => Promise<void>;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const address = await emptyDatabase(readFileSync(databaseFile, "utf8"), "access");
  const settings = {
    RUN: "web",
    PORT: String(accessPort),
    APP_URL: baseUrl,
    DATABASE_URL: address,
    DATA_DIR: join(sharedClinic.dataFolder, "access"),
    SECRET: secret,
    SMTP_URL: "smtp://127.0.0.1:1",
    MAIL_INLET_SECRET: secret,
    // The tests run at any hour.
    WAKING_HOURS: "0-24",
    WAKING_DAYS: "mon,tue,wed,thu,fri,sat,sun",
  };
  clinic = await startServer(settings, ["--empty"]);
  const made = execFileSync(process.execPath, ["e2e/support/access-cast.ts"], {
    cwd: join(import.meta.dirname, ".."),
    env: { ...process.env, ...settings },
    encoding: "utf8",
  });
  there = JSON.parse(made);
  database = new pg.Client({ connectionString: address });
  await database.connect();
  bringBack = await keep(database);
});

test.afterAll(async () => {
  await database?.end();
  await clinic?.stop();
});

test("every page, route handler and Server Action has a stated rule", () => {
  const table = "lib/auth/access.ts";
  const names = builtActions().map(({ name }) => name);
  expect(disagreements(builtRoutes(), routes, table)).toEqual([]);
  expect(disagreements(names, actions, table)).toEqual([]);
  expect(disagreements(names, forms, "e2e/support/access-forms.ts")).toEqual([]);
});

test("what has no rule is found, and a rule for nothing, and a name that two share", () => {
  expect(
    disagreements(["/", "/new", "/", "POST /api/mail"], { "/": "anyone", "/old": "staff" }, "the table"),
  ).toEqual([
    "/new is missing from the table: say there who may use it.",
    "/ is there twice: give one another name.",
    "POST /api/mail is missing from the table: say there who may use it.",
    "/old is in the table and nowhere else: take it out.",
  ]);
});

test("a rule that the code does not keep is noticed", async () => {
  expect(await breaches("/staff/team", "staff")).toEqual([
    "sam: nothing there, where the rule says: shown",
    "robin: nothing there, where the rule says: shown",
  ]);
});

test("a change of one row is noticed, and can be put back", async () => {
  const before = await digest(database);
  await database.query(`UPDATE "Person" SET "name" = 'Anna' WHERE "name" = 'Ana'`);
  const tables = changed(before, await digest(database));
  expect(tables).toEqual(['public."Person"']);
  await bringBack(tables);
  expect(changed(before, await digest(database))).toEqual([]);
});

for (const route of builtRoutes()) {
  const rule = routes[route];
  if (!rule) continue;
  test(`${route}: ${rule}`, async () => {
    const before = await digest(database);
    expect(await breaches(route, rule)).toEqual([]);
    // Rule 7: opening a page changes nothing. Only that somebody looked is noted (rule 10).
    expect(changed(before, await digest(database)).filter(isNoLook)).toEqual([]);
  });
}

for (const action of builtActions()) {
  const rule = actions[action.name];
  const fields = forms[action.name];
  if (!rule || !fields) continue;
  test(`${action.name}: ${rule}`, async () => {
    const may = letsThrough[rule];
    const refused = cast.filter((role) => !may.includes(role));
    const before = await digest(database);
    // All at once: none of them may change anything, so none is in another's way.
    const answers = await Promise.all(
      refused.map(async (role) => [role, await answerTo(action, fields(there), role)]),
    );
    const untouched = await digest(database);
    expect(Object.fromEntries(answers)).toEqual(
      Object.fromEntries(refused.map((role) => [role, refusal(rule, role)])),
    );
    expect(changed(before, untouched)).toEqual([]);
    for (const role of may) {
      const { answer, tables } = await press(action, fields(there), role);
      expect(["shown", "sent on", "sent to sign in"], role).toContain(answer);
      if (!isIdle(action, role)) expect(tables.filter(isNoLook), role).not.toEqual([]);
      await bringBack(tables);
    }
  });
}

test("a link that we did not make changes nothing", async () => {
  for (const action of builtActions()) {
    const fields = actions[action.name] === "own link" ? forms[action.name]?.(there) : undefined;
    if (!fields?.token) continue;
    for (const token of wrongTokens(fields.token)) {
      const { tables } = await press(action, { ...fields, token }, "nobody");
      expect({ action: action.name, tables }).toEqual({ action: action.name, tables: [] });
    }
  }
});

test("a link that we did not make says the same, whether or not it names somebody", async () => {
  // What mail programs post to is no page: its own rule says what it answers.
  const links = Object.entries(there.tokens).filter(([kind]) => kind !== "api");
  for (const [kind, token] of links) {
    const pages = await Promise.all(
      wrongTokens(token).map(async (wrong) => {
        const response = await ask("nobody", `/${kind}/${wrong}`);
        return `${response.status} ${wordsOf(await response.text()).replaceAll(wrong, "…")}`;
      }),
    );
    expect(new Set(pages).size, kind).toBe(1);
  }
});

test("a known and an unknown address are answered alike at sign-in", async () => {
  const action = builtActions().find(({ name }) => name === "requestSignInAction") as Action;
  // With the form's own key, React shows the answer in the page that comes back.
  const [, key = ""] = (await bodyOf("nobody", "/sign-in")).match(/name="\$ACTION_KEY" value="(\w+)"/) ?? [];
  const pages = await Promise.all(
    ["ana@example.org", "eva@example.org"].map(async (email) => {
      const response = await send(action, { email, $ACTION_KEY: key }, "nobody");
      const text = await response.text();
      expect(text).toContain("Look in your mailbox");
      return `${response.status} ${settled(text).replaceAll(email, "…")}`;
    }),
  );
  expect(pages[0]).toBe(pages[1]);
});

test("nobody but staff of the cohort is shown anybody else's address, note or question; what is sealed, nobody at all", async () => {
  const { notes, sealed, question } = there;
  const secrets = { ana: ["ana@example.org"], noor: ["noor@example.org"], staff: [notes.ana, notes.noor] };
  const everything = async (role: Role) =>
    (await Promise.all(builtRoutes().map((route) => bodyOf(role, route)))).join("\n");
  const all = [...Object.values(secrets).flat(), question, sealed];
  const shown = async (role: Role) => {
    const text = await everything(role);
    return all.filter((word) => text.includes(word));
  };
  for (const role of ["sam", "alex"] as const)
    expect(await shown(role), role).toEqual(all.filter((word) => word !== sealed));
  expect(await shown("ana")).toEqual([...secrets.ana, question, sealed]);
  expect(await shown("noor")).toEqual(secrets.noor);
  for (const role of ["nobody", "lou", "robin"] as const) expect(await shown(role), role).toEqual([]);
});

/** What was found and is not in the table, and the other way round, each with its mend. */
function disagreements(found: string[], table: Record<string, unknown>, where: string): string[] {
  return [
    ...found.flatMap((name, index) => {
      if (found.indexOf(name) !== index) return [`${name} is there twice: give one another name.`];
      return name in table ? [] : [`${name} is missing from ${where}: say there who may use it.`];
    }),
    ...Object.keys(table)
      .filter((name) => !found.includes(name))
      .map((name) => `${name} is in ${where} and nowhere else: take it out.`),
  ];
}

/** Every role for whom the code answers otherwise than the rule says. */
async function breaches(route: string, rule: Rule): Promise<string[]> {
  const found = await Promise.all(
    cast.map(async (role) => {
      const answer = answerOf(await open(role, route));
      const expected = letsThrough[rule].includes(role) ? welcome(route, role) : refusal(rule, role);
      return answer === expected ? [] : [`${role}: ${answer}, where the rule says: ${expected}`];
    }),
  );
  return found.flat();
}

/** How a page answers somebody who may see it. */
function welcome(route: string, role: Role): string {
  if (route === "/sign-in" && role !== "nobody") return "sent on";
  if (route === "/my" && ["ana", "noor", "lou"].includes(role)) return "sent on";
  // A mail program's one click has a body that says so; opened, the address leads to the page.
  if (route === "POST /api/unsubscribe/[token]") return "400";
  if (route === "/api/unsubscribe/[token]") return "sent on";
  // Taps are sent as JSON; nothing else is read.
  if (route === "POST /staff/sessions/[sessionId]/attendance/taps") return "415";
  // Without the link on the material's own page, the words say where there is one.
  if (route === "/files/[materialId]" && ["ana", "noor"].includes(role)) return "410";
  // What comes without tus's own headers is told so, and nothing else.
  if (route.includes("/api/uploads")) return "412";
  // Nobody works the queue in this test, and it says so.
  return route === "/api/health" ? "503" : "shown";
}

function refusal(rule: Rule, role: Role): string {
  if (rule === "signed by the provider") return "401";
  const hidden = ["participant or facilitator", "staff or nothing", "first admin"].includes(rule);
  return role === "nobody" && !hidden ? "sent to sign in" : "nothing there";
}

function answerOf({ status, headers }: Response): string {
  if (status === 200) return "shown";
  if (status === 404) return "nothing there";
  if (status !== 303 && status !== 307) return String(status);
  return new URL(headers.get("location") ?? "", baseUrl).pathname === "/sign-in"
    ? "sent to sign in"
    : "sent on";
}

/** Sends a form, and tells in which tables anything is otherwise after it. */
async function press(action: Action, fields: Record<string, string>, role: Role) {
  const before = await digest(database);
  const answer = await answerTo(action, fields, role);
  return { answer, tables: changed(before, await digest(database)) };
}

/** How a form is answered, when all of the answer is there. */
async function answerTo(action: Action, fields: Record<string, string>, role: Role): Promise<string> {
  const response = await send(action, fields, role);
  await response.arrayBuffer();
  return answerOf(response);
}

function send(action: Action, fields: Record<string, string>, role: Role): Promise<Response> {
  return ask(role, addressOf(action.page), { method: "POST", body: formFor(action, fields) });
}

async function bodyOf(role: Role, route: string): Promise<string> {
  return (await open(role, route)).text();
}

/** Opens a page, or calls a route handler by the method in its name, with nothing in hand. */
function open(role: Role, route: string): Promise<Response> {
  const [, method = "GET", path = route] = /^([A-Z]+) (.+)$/.exec(route) ?? [];
  return ask(role, addressOf(path), { method });
}

function ask(role: Role, path: string, init: RequestInit = {}): Promise<Response> {
  const cookie = role === "nobody" ? "" : there.cookies[role];
  return fetch(`${baseUrl}${path}`, { ...init, redirect: "manual", headers: { cookie, origin: baseUrl } });
}

function addressOf(route: string): string {
  const [, first = ""] = route.split("/");
  return route.replace(/\[(\w+)\]/g, (_, name: string) => {
    const value = name === "token" ? there.tokens[first] : there.params[name];
    if (!value)
      throw new Error(`Nothing stands for ${name} in ${route}: add it to e2e/support/access-cast.ts.`);
    return value;
  });
}

/** A page whatever the order and the pieces in which React happened to stream it. */
function settled(html: string): string {
  const piece = /<script>self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)<\/script>/g;
  const streamed = [...html.matchAll(piece)].map(([, text]) => JSON.parse(String(text))).join("");
  return [html.replace(piece, ""), ...streamed.split("\n").sort()].join("\n");
}

/** What a page says, whatever pieces it came in. */
function wordsOf(html: string): string {
  return html
    .replaceAll(/<(script|style|template)\b[\s\S]*?<\/\1>/g, "")
    .replaceAll(/<!--[\s\S]*?-->|<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");
}

/** With another signature; of nobody whom we know; and no token at all. */
function wrongTokens(token: string): string[] {
  const other = (letter = "") => (letter === "A" ? "B" : "A");
  return [`${token.slice(0, 30)}${other(token[30])}${token.slice(31)}`, "A".repeat(43), "no-link-of-ours"];
}

function isNoLook(table: string): boolean {
  return table !== 'public."AuditEvent"';
}

/** Signing out whoever is not signed in. */
function isIdle({ name }: Action, role: Role): boolean {
  return name === "signOutAction" && role === "nobody";
}
