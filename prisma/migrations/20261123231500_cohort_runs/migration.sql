-- A cohort runs, from the moment when the seats of those who said yes reach its smallest number, and however
-- many leave later: it was said to them. Whoever confirms tells everyone: `lib/enrollment/tell-runs.ts`.
CREATE FUNCTION cohort_runs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Cohort" SET "runsAt" = NEW."confirmedAt"
  WHERE "id" = NEW."cohortId" AND "smallest" > 1 AND "runsAt" IS NULL AND "smallest" <=
    (SELECT sum("seats") FROM "Enrollment" WHERE "cohortId" = NEW."cohortId" AND "state" IN ('confirmed', 'completed'));
  RETURN NULL;
END $$;
CREATE TRIGGER "Enrollment_makes_the_cohort_run" AFTER INSERT OR UPDATE OF "state" ON "Enrollment"
  FOR EACH ROW WHEN (NEW."state" = 'confirmed') EXECUTE FUNCTION cohort_runs();
