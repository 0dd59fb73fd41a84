import { execFileSync } from "node:child_process";
import { join } from "node:path";
import pg from "pg";
import { ownDatabase } from "./support/database.ts";
import { serve } from "./support/server.ts";

// Milliseconds that each page of running a group takes in a clinic of 200 groups, 5,000 people and 50,000 marks of
// attendance, beside the same page of the demo: two servers of one build, asked in turn. The large database is a copy
// of the small one to which the years were added, so that each page has the same address in both. A line a page: the
// ratio of the medians, which is to stay below 1.5, and the medians.
const aim = 1.5;
const rounds = 9;
const root = join(import.meta.dirname, "..");

await using database = await ownDatabase(4);
const { fillClinic, demoCast } = await import("#lib/testing/demo.ts");
const { adapter } = await import("#lib/auth/adapter.ts");
const { db } = await import("#lib/db/client.ts");
await fillClinic();
const addresses = await pagesOf();
await db.$disconnect();

const largeUrl = database.url.replace(/bench$/, "large");
const admin = new pg.Client({ connectionString: database.url.replace(/bench$/, "postgres") });
await admin.connect();
await admin.query("CREATE DATABASE large TEMPLATE bench");
await admin.end();
execFileSync(process.execPath, [join(import.meta.dirname, "support/add-years.ts")], {
  stdio: "inherit",
  env: { ...process.env, DATABASE_URL: largeUrl },
});

await using small = await serve(root, 3948, { DATABASE_URL: database.url });
await using large = await serve(root, 3949, { DATABASE_URL: largeUrl });

for (const { path, cookie } of addresses) {
  const ask = (origin: string) => timeOf(origin + path, cookie);
  // A page that this clinic has not got is left out.
  if ((await ask(small.origin)) === null || (await ask(large.origin)) === null) continue;
  // PostgreSQL chooses a plan for good after five times.
  for (let time = 0; time < 8; time += 1) for (const { origin } of [small, large]) await ask(origin);
  const times = { small: [] as number[], large: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    times.small.push((await ask(small.origin)) ?? 0);
    times.large.push((await ask(large.origin)) ?? 0);
  }
  const [few, many] = [median(times.small), median(times.large)];
  const line = { name: nameOf(path), ratio: Number((many / few).toFixed(2)), aim, small: few, large: many };
  console.log(JSON.stringify({ ...line, unit: "ms", rounds }));
}

async function timeOf(url: string, cookie: string): Promise<number | null> {
  const began = performance.now();
  const response = await fetch(url, { headers: { cookie }, redirect: "manual" });
  await response.arrayBuffer();
  if (response.status !== 200) return null;
  return performance.now() - began;
}

function median(figures: number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return Number((sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(1));
}

function nameOf(path: string): string {
  return path.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "[id]");
}

/** Every page of running a group, of the demo's people, with the cookie of whoever opens it. */
async function pagesOf() {
  const cohort = await db.cohort.findFirstOrThrow({ where: { title: "Autumn Tuesdays" } });
  const session = await db.session.findFirstOrThrow({
    where: { cohortId: cohort.id, position: 3 },
    select: { id: true },
  });
  const program = await db.program.findFirstOrThrow({ select: { id: true } });
  const member = await db.member.findFirstOrThrow({
    where: { person: { email: demoCast.participant } },
    select: { id: true },
  });
  const [alex, sam, noor] = [
    await signedIn(demoCast.admin),
    await signedIn(demoCast.facilitator),
    await signedIn(demoCast.participant),
  ];
  const group = `/staff/cohorts/${cohort.id}`;
  const everybodys = ["", "/cohorts", "/calendar", "/programs", "/library"].map((path) => `/staff${path}`);
  const groups = ["", "/people", "/sessions", "/attendance", "/materials", "/write", "/settings"];
  return [
    ...everybodys.map((path) => ({ path, cookie: alex })),
    ...everybodys.map((path) => ({ path: `${path}?`, cookie: sam })),
    ...groups.map((path) => ({ path: group + path, cookie: sam })),
    { path: `/staff/programs/${program.id}`, cookie: sam },
    { path: `/staff/sessions/${session.id}/attendance`, cookie: sam },
    { path: `/staff/sessions/${session.id}/change`, cookie: sam },
    { path: "/staff/messages", cookie: alex },
    ...["", "/dates", "/people", "/questions", "/reflections", "/reminders"].map((path) => ({
      path: `/my/${member.id}${path}`,
      cookie: noor,
    })),
  ];
}

/** Signs a browser in. Returns its cookie. */
async function signedIn(email: string): Promise<string> {
  const user =
    (await adapter.getUserByEmail?.(email)) ??
    (await adapter.createUser?.({ id: "", email, emailVerified: null, role: null }));
  const sessionToken = crypto.randomUUID();
  const expires = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000);
  await adapter.createSession?.({ sessionToken, userId: user?.id ?? "", expires });
  return `__Secure-authjs.session-token=${sessionToken}`;
}
