-- AlterTable
ALTER TABLE "ProgramSession" ADD COLUMN     "bring" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "practice" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "bring" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "practice" TEXT NOT NULL DEFAULT '';
