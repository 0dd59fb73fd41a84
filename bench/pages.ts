import { openForm, partyFields } from "../e2e/support/form.ts";
import { startClient } from "./support/client.ts";
import { ownDatabase } from "./support/database.ts";
import { compare } from "./support/rounds.ts";
import { serveWithEmpty } from "./support/server.ts";

// Requests a second of the pages that people see most, beside empty ones of the same server: same process, same
// root layout, same client. The form is posted as a browser without JavaScript does it, and both actions redirect.
await using _database = await ownDatabase(10);
await using server = await serveWithEmpty();
using client = startClient();

const { db } = await import("#lib/db/client.ts");
const { adapter } = await import("#lib/auth/adapter.ts");
const { now } = await import("#lib/clock/now.ts");
const { aCohort } = await import("#lib/testing/cast.ts");
const { demoCast } = await import("#lib/testing/demo.ts");

const evenings = await db.cohort.findFirstOrThrow({
  where: { title: "Winter evenings" },
  select: { id: true },
});

const pages = (path: string, count: number, headers = {}) => ({
  name: path,
  round: () => client.ask({ count, atOnce: 8, asks: [{ url: server.origin + path, headers, expect: 200 }] }),
});
const emptyPage = pages("/empty/prerendered", 4000);
await compare("the list of groups", pages("/", 4000), emptyPage, 0.6);
await compare("a group's page", pages(`/cohorts/${evenings.id}`, 4000), emptyPage, 0.6);

const portal = await signedInPortal();
await compare(
  "the signed-in portal",
  pages(portal.path, 600, portal.headers),
  pages("/empty/dynamic", 1000),
  0.4,
);

// Rooms for everybody: no couple of the benchmark waits. Only now, because the list draws every chair.
await db.$executeRaw`ALTER TABLE "Cohort" DROP CONSTRAINT "Cohort_sizes"`;
const firstOn = now().toZonedDateTimeISO("America/Toronto").toPlainDate().add({ weeks: 7 });
const rooms = await Promise.all(Array.from({ length: 16 }, () => aCohort({ capacity: 100_000, firstOn })));
const couple = partyFields(["Ana Moreau", "Noor Haddad"]);
await compare(
  "the enrolment form, a couple",
  await posts(
    "enrol",
    rooms.map((id) => `/cohorts/${id}/join`),
  ),
  await posts("/empty/action", ["/empty/action"]),
  0.4,
);

await db.$disconnect();

/** The page of the demo's participant, as their own browser asks for it. */
async function signedInPortal() {
  const email = demoCast.participant;
  const member = await db.member.findFirstOrThrow({ where: { person: { email } }, select: { id: true } });
  const user = await db.user.create({ data: { email, name: "Noor" } });
  const sessionToken = crypto.randomUUID();
  const expires = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000);
  await adapter.createSession?.({ sessionToken, userId: user.id, expires });
  return {
    path: `/my/${member.id}`,
    headers: { cookie: `__Secure-authjs.session-token=${sessionToken}` },
  };
}

/** The form of each page in turn, filled in for a couple, with the hidden fields that it has. */
async function posts(name: string, paths: string[]) {
  const asks = await Promise.all(
    paths.map(async (path) => {
      const url = server.origin + path;
      const { hidden } = await openForm(url, "formToken");
      return { url, fields: Object.entries({ ...hidden, ...couple }), expect: 303 };
    }),
  );
  return {
    name,
    round: async () => {
      // As a worker leaves the queue that keeps up: what waits in it slows down whatever is queued.
      await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
      return client.ask({ count: 600, atOnce: 16, asks });
    },
  };
}
