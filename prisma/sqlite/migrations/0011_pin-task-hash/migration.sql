-- AlterTable
ALTER TABLE "pin" ADD COLUMN "taskHash" TEXT;
