import { expect, test } from "vitest";
import { mark } from "#lib/attendance/mark.ts";
import { instantOf } from "#lib/clock/convert.ts";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { aCohort, aParty, member, monday, robin, sam } from "#lib/testing/cast.ts";
import { aReleasedRecording } from "#lib/testing/releases.ts";
import { loadMyPlace } from "./my-queries.ts";
import { loadPreview } from "./preview.ts";

test("staff see at any time what each participant sees then, and that they looked is known", async () => {
  const cohortId = await aCohort();
  const party = await aParty(cohortId, ["Ana", "Noor"]);
  for (const { id } of party.members) await confirm(member(id), party.id, monday);
  const [ana, noor] = party.members;
  const first = await db.session.findFirstOrThrow({ where: { cohortId, position: 1 } });
  await aReleasedRecording(first.id);
  await aReleasedRecording(first.id, { forMissed: "later", missedOffsetMinutes: 60 });
  await aReleasedRecording(first.id, { forMissed: "never" });
  const actor = await sam();
  await mark(actor, { sessionId: first.id, personId: ana!.personId, status: "absent" });
  const ended = instantOf(first.endsAt);
  for (const hours of [-1, 0, 1]) {
    const at = ended.add({ hours });
    const on = at.toZonedDateTimeISO("America/Toronto").toPlainDateTime();
    for (const [person, email] of [
      [ana!, "ana@example.org"],
      [noor!, "noor@example.org"],
    ] as const) {
      const preview = await loadPreview(actor, cohortId, { personId: person.personId, on }, monday);
      const theirs = await loadMyPlace(
        { kind: "participant", userId: crypto.randomUUID(), email },
        person.id,
        at,
      );
      const ids = (sessions: { materials: { id: string }[] }[] = []) =>
        sessions.flatMap(({ materials }) => materials.map(({ id }) => id));
      expect(ids(preview?.sessions)).toEqual(ids(theirs?.sessions));
    }
    const anybody = await loadPreview(actor, cohortId, { on }, monday);
    expect(anybody?.sessions.flatMap(({ materials }) => materials).length).toBe(hours < 0 ? 0 : 3);
  }
  const looks = await db.auditEvent.count({
    where: { action: "materials.previewed", subjectId: ana!.personId, actorId: actor.userId },
  });
  expect(looks).toBe(3);
  expect(await loadPreview(await robin(), cohortId, {}, monday)).toBe(null);
});
