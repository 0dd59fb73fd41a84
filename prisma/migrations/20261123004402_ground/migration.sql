CREATE EXTENSION IF NOT EXISTS citext;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('facilitator', 'admin');

-- CreateEnum
CREATE TYPE "SessionKind" AS ENUM ('orientation', 'weekly', 'retreat');

-- CreateEnum
CREATE TYPE "CohortState" AS ENUM ('draft', 'open', 'closed', 'cancelled');

-- CreateEnum
CREATE TYPE "Format" AS ENUM ('inPerson', 'online', 'hybrid');

-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('anyone', 'partners', 'individuals');

-- CreateEnum
CREATE TYPE "MemberState" AS ENUM ('invited', 'confirmed', 'declined', 'left');

-- CreateEnum
CREATE TYPE "EnrollmentState" AS ENUM ('applied', 'held', 'waitlisted', 'confirmed', 'completed', 'declined', 'expired', 'withdrawn', 'cancelled');

-- CreateEnum
CREATE TYPE "DecisionKind" AS ENUM ('offered', 'passedOver', 'lapsed', 'override', 'changed');

-- CreateEnum
CREATE TYPE "ThreadState" AS ENUM ('needsUs', 'waitingForThem', 'done');

-- CreateEnum
CREATE TYPE "Direction" AS ENUM ('incoming', 'outgoing');

-- CreateEnum
CREATE TYPE "MessageState" AS ENUM ('received', 'read', 'filed', 'unreadable', 'queued', 'sending', 'sent', 'kept', 'failed');

-- CreateEnum
CREATE TYPE "InquiryState" AS ENUM ('open', 'enrolled', 'closed');

-- CreateEnum
CREATE TYPE "AttendanceStatus" AS ENUM ('present', 'late', 'absent', 'excused');

-- CreateEnum
CREATE TYPE "MaterialKind" AS ENUM ('recording', 'handout', 'text');

-- CreateEnum
CREATE TYPE "ReleaseRule" AS ENUM ('afterSession', 'atTime', 'byHand');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role",
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignIn" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SignIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInToken" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "linkHash" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "codeAttempts" INTEGER NOT NULL DEFAULT 0,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SignInToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Program" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Program_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgramSession" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "SessionKind" NOT NULL,
    "title" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,

    CONSTRAINT "ProgramSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Cohort" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "state" "CohortState" NOT NULL DEFAULT 'draft',
    "format" "Format" NOT NULL DEFAULT 'inPerson',
    "audience" "Audience" NOT NULL DEFAULT 'anyone',
    "timeZone" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "joinUrl" TEXT,
    "feeCents" INTEGER,
    "currency" TEXT NOT NULL DEFAULT 'CAD',
    "feeNote" TEXT NOT NULL DEFAULT '',
    "capacity" INTEGER NOT NULL,
    "largestParty" INTEGER NOT NULL DEFAULT 4,
    "offerHours" INTEGER NOT NULL DEFAULT 48,
    "cutoffHours" INTEGER NOT NULL DEFAULT 24,
    "seatsTaken" INTEGER NOT NULL DEFAULT 0,
    "partiesWaiting" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Cohort_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CohortFacilitator" (
    "cohortId" UUID NOT NULL,
    "userId" UUID NOT NULL,

    CONSTRAINT "CohortFacilitator_pkey" PRIMARY KEY ("cohortId","userId")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "SessionKind" NOT NULL,
    "title" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "startsLocal" TIMESTAMP(0) NOT NULL,
    "startsAt" TIMESTAMPTZ(0) NOT NULL,
    "endsAt" TIMESTAMPTZ(0) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" CITEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Party" (
    "id" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "state" "MemberState" NOT NULL DEFAULT 'invited',
    "linkVersion" INTEGER NOT NULL DEFAULT 1,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "given" BOOLEAN NOT NULL,
    "how" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Enrollment" (
    "id" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "state" "EnrollmentState" NOT NULL,
    "seats" INTEGER NOT NULL,
    "holdExpiresAt" TIMESTAMPTZ(3),
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,
    "offeredAt" TIMESTAMPTZ(3),
    "confirmedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "passedOver" INTEGER NOT NULL DEFAULT 0,
    "restsUntil" TIMESTAMPTZ(3),
    "formToken" UUID,

    CONSTRAINT "Enrollment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Acceptance" (
    "enrollmentId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Acceptance_pkey" PRIMARY KEY ("enrollmentId","memberId")
);

-- CreateTable
CREATE TABLE "WaitlistDecision" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "enrollmentId" UUID NOT NULL,
    "kind" "DecisionKind" NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WaitlistDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Thread" (
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "state" "ThreadState" NOT NULL DEFAULT 'needsUs',
    "lastMessageAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" UUID NOT NULL,
    "direction" "Direction" NOT NULL,
    "state" "MessageState" NOT NULL,
    "threadId" UUID,
    "messageId" TEXT,
    "inReplyTo" TEXT,
    "address" CITEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "subject" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "error" TEXT,
    "raw" BYTEA,
    "fingerprint" TEXT,
    "automatic" TEXT,
    "template" TEXT,
    "props" JSONB,
    "batch" UUID,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "handedAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Inquiry" (
    "id" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "state" "InquiryState" NOT NULL DEFAULT 'open',
    "address" CITEXT NOT NULL,
    "mentions" TEXT NOT NULL DEFAULT '',
    "people" JSONB NOT NULL,
    "linkVersion" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Inquiry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttendanceMark" (
    "id" BIGSERIAL NOT NULL,
    "sessionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "status" "AttendanceStatus",
    "note" TEXT NOT NULL DEFAULT '',
    "byUserId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AttendanceMark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Material" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "kind" "MaterialKind" NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "fileId" UUID,
    "release" "ReleaseRule" NOT NULL DEFAULT 'afterSession',
    "offsetMinutes" INTEGER NOT NULL DEFAULT 0,
    "releaseAt" TIMESTAMPTZ(0),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Material_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "File" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "File_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorKind" TEXT NOT NULL,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "subjectId" UUID,
    "details" JSONB,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "SignIn_tokenHash_key" ON "SignIn"("tokenHash");

-- CreateIndex
CREATE INDEX "SignIn_userId_idx" ON "SignIn"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "SignInToken_linkHash_key" ON "SignInToken"("linkHash");

-- CreateIndex
CREATE INDEX "SignInToken_email_idx" ON "SignInToken"("email");

-- CreateIndex
CREATE UNIQUE INDEX "ProgramSession_programId_position_key" ON "ProgramSession"("programId", "position");

-- CreateIndex
CREATE INDEX "Cohort_programId_idx" ON "Cohort"("programId");

-- CreateIndex
CREATE INDEX "CohortFacilitator_userId_idx" ON "CohortFacilitator"("userId");

-- CreateIndex
CREATE INDEX "Session_startsAt_idx" ON "Session"("startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "Session_cohortId_position_key" ON "Session"("cohortId", "position");

-- CreateIndex
CREATE INDEX "Person_email_idx" ON "Person"("email");

-- CreateIndex
CREATE INDEX "Member_personId_idx" ON "Member"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Member_partyId_position_key" ON "Member"("partyId", "position");

-- CreateIndex
CREATE INDEX "Consent_personId_purpose_at_idx" ON "Consent"("personId", "purpose", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Enrollment_formToken_key" ON "Enrollment"("formToken");

-- CreateIndex
CREATE INDEX "Enrollment_cohortId_state_joinedAt_id_idx" ON "Enrollment"("cohortId", "state", "joinedAt", "id");

-- CreateIndex
CREATE INDEX "Enrollment_partyId_idx" ON "Enrollment"("partyId");

-- CreateIndex
CREATE INDEX "Acceptance_memberId_idx" ON "Acceptance"("memberId");

-- CreateIndex
CREATE INDEX "WaitlistDecision_enrollmentId_at_idx" ON "WaitlistDecision"("enrollmentId", "at");

-- CreateIndex
CREATE INDEX "WaitlistDecision_cohortId_at_idx" ON "WaitlistDecision"("cohortId", "at");

-- CreateIndex
CREATE INDEX "Thread_state_lastMessageAt_idx" ON "Thread"("state", "lastMessageAt");

-- CreateIndex
CREATE UNIQUE INDEX "Message_fingerprint_key" ON "Message"("fingerprint");

-- CreateIndex
CREATE INDEX "Message_threadId_createdAt_idx" ON "Message"("threadId", "createdAt");

-- CreateIndex
CREATE INDEX "Message_direction_createdAt_idx" ON "Message"("direction", "createdAt");

-- CreateIndex
CREATE INDEX "Message_state_idx" ON "Message"("state");

-- CreateIndex
CREATE INDEX "Message_address_idx" ON "Message"("address");

-- CreateIndex
CREATE INDEX "Message_messageId_idx" ON "Message"("messageId");

-- CreateIndex
CREATE UNIQUE INDEX "Inquiry_threadId_key" ON "Inquiry"("threadId");

-- CreateIndex
CREATE INDEX "Inquiry_state_createdAt_idx" ON "Inquiry"("state", "createdAt");

-- CreateIndex
CREATE INDEX "AttendanceMark_sessionId_personId_id_idx" ON "AttendanceMark"("sessionId", "personId", "id");

-- CreateIndex
CREATE INDEX "AttendanceMark_personId_idx" ON "AttendanceMark"("personId");

-- CreateIndex
CREATE INDEX "Material_sessionId_idx" ON "Material"("sessionId");

-- CreateIndex
CREATE UNIQUE INDEX "File_key_key" ON "File"("key");

-- CreateIndex
CREATE INDEX "AuditEvent_subjectId_at_idx" ON "AuditEvent"("subjectId", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_at_idx" ON "AuditEvent"("at");

-- AddForeignKey
ALTER TABLE "SignIn" ADD CONSTRAINT "SignIn_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgramSession" ADD CONSTRAINT "ProgramSession_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cohort" ADD CONSTRAINT "Cohort_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortFacilitator" ADD CONSTRAINT "CohortFacilitator_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortFacilitator" ADD CONSTRAINT "CohortFacilitator_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrollment" ADD CONSTRAINT "Enrollment_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrollment" ADD CONSTRAINT "Enrollment_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Acceptance" ADD CONSTRAINT "Acceptance_enrollmentId_fkey" FOREIGN KEY ("enrollmentId") REFERENCES "Enrollment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Acceptance" ADD CONSTRAINT "Acceptance_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaitlistDecision" ADD CONSTRAINT "WaitlistDecision_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaitlistDecision" ADD CONSTRAINT "WaitlistDecision_enrollmentId_fkey" FOREIGN KEY ("enrollmentId") REFERENCES "Enrollment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Inquiry" ADD CONSTRAINT "Inquiry_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceMark" ADD CONSTRAINT "AttendanceMark_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceMark" ADD CONSTRAINT "AttendanceMark_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceMark" ADD CONSTRAINT "AttendanceMark_byUserId_fkey" FOREIGN KEY ("byUserId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Material" ADD CONSTRAINT "Material_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Material" ADD CONSTRAINT "Material_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "File"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ── Rules that the schema language can't say ───────────────────────────────

-- Rule 1: never overbooked. The counters are kept by the trigger below and by nothing else.
ALTER TABLE "Cohort"
  ADD CONSTRAINT "Cohort_never_overbooked" CHECK ("seatsTaken" BETWEEN 0 AND "capacity"),
  ADD CONSTRAINT "Cohort_sizes" CHECK ("capacity" BETWEEN 1 AND 200 AND "largestParty" BETWEEN 1 AND "capacity"),
  ADD CONSTRAINT "Cohort_waiting" CHECK ("partiesWaiting" >= 0),
  ADD CONSTRAINT "Cohort_times" CHECK ("offerHours" BETWEEN 1 AND 336 AND "cutoffHours" >= 0),
  ADD CONSTRAINT "Cohort_fee" CHECK ("feeCents" >= 0);

ALTER TABLE "Session"
  ADD CONSTRAINT "Session_length" CHECK ("minutes" BETWEEN 1 AND 1440),
  ADD CONSTRAINT "Session_ends" CHECK ("endsAt" = "startsAt" + "minutes" * interval '1 minute');

ALTER TABLE "ProgramSession"
  ADD CONSTRAINT "ProgramSession_length" CHECK ("minutes" BETWEEN 1 AND 1440);

ALTER TABLE "Enrollment"
  ADD CONSTRAINT "Enrollment_seats" CHECK ("seats" >= 1),
  ADD CONSTRAINT "Enrollment_hold_has_an_end" CHECK (("state" = 'held') = ("holdExpiresAt" IS NOT NULL)),
  ADD CONSTRAINT "Enrollment_confirmed_at" CHECK ("state" NOT IN ('confirmed', 'completed') OR "confirmedAt" IS NOT NULL),
  ADD CONSTRAINT "Enrollment_ended_at" CHECK (
    ("state" IN ('declined', 'expired', 'withdrawn', 'cancelled')) = ("endedAt" IS NOT NULL));

-- One live enrolment of a party in a cohort.
CREATE UNIQUE INDEX "Enrollment_one_live" ON "Enrollment" ("partyId", "cohortId")
  WHERE "state" IN ('applied', 'held', 'waitlisted', 'confirmed', 'completed');

-- What is due to lapse, found without reading the rest.
CREATE INDEX "Enrollment_holds" ON "Enrollment" ("holdExpiresAt") WHERE "state" = 'held';

CREATE FUNCTION enrollment_life() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."cohortId" <> OLD."cohortId" OR NEW."partyId" <> OLD."partyId" THEN
    RAISE EXCEPTION 'an enrollment keeps its cohort and its party: a move is a new enrollment'
      USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."state" <> OLD."state" AND NOT (CASE OLD."state"
    WHEN 'applied'    THEN NEW."state" IN ('held', 'waitlisted', 'declined', 'withdrawn', 'cancelled')
    WHEN 'held'       THEN NEW."state" IN ('confirmed', 'waitlisted', 'expired', 'withdrawn', 'cancelled')
    WHEN 'waitlisted' THEN NEW."state" IN ('held', 'withdrawn', 'cancelled')
    WHEN 'confirmed'  THEN NEW."state" IN ('completed', 'withdrawn', 'cancelled')
    ELSE false END)
  THEN
    RAISE EXCEPTION 'an enrollment does not go from % to %', OLD."state", NEW."state"
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Enrollment_life" BEFORE UPDATE ON "Enrollment"
  FOR EACH ROW EXECUTE FUNCTION enrollment_life();

CREATE FUNCTION enrollment_counts() RETURNS trigger LANGUAGE plpgsql AS $$
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
  IF taken <> 0 OR waiting <> 0 THEN
    UPDATE "Cohort" SET "seatsTaken" = "seatsTaken" + taken, "partiesWaiting" = "partiesWaiting" + waiting
      WHERE "id" = COALESCE(NEW."cohortId", OLD."cohortId");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Enrollment_counts" AFTER INSERT OR DELETE OR UPDATE OF "state", "seats" ON "Enrollment"
  FOR EACH ROW EXECUTE FUNCTION enrollment_counts();

CREATE FUNCTION cohort_counts_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'seatsTaken and partiesWaiting are kept by a trigger on Enrollment'
    USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER "Cohort_counts_are_kept" BEFORE UPDATE OF "seatsTaken", "partiesWaiting" ON "Cohort"
  FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION cohort_counts_are_kept();
CREATE FUNCTION cohort_begins_empty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."seatsTaken" := 0;
  NEW."partiesWaiting" := 0;
  RETURN NEW;
END $$;
CREATE TRIGGER "Cohort_begins_empty" BEFORE INSERT ON "Cohort"
  FOR EACH ROW EXECUTE FUNCTION cohort_begins_empty();

-- Rule 3: nobody enrols somebody else. A confirmed enrolment has the yes of as many members as it has seats.
CREATE FUNCTION enrollment_everyone_said_yes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM "Acceptance" a JOIN "Member" m ON m."id" = a."memberId" AND m."partyId" = NEW."partyId"
      WHERE a."enrollmentId" = NEW."id") < NEW."seats" THEN
    RAISE EXCEPTION 'an enrollment is confirmed when every member has said yes'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Enrollment_everyone_said_yes" AFTER INSERT OR UPDATE OF "state" ON "Enrollment"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."state" = 'confirmed')
  EXECUTE FUNCTION enrollment_everyone_said_yes();

-- Rule 6: a message in has its bytes; a message out has a template and a Message-ID of its own.
ALTER TABLE "Message"
  ADD CONSTRAINT "Message_incoming" CHECK ("direction" <> 'incoming' OR (
    "raw" IS NOT NULL AND "fingerprint" IS NOT NULL AND "state" IN ('received', 'read', 'filed', 'unreadable'))),
  ADD CONSTRAINT "Message_outgoing" CHECK ("direction" <> 'outgoing' OR (
    "template" IS NOT NULL AND "messageId" IS NOT NULL
    AND "state" IN ('queued', 'sending', 'sent', 'kept', 'failed'))),
  ADD CONSTRAINT "Message_failed_says_why" CHECK ("state" NOT IN ('failed', 'unreadable') OR "error" IS NOT NULL);

ALTER TABLE "Material"
  ADD CONSTRAINT "Material_file" CHECK (("kind" = 'text') = ("fileId" IS NULL)),
  ADD CONSTRAINT "Material_release" CHECK ("release" <> 'atTime' OR "releaseAt" IS NOT NULL);

-- Rule 10: who looked is known, and earlier marks are kept.
CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE ON "AuditEvent"
  FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER "AttendanceMark_append_only" BEFORE UPDATE ON "AttendanceMark"
  FOR EACH ROW EXECUTE FUNCTION append_only();

-- Every process keeps rendered public pages; each hears of a change and renders afresh.
CREATE FUNCTION cohort_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('cohort_changed', '');
  RETURN NULL;
END $$;
CREATE TRIGGER "Cohort_changed" AFTER INSERT OR UPDATE OR DELETE ON "Cohort"
  FOR EACH STATEMENT EXECUTE FUNCTION cohort_changed();
CREATE TRIGGER "Session_changed" AFTER INSERT OR UPDATE OR DELETE ON "Session"
  FOR EACH STATEMENT EXECUTE FUNCTION cohort_changed();
CREATE TRIGGER "CohortFacilitator_changed" AFTER INSERT OR UPDATE OR DELETE ON "CohortFacilitator"
  FOR EACH STATEMENT EXECUTE FUNCTION cohort_changed();
