-- AlterTable
ALTER TABLE "Program" ADD COLUMN     "byUserId" UUID,
ADD COLUMN     "listed" BOOLEAN NOT NULL DEFAULT true;

-- AddForeignKey
ALTER TABLE "Program" ADD CONSTRAINT "Program_byUserId_fkey" FOREIGN KEY ("byUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Sessions change places in one statement: what is unique is so at its end.
DROP INDEX "ProgramSession_programId_position_key";
ALTER TABLE "ProgramSession"
  ADD CONSTRAINT "ProgramSession_programId_position_key" UNIQUE ("programId", "position") DEFERRABLE INITIALLY IMMEDIATE;
