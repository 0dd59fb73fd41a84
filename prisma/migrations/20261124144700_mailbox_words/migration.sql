-- A value added to an enum can be used only after the transaction that adds it: these come before `mailbox`.
ALTER TYPE "ThreadState" ADD VALUE 'new' BEFORE 'needsUs';
ALTER TYPE "MessageState" ADD VALUE 'suppressed';
ALTER TYPE "MessageState" ADD VALUE 'bounced';
