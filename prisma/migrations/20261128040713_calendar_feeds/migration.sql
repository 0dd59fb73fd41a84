-- AlterTable
ALTER TABLE "User" ADD COLUMN     "calendarVersion" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "calendarVersion" INTEGER NOT NULL DEFAULT 1;

-- A calendar takes a later file for news only when its number is higher, whoever wrote the change.
CREATE FUNCTION session_reads_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."sequence" := OLD."sequence" + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER "Session_reads_anew" BEFORE UPDATE ON "Session" FOR EACH ROW
  WHEN ((OLD."startsAt", OLD."endsAt", OLD."cancelledAt") IS DISTINCT FROM (NEW."startsAt", NEW."endsAt", NEW."cancelledAt"))
  EXECUTE FUNCTION session_reads_anew();

CREATE FUNCTION cohort_reads_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Session" SET "sequence" = "sequence" + 1 WHERE "cohortId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "Cohort_reads_anew" AFTER UPDATE ON "Cohort" FOR EACH ROW
  WHEN ((OLD."place", OLD."joinUrl", OLD."state" = 'cancelled') IS DISTINCT FROM (NEW."place", NEW."joinUrl", NEW."state" = 'cancelled'))
  EXECUTE FUNCTION cohort_reads_anew();
