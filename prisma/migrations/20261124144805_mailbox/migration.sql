-- CreateEnum
CREATE TYPE "SuppressionReason" AS ENUM ('bounced', 'asked');

-- CreateEnum
CREATE TYPE "Intent" AS ENUM ('enrol', 'question', 'change', 'withdraw', 'partner-reply', 'referral', 'automatic', 'unrelated');

-- AlterTable
ALTER TABLE "Thread" ADD COLUMN     "assigneeId" UUID,
ADD COLUMN     "mergedIntoId" UUID,
ADD COLUMN     "quiet" TEXT,
ADD COLUMN     "snoozedUntil" TIMESTAMPTZ(0),
ALTER COLUMN "state" SET DEFAULT 'new';

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "rawFileId" UUID,
ADD COLUMN     "reading" JSONB,
ADD COLUMN     "senderCheck" JSONB;

-- AlterTable
ALTER TABLE "Inquiry" ADD COLUMN     "cohortId" UUID,
ADD COLUMN     "confidence" DOUBLE PRECISION NOT NULL DEFAULT 0,
ADD COLUMN     "correctedAt" TIMESTAMPTZ(3),
ADD COLUMN     "intent" "Intent" NOT NULL DEFAULT 'enrol',
ADD COLUMN     "seats" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "ThreadNote" (
    "id" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "byUserId" UUID,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ThreadNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ThreadParty" (
    "threadId" UUID NOT NULL,
    "partyId" UUID NOT NULL,

    CONSTRAINT "ThreadParty_pkey" PRIMARY KEY ("threadId","partyId")
);

-- CreateTable
CREATE TABLE "SavedAnswer" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Suppression" (
    "address" CITEXT NOT NULL,
    "reason" "SuppressionReason" NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Suppression_pkey" PRIMARY KEY ("address")
);

-- CreateTable
CREATE TABLE "MailboxPlace" (
    "mailbox" TEXT NOT NULL,
    "uidValidity" BIGINT NOT NULL,
    "lastUid" BIGINT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MailboxPlace_pkey" PRIMARY KEY ("mailbox")
);

-- CreateTable
CREATE TABLE "Attachment" (
    "id" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "fileId" UUID,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ThreadNote_threadId_createdAt_idx" ON "ThreadNote"("threadId", "createdAt");

-- CreateIndex
CREATE INDEX "ThreadParty_partyId_idx" ON "ThreadParty"("partyId");

-- CreateIndex
CREATE UNIQUE INDEX "SavedAnswer_title_key" ON "SavedAnswer"("title");

-- CreateIndex
CREATE INDEX "Attachment_fileId_idx" ON "Attachment"("fileId");

-- CreateIndex
CREATE UNIQUE INDEX "Attachment_messageId_position_key" ON "Attachment"("messageId", "position");

-- CreateIndex
CREATE INDEX "Thread_assigneeId_idx" ON "Thread"("assigneeId");

-- CreateIndex
CREATE INDEX "Thread_mergedIntoId_idx" ON "Thread"("mergedIntoId");

-- CreateIndex
CREATE UNIQUE INDEX "Message_rawFileId_key" ON "Message"("rawFileId");

-- CreateIndex
CREATE INDEX "Inquiry_cohortId_idx" ON "Inquiry"("cohortId");

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Thread"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadNote" ADD CONSTRAINT "ThreadNote_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadNote" ADD CONSTRAINT "ThreadNote_byUserId_fkey" FOREIGN KEY ("byUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadParty" ADD CONSTRAINT "ThreadParty_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadParty" ADD CONSTRAINT "ThreadParty_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_rawFileId_fkey" FOREIGN KEY ("rawFileId") REFERENCES "File"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "File"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Inquiry" ADD CONSTRAINT "Inquiry_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Staff search what people wrote. "simple": mail comes in several languages, and names are in none.
CREATE INDEX "Message_search_idx" ON "Message" USING gin (
  to_tsvector('simple', "subject" || ' ' || "name" || ' ' || "address"::text || ' ' || "text"));

ALTER TABLE "Thread" ADD CONSTRAINT "merged_elsewhere" CHECK ("mergedIntoId" <> "id");
ALTER TABLE "Inquiry" ADD CONSTRAINT "confidence_is_a_share" CHECK ("confidence" BETWEEN 0 AND 1);
ALTER TABLE "Inquiry" ADD CONSTRAINT "seats_are_counted" CHECK ("seats" >= 0);

-- What came is kept once: in the row, or in a file.
ALTER TABLE "Message" ADD CONSTRAINT "raw_is_in_one_place" CHECK ("raw" IS NULL OR "rawFileId" IS NULL);
ALTER TABLE "Message" DROP CONSTRAINT "Message_incoming", ADD CONSTRAINT "Message_incoming" CHECK ("direction" <> 'incoming' OR (
  ("raw" IS NOT NULL OR "rawFileId" IS NOT NULL) AND "fingerprint" IS NOT NULL
  AND "state" IN ('received', 'read', 'filed', 'unreadable')));

-- A letter may be withheld, or come back after it went out; either way it says why.
ALTER TABLE "Message"
  DROP CONSTRAINT "Message_outgoing",
  ADD CONSTRAINT "Message_outgoing" CHECK ("direction" <> 'outgoing' OR (
    "template" IS NOT NULL AND "messageId" IS NOT NULL
    AND "state" IN ('queued', 'sending', 'sent', 'kept', 'failed', 'suppressed', 'bounced'))),
  DROP CONSTRAINT "Message_failed_says_why",
  ADD CONSTRAINT "Message_failed_says_why" CHECK (
    "state" NOT IN ('failed', 'unreadable', 'suppressed', 'bounced') OR "error" IS NOT NULL);
