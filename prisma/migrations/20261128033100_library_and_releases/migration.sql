-- A material was a row of one session, with its rule. Now it is the clinic's, or one group's own, with versions;
-- and a release gives it to a session.

CREATE TYPE "ForMissed" AS ENUM ('too', 'later', 'never');

ALTER TABLE "Material"
  ADD COLUMN "language" TEXT NOT NULL DEFAULT 'en',
  ADD COLUMN "minutes" INTEGER,
  ADD COLUMN "transcript" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "licence" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "starter" TEXT,
  ADD COLUMN "cohortId" UUID,
  ADD COLUMN "archivedAt" TIMESTAMPTZ(3);

CREATE TABLE "MaterialVersion" (
    "id" UUID NOT NULL,
    "materialId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "fileId" UUID,
    "url" TEXT,
    "byUserId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MaterialVersion_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Release" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "materialId" UUID NOT NULL,
    "rule" "ReleaseRule" NOT NULL DEFAULT 'afterSession',
    "offsetMinutes" INTEGER NOT NULL DEFAULT 0,
    "appearsLocal" TIMESTAMP(0),
    "appearsAt" TIMESTAMPTZ(0),
    "forMissed" "ForMissed" NOT NULL DEFAULT 'too',
    "missedOffsetMinutes" INTEGER NOT NULL DEFAULT 0,
    "releasedAt" TIMESTAMPTZ(3),
    "takenBackAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Release_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "DefaultMaterial" (
    "id" UUID NOT NULL,
    "programSessionId" UUID NOT NULL,
    "materialId" UUID NOT NULL,
    "rule" "ReleaseRule" NOT NULL DEFAULT 'afterSession',
    "offsetMinutes" INTEGER NOT NULL DEFAULT 0,
    "forMissed" "ForMissed" NOT NULL DEFAULT 'too',
    "missedOffsetMinutes" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "DefaultMaterial_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ReleaseNotice" (
    "releaseId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReleaseNotice_pkey" PRIMARY KEY ("releaseId","personId")
);

-- ── What there is goes on as it was ─────────────────────────────────────────

-- It was seen by the staff of its group alone, and stays so.
UPDATE "Material" m SET "cohortId" = s."cohortId" FROM "Session" s WHERE s."id" = m."sessionId";

INSERT INTO "MaterialVersion" ("id", "materialId", "number", "text", "fileId", "byUserId", "at")
SELECT uuidv7(), m."id", 1, CASE WHEN m."kind" = 'text' THEN m."text" ELSE '' END, m."fileId",
  (SELECT u."id" FROM "AuditEvent" a JOIN "User" u ON u."id" = a."actorId"
   WHERE a."subjectId" = m."id" AND a."action" = 'material.added' ORDER BY a."id" LIMIT 1),
  m."createdAt"
FROM "Material" m ORDER BY m."createdAt", m."id";

-- A negative offset was so many minutes before the session's end. Before its start it is one now; while it lasts
-- there is no rule for that, and it keeps its time.
INSERT INTO "Release" ("id", "sessionId", "materialId", "rule", "offsetMinutes", "appearsLocal", "appearsAt", "releasedAt", "createdAt")
SELECT uuidv7(), m."sessionId", m."id", r."rule",
  CASE r."rule" WHEN 'beforeSession' THEN -m."offsetMinutes" - s."minutes" WHEN 'afterSession' THEN m."offsetMinutes" ELSE 0 END,
  r."appearsAt" AT TIME ZONE c."timeZone", r."appearsAt",
  CASE WHEN r."rule" = 'byHand' THEN m."releaseAt" END, m."createdAt"
FROM "Material" m
JOIN "Session" s ON s."id" = m."sessionId"
JOIN "Cohort" c ON c."id" = s."cohortId"
CROSS JOIN LATERAL (
  SELECT CASE
    WHEN m."release" <> 'afterSession' OR m."offsetMinutes" >= 0 THEN m."release"
    WHEN -m."offsetMinutes" >= s."minutes" THEN 'beforeSession'
    ELSE 'atTime' END AS "rule"
) AS given
CROSS JOIN LATERAL (
  SELECT given."rule", CASE
    WHEN given."rule" <> 'atTime' THEN NULL
    WHEN m."release" = 'atTime' THEN m."releaseAt"
    ELSE s."endsAt" + m."offsetMinutes" * interval '1 minute' END AS "appearsAt"
) AS r
ORDER BY m."createdAt", m."id";

-- Nobody is told today of what they have seen for weeks.
INSERT INTO "ReleaseNotice" ("releaseId", "personId", "at")
SELECT DISTINCT r."id", m."personId", now()
FROM "Release" r
JOIN "Session" s ON s."id" = r."sessionId"
JOIN "Enrollment" e ON e."cohortId" = s."cohortId" AND e."state" IN ('confirmed', 'completed')
JOIN "Member" m ON m."partyId" = e."partyId" AND m."state" = 'confirmed'
WHERE now() >= CASE r."rule"
  WHEN 'beforeSession' THEN s."startsAt" - r."offsetMinutes" * interval '1 minute'
  WHEN 'afterSession' THEN s."endsAt" + r."offsetMinutes" * interval '1 minute'
  WHEN 'atTime' THEN r."appearsAt"
  ELSE r."releasedAt" END;

-- Its index and its checks go with the columns.
ALTER TABLE "Material"
  DROP COLUMN "fileId",
  DROP COLUMN "offsetMinutes",
  DROP COLUMN "release",
  DROP COLUMN "releaseAt",
  DROP COLUMN "sessionId",
  DROP COLUMN "text";

CREATE INDEX "DefaultMaterial_materialId_idx" ON "DefaultMaterial"("materialId");
CREATE UNIQUE INDEX "DefaultMaterial_programSessionId_materialId_key" ON "DefaultMaterial"("programSessionId", "materialId");
CREATE INDEX "MaterialVersion_fileId_idx" ON "MaterialVersion"("fileId");
CREATE INDEX "MaterialVersion_byUserId_idx" ON "MaterialVersion"("byUserId");
CREATE UNIQUE INDEX "MaterialVersion_materialId_number_key" ON "MaterialVersion"("materialId", "number");
CREATE INDEX "Release_materialId_idx" ON "Release"("materialId");
CREATE UNIQUE INDEX "Release_sessionId_materialId_key" ON "Release"("sessionId", "materialId");
CREATE INDEX "ReleaseNotice_personId_idx" ON "ReleaseNotice"("personId");
CREATE UNIQUE INDEX "Material_starter_key" ON "Material"("starter");
CREATE INDEX "Material_cohortId_idx" ON "Material"("cohortId");

ALTER TABLE "DefaultMaterial" ADD CONSTRAINT "DefaultMaterial_programSessionId_fkey" FOREIGN KEY ("programSessionId") REFERENCES "ProgramSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DefaultMaterial" ADD CONSTRAINT "DefaultMaterial_materialId_fkey" FOREIGN KEY ("materialId") REFERENCES "Material"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Material" ADD CONSTRAINT "Material_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "MaterialVersion" ADD CONSTRAINT "MaterialVersion_materialId_fkey" FOREIGN KEY ("materialId") REFERENCES "Material"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "MaterialVersion" ADD CONSTRAINT "MaterialVersion_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "File"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "MaterialVersion" ADD CONSTRAINT "MaterialVersion_byUserId_fkey" FOREIGN KEY ("byUserId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Release" ADD CONSTRAINT "Release_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Release" ADD CONSTRAINT "Release_materialId_fkey" FOREIGN KEY ("materialId") REFERENCES "Material"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ReleaseNotice" ADD CONSTRAINT "ReleaseNotice_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ReleaseNotice" ADD CONSTRAINT "ReleaseNotice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── Rules that the schema language can't say ───────────────────────────────

ALTER TABLE "Material"
  ADD CONSTRAINT "Material_minutes" CHECK ("minutes" BETWEEN 1 AND 1440),
  ADD CONSTRAINT "Material_starter_in_library" CHECK ("starter" IS NULL OR "cohortId" IS NULL);

ALTER TABLE "MaterialVersion"
  ADD CONSTRAINT "MaterialVersion_number" CHECK ("number" >= 1),
  ADD CONSTRAINT "MaterialVersion_one_content" CHECK (num_nonnulls("fileId", "url", NULLIF("text", '')) <= 1);

ALTER TABLE "Release"
  ADD CONSTRAINT "Release_offsets" CHECK ("offsetMinutes" BETWEEN 0 AND 527040 AND "missedOffsetMinutes" BETWEEN 0 AND 527040),
  ADD CONSTRAINT "Release_time" CHECK (
    ("rule" = 'atTime') = ("appearsAt" IS NOT NULL) AND ("appearsAt" IS NULL) = ("appearsLocal" IS NULL)),
  ADD CONSTRAINT "Release_by_hand" CHECK ("releasedAt" IS NULL OR "takenBackAt" IS NULL);

ALTER TABLE "DefaultMaterial"
  ADD CONSTRAINT "DefaultMaterial_rule" CHECK ("rule" <> 'atTime'),
  ADD CONSTRAINT "DefaultMaterial_offsets" CHECK ("offsetMinutes" BETWEEN 0 AND 527040 AND "missedOffsetMinutes" BETWEEN 0 AND 527040);

CREATE TRIGGER "MaterialVersion_append_only" BEFORE UPDATE ON "MaterialVersion"
  FOR EACH ROW EXECUTE FUNCTION append_only();

-- A recording or a handout is a file, a link an address, a text its words.
CREATE FUNCTION material_version_fits() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE "kind" "MaterialKind";
BEGIN
  SELECT m."kind" INTO "kind" FROM "Material" m WHERE m."id" = NEW."materialId";
  IF ("kind" IN ('recording', 'handout')) <> (NEW."fileId" IS NOT NULL) OR ("kind" = 'link') <> (NEW."url" IS NOT NULL) THEN
    RAISE EXCEPTION 'a version of a % holds something else', "kind" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "MaterialVersion_fits" BEFORE INSERT ON "MaterialVersion"
  FOR EACH ROW EXECUTE FUNCTION material_version_fits();

-- What was made for one group stays there, and no program begins with it.
CREATE FUNCTION material_stays_in_its_group() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE "own" UUID;
BEGIN
  SELECT m."cohortId" INTO "own" FROM "Material" m WHERE m."id" = NEW."materialId";
  IF "own" IS NULL THEN RETURN NEW; END IF;
  IF TG_TABLE_NAME = 'Release' THEN
    IF EXISTS (SELECT FROM "Session" s WHERE s."id" = NEW."sessionId" AND s."cohortId" = "own") THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'this material is one group''s own' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER "Release_in_its_group" BEFORE INSERT OR UPDATE OF "materialId", "sessionId" ON "Release"
  FOR EACH ROW EXECUTE FUNCTION material_stays_in_its_group();
CREATE TRIGGER "DefaultMaterial_in_library" BEFORE INSERT OR UPDATE OF "materialId" ON "DefaultMaterial"
  FOR EACH ROW EXECUTE FUNCTION material_stays_in_its_group();
