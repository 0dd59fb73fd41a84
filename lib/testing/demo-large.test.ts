import { expect, test } from "vitest";
import { loadWriting } from "#lib/announcements/queries.ts";
import { loadGrid } from "#lib/attendance/grid.ts";
import { loadAttendance } from "#lib/attendance/queries.ts";
import { loadQuiet } from "#lib/attendance/quiet.ts";
import { now } from "#lib/clock/now.ts";
import { loadCohort } from "#lib/cohorts/load-cohort.ts";
import { loadCohorts } from "#lib/cohorts/load-cohorts.ts";
import { loadRoster } from "#lib/cohorts/load-roster.ts";
import { loadSessions } from "#lib/cohorts/load-sessions.ts";
import { loadToday } from "#lib/cohorts/load-today.ts";
import { db } from "#lib/db/client.ts";
import { check } from "#lib/invariants/check.ts";
import { loadMyPlace } from "#lib/materials/my-queries.ts";
import { loadMaterials } from "#lib/materials/queries.ts";
import { alex, sam } from "./cast.ts";
import { demoCast, fillClinic } from "./demo.ts";
import { addYears } from "./demo-large.ts";
import { countQueries } from "./queries.ts";

// A small part of what `npm run demo -- --large` makes, since the number of queries says it as well.
const size = { seed: 1, cohorts: 16, people: 200, marks: 1_900 };

test("with the groups of many years every rule holds, and every page asks as many queries as before", async () => {
  const at = now();
  await fillClinic(at);
  const pages = await pagesOf(at);
  const before: Record<string, number> = {};
  for (const [name, read] of Object.entries(pages)) before[name] = await countQueries(read);
  await addYears(at, size);
  expect([await db.cohort.count(), await db.person.count(), await db.attendanceMark.count()]).toEqual([
    size.cohorts,
    size.people,
    size.marks,
  ]);
  expect((await check(at)).filter(({ ids }) => ids.length > 0)).toEqual([]);
  const after: Record<string, number> = {};
  for (const [name, read] of Object.entries(pages)) after[name] = await countQueries(read);
  expect(after).toEqual(before);
}, 120_000);

/** What each page of running a group reads, as Sam, Alex or Noor opens it. */
async function pagesOf(at: Temporal.Instant): Promise<Record<string, () => Promise<unknown>>> {
  const [facilitator, admin] = [await sam(), await alex()];
  const { id } = await db.cohort.findFirstOrThrow({ where: { title: "Autumn Tuesdays" } });
  const session = await db.session.findFirstOrThrow({ where: { cohortId: id, position: 3 } });
  const member = await db.member.findFirstOrThrow({ where: { person: { email: demoCast.participant } } });
  const user = { kind: "participant" as const, userId: crypto.randomUUID(), email: demoCast.participant };
  return {
    today: () => loadToday(facilitator, at),
    "today of an admin": () => loadToday(admin, at),
    quiet: () => loadQuiet(admin, at),
    groups: () => loadCohorts(admin, 1, at),
    group: () => loadCohort(facilitator, id, at),
    roster: () => loadRoster(facilitator, id),
    sessions: () => loadSessions(facilitator, id),
    materials: () => loadMaterials(facilitator, id, at),
    grid: () => loadGrid(facilitator, id, at),
    attendance: () => loadAttendance(facilitator, session.id),
    writing: () => loadWriting(facilitator, id, {}, at),
    portal: () => loadMyPlace(user, member.id, at),
  };
}
