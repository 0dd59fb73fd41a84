-- CreateEnum
CREATE TYPE "MarkKind" AS ENUM ('status', 'everyone', 'way', 'note', 'elsewhere');

-- CreateEnum
CREATE TYPE "MadeUpBy" AS ENUM ('session', 'call', 'recording');

-- CreateEnum
CREATE TYPE "MakeUpState" AS ENUM ('asked', 'agreed', 'declined', 'takenBack');

-- DropIndex
DROP INDEX "AttendanceMark_sessionId_personId_id_idx";

-- AlterTable
ALTER TABLE "AttendanceMark" ADD COLUMN     "kind" "MarkKind" NOT NULL DEFAULT 'status',
ADD COLUMN     "madeUpBy" "MadeUpBy",
ADD COLUMN     "madeUpInId" UUID,
ADD COLUMN     "online" BOOLEAN,
ADD COLUMN     "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "tapId" UUID NOT NULL DEFAULT gen_random_uuid();

-- CreateTable
CREATE TABLE "Attendance" (
    "sessionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "status" "AttendanceStatus",
    "madeUpBy" "MadeUpBy",
    "madeUpInId" UUID,
    "online" BOOLEAN,
    "note" TEXT NOT NULL DEFAULT '',
    "byUserId" UUID,
    "at" TIMESTAMPTZ(3),

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("sessionId","personId")
);

-- CreateTable
CREATE TABLE "MakeUp" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "homeSessionId" UUID NOT NULL,
    "hostSessionId" UUID NOT NULL,
    "state" "MakeUpState" NOT NULL DEFAULT 'asked',
    "words" TEXT NOT NULL DEFAULT '',
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" UUID,

    CONSTRAINT "MakeUp_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Attendance_personId_idx" ON "Attendance"("personId");

-- CreateIndex
CREATE INDEX "MakeUp_hostSessionId_state_idx" ON "MakeUp"("hostSessionId", "state");

-- CreateIndex
CREATE INDEX "MakeUp_homeSessionId_idx" ON "MakeUp"("homeSessionId");

-- CreateIndex
CREATE INDEX "MakeUp_personId_idx" ON "MakeUp"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "AttendanceMark_tapId_key" ON "AttendanceMark"("tapId");

-- CreateIndex
CREATE INDEX "AttendanceMark_sessionId_personId_kind_at_tapId_idx" ON "AttendanceMark"("sessionId", "personId", "kind", "at", "tapId");

-- AddForeignKey
ALTER TABLE "AttendanceMark" ADD CONSTRAINT "AttendanceMark_madeUpInId_fkey" FOREIGN KEY ("madeUpInId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_madeUpInId_fkey" FOREIGN KEY ("madeUpInId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_byUserId_fkey" FOREIGN KEY ("byUserId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MakeUp" ADD CONSTRAINT "MakeUp_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MakeUp" ADD CONSTRAINT "MakeUp_homeSessionId_fkey" FOREIGN KEY ("homeSessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MakeUp" ADD CONSTRAINT "MakeUp_hostSessionId_fkey" FOREIGN KEY ("hostSessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MakeUp" ADD CONSTRAINT "MakeUp_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "AttendanceMark"
  ADD CONSTRAINT "AttendanceMark_says_one_thing" CHECK (CASE "kind"
    WHEN 'status' THEN true
    WHEN 'everyone' THEN "status" IS NOT DISTINCT FROM 'present'
    WHEN 'elsewhere' THEN "status" IS NULL OR "status" = 'madeUp'
    WHEN 'way' THEN "status" IS NULL AND "online" IS NOT NULL
    WHEN 'note' THEN "status" IS NULL END),
  ADD CONSTRAINT "AttendanceMark_made_up_by" CHECK ("madeUpBy" IS NULL OR "status" IS NOT DISTINCT FROM 'madeUp'),
  ADD CONSTRAINT "AttendanceMark_made_up_in" CHECK ("madeUpInId" IS NULL OR "madeUpBy" IS NOT DISTINCT FROM 'session');

-- A note was part of a mark before; it is a mark of its own now. The last one of each counts.
INSERT INTO "AttendanceMark" ("sessionId", "personId", "kind", "note", "byUserId", "at")
SELECT DISTINCT ON ("sessionId", "personId") "sessionId", "personId", 'note', "note", "byUserId", "at"
FROM "AttendanceMark" ORDER BY "sessionId", "personId", "id" DESC;
DELETE FROM "AttendanceMark" WHERE "kind" = 'note' AND "note" = '';

-- The same as lib/attendance/resolve.ts. Whoever writes a mark of the same person and session meanwhile waits here,
-- and reads what was written.
CREATE FUNCTION keep_attendance(of_session uuid, of_person uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "Attendance" ("sessionId", "personId") VALUES (of_session, of_person)
    ON CONFLICT ("sessionId", "personId") DO UPDATE SET "sessionId" = EXCLUDED."sessionId";
  WITH newest AS (
    SELECT DISTINCT ON ("kind") * FROM "AttendanceMark"
    WHERE "sessionId" = of_session AND "personId" = of_person
    ORDER BY "kind", "at" DESC, "tapId" DESC
  ), said AS (
    SELECT * FROM newest WHERE "kind" IN ('status', 'everyone')
    ORDER BY ("kind" = 'status' AND "status" IS NOT NULL) DESC, "at" DESC, "tapId" DESC LIMIT 1
  ), counts AS (
    SELECT 1 AS rank, said.* FROM said WHERE "status" IN ('present', 'late', 'leftEarly', 'madeUp')
    UNION ALL SELECT 2, newest.* FROM newest WHERE "kind" = 'elsewhere' AND "status" IS NOT NULL
    UNION ALL SELECT 3, said.* FROM said
    ORDER BY rank LIMIT 1
  )
  UPDATE "Attendance" a SET
    "status" = c."status", "madeUpBy" = c."madeUpBy", "madeUpInId" = c."madeUpInId", "byUserId" = c."byUserId", "at" = c."at",
    "online" = (SELECT "online" FROM newest WHERE "kind" = 'way'),
    "note" = COALESCE((SELECT "note" FROM newest WHERE "kind" = 'note'), '')
  FROM (SELECT 1) AS one LEFT JOIN counts c ON true
  WHERE a."sessionId" = of_session AND a."personId" = of_person;
END $$;

CREATE FUNCTION mark_keeps_attendance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_attendance(COALESCE(NEW."sessionId", OLD."sessionId"), COALESCE(NEW."personId", OLD."personId"));
  RETURN NULL;
END $$;
CREATE TRIGGER "AttendanceMark_kept" AFTER INSERT OR DELETE ON "AttendanceMark"
  FOR EACH ROW EXECUTE FUNCTION mark_keeps_attendance();

SELECT keep_attendance("sessionId", "personId") FROM (SELECT DISTINCT "sessionId", "personId" FROM "AttendanceMark") AS marked;

CREATE FUNCTION attendance_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Attendance is kept by a trigger on AttendanceMark' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER "Attendance_is_kept" BEFORE INSERT OR UPDATE ON "Attendance"
  FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION attendance_is_kept();

-- A wish to make a session up: one at a time, and answered once.
CREATE UNIQUE INDEX "MakeUp_one_wish" ON "MakeUp" ("personId", "homeSessionId") WHERE "state" IN ('asked', 'agreed');
CREATE UNIQUE INDEX "MakeUp_one_chair" ON "MakeUp" ("personId", "hostSessionId") WHERE "state" IN ('asked', 'agreed');
ALTER TABLE "MakeUp"
  ADD CONSTRAINT "MakeUp_elsewhere" CHECK ("homeSessionId" <> "hostSessionId"),
  ADD CONSTRAINT "MakeUp_answered" CHECK (("state" IN ('agreed', 'declined')) <= ("answeredAt" IS NOT NULL));

-- The chairs of a session that nobody sits on: those of the room that are not taken, and of those who said that they
-- can't come, without those of guests.
CREATE FUNCTION free_chairs(of_session uuid) RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT c."capacity" - c."seatsTaken"
    + (SELECT count(*)::int FROM "Attendance" a WHERE a."sessionId" = s."id" AND a."status" = 'excused' AND EXISTS (
        SELECT 1 FROM "Member" m JOIN "Enrollment" e ON e."partyId" = m."partyId"
        WHERE m."personId" = a."personId" AND m."state" = 'confirmed'
          AND e."cohortId" = s."cohortId" AND e."state" IN ('confirmed', 'completed')))
    - (SELECT count(*)::int FROM "MakeUp" g WHERE g."hostSessionId" = s."id" AND g."state" = 'agreed')
  FROM "Session" s JOIN "Cohort" c ON c."id" = s."cohortId" WHERE s."id" = of_session
$$;

CREATE FUNCTION make_up_life() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."state" <> NEW."state" AND NOT (
    (OLD."state" = 'asked' AND NEW."state" IN ('agreed', 'declined', 'takenBack'))
    OR (OLD."state" = 'agreed' AND NEW."state" = 'takenBack'))
  THEN
    RAISE EXCEPTION 'a make-up does not go from % to %', OLD."state", NEW."state" USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."state" = 'agreed' AND (TG_OP = 'INSERT' OR OLD."state" <> 'agreed') THEN
    PERFORM 1 FROM "Cohort" WHERE "id" = (SELECT "cohortId" FROM "Session" WHERE "id" = NEW."hostSessionId") FOR UPDATE;
    IF free_chairs(NEW."hostSessionId") < 1 THEN
      RAISE EXCEPTION 'no chair is free for a guest' USING ERRCODE = 'check_violation', CONSTRAINT = 'MakeUp_has_a_chair';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "MakeUp_life" BEFORE INSERT OR UPDATE OF "state" ON "MakeUp"
  FOR EACH ROW EXECUTE FUNCTION make_up_life();
