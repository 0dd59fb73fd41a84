ALTER TYPE "AttendanceStatus" ADD VALUE 'leftEarly' BEFORE 'absent';
ALTER TYPE "AttendanceStatus" ADD VALUE 'madeUp';

ALTER TABLE "Cohort" ADD COLUMN "completeFrom" INTEGER NOT NULL DEFAULT 7;
ALTER TABLE "Cohort" ADD CONSTRAINT "complete_from_one_session" CHECK ("completeFrom" >= 1);
