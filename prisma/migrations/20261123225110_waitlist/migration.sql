-- CreateEnum
CREATE TYPE "WaitlistPolicy" AS ENUM ('inOrder', 'fit');

-- CreateEnum
CREATE TYPE "InterestState" AS ENUM ('waiting', 'enrolled', 'left');

-- CreateEnum
CREATE TYPE "InvitationState" AS ENUM ('sent', 'accepted', 'declined', 'lapsed');

-- AlterTable
ALTER TABLE "Cohort" ADD COLUMN     "cancelReason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "closesAt" TIMESTAMPTZ(0),
ADD COLUMN     "declineKeeps" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "lastJoinedAt" TIMESTAMPTZ(3),
ADD COLUMN     "opensAt" TIMESTAMPTZ(0),
ADD COLUMN     "policy" "WaitlistPolicy" NOT NULL DEFAULT 'fit',
ADD COLUMN     "reminderHours" INTEGER NOT NULL DEFAULT 24,
ADD COLUMN     "reviews" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "runsAt" TIMESTAMPTZ(3),
ADD COLUMN     "savingHours" INTEGER NOT NULL DEFAULT 48,
ADD COLUMN     "smallest" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "comesAnyway" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Enrollment" ADD COLUMN     "extendedAt" TIMESTAMPTZ(3),
ADD COLUMN     "fewest" INTEGER,
ADD COLUMN     "forFewer" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "movedFromId" UUID,
ADD COLUMN     "pausedAt" TIMESTAMPTZ(3),
ADD COLUMN     "preference" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "remindedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Interest" (
    "id" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "state" "InterestState" NOT NULL DEFAULT 'waiting',
    "since" TIMESTAMPTZ(3) NOT NULL,
    "suits" TEXT[],
    "format" "Format",
    "note" TEXT NOT NULL DEFAULT '',
    "formToken" UUID,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Interest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Wave" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "replyBy" TIMESTAMPTZ(3) NOT NULL,
    "byUserId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Wave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "waveId" UUID NOT NULL,
    "interestId" UUID NOT NULL,
    "state" "InvitationState" NOT NULL DEFAULT 'sent',
    "answeredAt" TIMESTAMPTZ(3),
    "enrollmentId" UUID,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Interest_formToken_key" ON "Interest"("formToken");

-- CreateIndex
CREATE INDEX "Interest_programId_state_since_id_idx" ON "Interest"("programId", "state", "since", "id");

-- CreateIndex
CREATE INDEX "Interest_partyId_idx" ON "Interest"("partyId");

-- CreateIndex
CREATE INDEX "Wave_cohortId_idx" ON "Wave"("cohortId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_enrollmentId_key" ON "Invitation"("enrollmentId");

-- CreateIndex
CREATE INDEX "Invitation_waveId_idx" ON "Invitation"("waveId");

-- CreateIndex
CREATE INDEX "Invitation_interestId_idx" ON "Invitation"("interestId");

-- CreateIndex
CREATE UNIQUE INDEX "Enrollment_movedFromId_key" ON "Enrollment"("movedFromId");

-- AddForeignKey
ALTER TABLE "Enrollment" ADD CONSTRAINT "Enrollment_movedFromId_fkey" FOREIGN KEY ("movedFromId") REFERENCES "Enrollment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interest" ADD CONSTRAINT "Interest_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interest" ADD CONSTRAINT "Interest_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Wave" ADD CONSTRAINT "Wave_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Wave" ADD CONSTRAINT "Wave_byUserId_fkey" FOREIGN KEY ("byUserId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_interestId_fkey" FOREIGN KEY ("interestId") REFERENCES "Interest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_enrollmentId_fkey" FOREIGN KEY ("enrollmentId") REFERENCES "Enrollment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ── Rules that the schema language can't say ───────────────────────────────

ALTER TABLE "Cohort"
  ADD CONSTRAINT "Cohort_smallest" CHECK ("smallest" BETWEEN 1 AND 200),
  ADD CONSTRAINT "Cohort_saving_ends_before_the_cutoff" CHECK ("savingHours" >= "cutoffHours"),
  ADD CONSTRAINT "Cohort_reminder" CHECK ("reminderHours" BETWEEN 1 AND 336),
  ADD CONSTRAINT "Cohort_window" CHECK ("opensAt" < "closesAt");

ALTER TABLE "Enrollment"
  ADD CONSTRAINT "Enrollment_fewest" CHECK ("fewest" >= 1),
  ADD CONSTRAINT "Enrollment_for_fewer" CHECK (NOT "forFewer" OR ("state" = 'held' AND "seats" = "fewest")),
  ADD CONSTRAINT "Enrollment_pause" CHECK ("pausedAt" IS NULL OR "state" IN ('applied', 'waitlisted')),
  ADD CONSTRAINT "Enrollment_preference" CHECK ("preference" >= 1);

-- A party waits once for a program, and is invited to one cohort at a time.
CREATE UNIQUE INDEX "Interest_one_waiting" ON "Interest" ("partyId", "programId") WHERE "state" = 'waiting';
CREATE UNIQUE INDEX "Invitation_one_at_once" ON "Invitation" ("interestId") WHERE "state" = 'sent';

ALTER TABLE "Interest"
  ADD CONSTRAINT "Interest_ended" CHECK (("state" = 'waiting') = ("endedAt" IS NULL));
ALTER TABLE "Invitation"
  ADD CONSTRAINT "Invitation_answered" CHECK (("state" = 'sent') = ("answeredAt" IS NULL)),
  ADD CONSTRAINT "Invitation_accepted" CHECK (("state" = 'accepted') = ("enrollmentId" IS NOT NULL));

-- Rule 5: a place out of turn needs a reason.
ALTER TABLE "WaitlistDecision"
  ADD CONSTRAINT "WaitlistDecision_says_why" CHECK (length(btrim("reason")) >= 3);
CREATE INDEX "WaitlistDecision_override" ON "WaitlistDecision" ("enrollmentId", "at") WHERE "kind" = 'override';

-- Rule 5: the time of joining is the place in line, and nothing moves it.
CREATE FUNCTION enrollment_keeps_its_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an enrollment keeps its place in line' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER "Enrollment_keeps_its_place" BEFORE UPDATE OF "joinedAt" ON "Enrollment"
  FOR EACH ROW WHEN (NEW."joinedAt" <> OLD."joinedAt") EXECUTE FUNCTION enrollment_keeps_its_place();

-- Rule 5: an offer from the line goes to who is first by the policy, or stands beside a reason.
-- At the end of the transaction nobody may still wait before whom the offer
--   - would have sufficed for,
--   - was kept from by a cohort that serves in order, or
--   - has passed more than twice while seats are saved.
CREATE FUNCTION offer_is_first() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  room record;
BEGIN
  SELECT c."policy", NEW."offeredAt" < min(s."startsAt") - c."savingHours" * interval '1 hour' AS saving INTO room
    FROM "Cohort" c JOIN "Session" s ON s."cohortId" = c."id" WHERE c."id" = NEW."cohortId" GROUP BY c."id";
  IF EXISTS (
    SELECT 1 FROM "Enrollment" ahead
    WHERE ahead."cohortId" = NEW."cohortId" AND ahead."state" = 'waitlisted' AND ahead."pausedAt" IS NULL
      AND (ahead."restsUntil" IS NULL OR ahead."restsUntil" <= NEW."offeredAt")
      AND (ahead."joinedAt", ahead."id") < (NEW."joinedAt", NEW."id")
      AND (LEAST(ahead."seats", ahead."fewest") <= NEW."seats"
        OR (room.saving AND (room."policy" = 'inOrder' OR ahead."passedOver" > 2)))
  ) AND NOT EXISTS (
    SELECT 1 FROM "WaitlistDecision" d
    WHERE d."enrollmentId" = NEW."id" AND d."kind" = 'override' AND d."at" = NEW."offeredAt"
  ) THEN
    RAISE EXCEPTION 'an offer goes to the first in line by the policy, or stands beside a reason'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Enrollment_offer_is_first" AFTER UPDATE OF "state" ON "Enrollment"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD."state" = 'waitlisted' AND NEW."state" = 'held')
  EXECUTE FUNCTION offer_is_first();

-- Who arrives is behind everybody who arrived before, also when clocks of processes differ: with its counts, a
-- cohort's row, which every newcomer locks, keeps the newest time of joining.
CREATE OR REPLACE FUNCTION enrollment_counts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  taken int := 0;
  waiting int := 0;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    IF OLD."state" IN ('held', 'confirmed', 'completed') THEN taken := taken - OLD."seats"; END IF;
    IF OLD."state" = 'waitlisted' THEN waiting := waiting - 1; END IF;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    IF NEW."state" IN ('held', 'confirmed', 'completed') THEN taken := taken + NEW."seats"; END IF;
    IF NEW."state" = 'waitlisted' THEN waiting := waiting + 1; END IF;
  END IF;
  IF TG_OP = 'INSERT' OR taken <> 0 OR waiting <> 0 THEN
    UPDATE "Cohort" SET "seatsTaken" = "seatsTaken" + taken, "partiesWaiting" = "partiesWaiting" + waiting,
      "lastJoinedAt" = GREATEST("lastJoinedAt", NEW."joinedAt")
      WHERE "id" = COALESCE(NEW."cohortId", OLD."cohortId");
  END IF;
  RETURN NULL;
END $$;
