-- CreateEnum
CREATE TYPE "AnnouncementState" AS ENUM ('draft', 'scheduled', 'sent');

-- CreateEnum
CREATE TYPE "AnnouncementTo" AS ENUM ('everyone', 'missed', 'person');

-- CreateEnum
CREATE TYPE "ReminderKind" AS ENUM ('day', 'hour');

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "reminders" "ReminderKind"[] DEFAULT ARRAY['day']::"ReminderKind"[];

-- CreateTable
CREATE TABLE "Announcement" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "byUserId" UUID NOT NULL,
    "state" "AnnouncementState" NOT NULL DEFAULT 'draft',
    "to" "AnnouncementTo" NOT NULL,
    "sessionId" UUID,
    "personId" UUID,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "sendAt" TIMESTAMPTZ(0),
    "sentAt" TIMESTAMPTZ(3),
    "formToken" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Announcement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnnouncementLetter" (
    "announcementId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "messageId" UUID NOT NULL,

    CONSTRAINT "AnnouncementLetter_pkey" PRIMARY KEY ("announcementId","personId")
);

-- CreateTable
CREATE TABLE "Reminder" (
    "sessionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "ReminderKind" NOT NULL,
    "startsAt" TIMESTAMPTZ(0) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("sessionId","personId","kind")
);

-- CreateIndex
CREATE UNIQUE INDEX "Announcement_formToken_key" ON "Announcement"("formToken");

-- CreateIndex
CREATE INDEX "Announcement_cohortId_createdAt_idx" ON "Announcement"("cohortId", "createdAt");

-- CreateIndex
CREATE INDEX "Announcement_state_sendAt_idx" ON "Announcement"("state", "sendAt");

-- CreateIndex
CREATE UNIQUE INDEX "AnnouncementLetter_messageId_key" ON "AnnouncementLetter"("messageId");

-- CreateIndex
CREATE INDEX "AnnouncementLetter_personId_idx" ON "AnnouncementLetter"("personId");

-- CreateIndex
CREATE INDEX "Reminder_personId_idx" ON "Reminder"("personId");

-- AddForeignKey
ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_byUserId_fkey" FOREIGN KEY ("byUserId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnouncementLetter" ADD CONSTRAINT "AnnouncementLetter_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnouncementLetter" ADD CONSTRAINT "AnnouncementLetter_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnouncementLetter" ADD CONSTRAINT "AnnouncementLetter_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An announcement has a time from when it is to go out, says when it did, and knows whom it is for.
ALTER TABLE "Announcement"
  ADD CONSTRAINT "Announcement_has_a_time" CHECK ("state" = 'draft' OR "sendAt" IS NOT NULL),
  ADD CONSTRAINT "Announcement_sent_at" CHECK (("state" = 'sent') = ("sentAt" IS NOT NULL)),
  ADD CONSTRAINT "Announcement_missed_a_session" CHECK ("to" <> 'missed' OR "sessionId" IS NOT NULL),
  ADD CONSTRAINT "Announcement_to_a_person" CHECK ("to" <> 'person' OR "personId" IS NOT NULL);
