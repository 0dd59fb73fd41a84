-- CreateTable
CREATE TABLE "Reflection" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "sessionId" UUID,
    "materialId" UUID,
    "sealed" BYTEA NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Reflection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Question" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "byUserId" UUID,

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Reflection_personId_writtenAt_idx" ON "Reflection"("personId", "writtenAt");

-- CreateIndex
CREATE INDEX "Reflection_sessionId_idx" ON "Reflection"("sessionId");

-- CreateIndex
CREATE INDEX "Reflection_materialId_idx" ON "Reflection"("materialId");

-- CreateIndex
CREATE INDEX "Question_cohortId_answeredAt_idx" ON "Question"("cohortId", "answeredAt");

-- CreateIndex
CREATE INDEX "Question_personId_askedAt_idx" ON "Question"("personId", "askedAt");

-- CreateIndex
CREATE INDEX "Question_byUserId_idx" ON "Question"("byUserId");

-- AddForeignKey
ALTER TABLE "Reflection" ADD CONSTRAINT "Reflection_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reflection" ADD CONSTRAINT "Reflection_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reflection" ADD CONSTRAINT "Reflection_materialId_fkey" FOREIGN KEY ("materialId") REFERENCES "Material"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_byUserId_fkey" FOREIGN KEY ("byUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Nothing is stored that was not sealed: its format, nonce and tag take 29 bytes.
ALTER TABLE "Reflection" ADD CONSTRAINT "Reflection_sealed" CHECK (octet_length("sealed") > 29 AND get_byte("sealed", 0) = 1);
ALTER TABLE "Reflection" ADD CONSTRAINT "Reflection_about_one" CHECK ("sessionId" IS NULL OR "materialId" IS NULL);
ALTER TABLE "Question" ADD CONSTRAINT "Question_answered" CHECK (("answer" IS NULL) = ("answeredAt" IS NULL));
